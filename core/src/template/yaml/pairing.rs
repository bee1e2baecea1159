//! Which elements of a mapping or list as it was read are still there, and
//! where new ones go. Knows no text.

use std::collections::HashMap;

use crate::template::Value;
use crate::template::renaming::renamed;
use crate::template::source::Entry;

/// What became of the elements that were read.
#[derive(Default)]
pub(super) struct Pairing<'v> {
    /// For each of them, whether it stays.
    pub stays: Vec<bool>,
    /// Those whose value may differ: place, old value, new value.
    pub values: Vec<(usize, &'v Value, &'v Value)>,
    /// Those whose key has a new name, and the name.
    pub renamed: Vec<(usize, &'v str)>,
    /// What is new: behind which place (before all if none), key and value.
    pub added: Vec<(Option<usize>, Option<&'v str>, &'v Value)>,
}

impl Pairing<'_> {
    /// Whether elements come or go.
    pub(super) fn moves(&self) -> bool {
        !self.added.is_empty() || self.stays.contains(&false)
    }

    /// Whether any element stays.
    pub(super) fn any_stays(&self) -> bool {
        self.stays.contains(&true)
    }
}

/// Pairs the entries of a mapping by key. Nothing if a key is gone that a `<<`
/// brought in: the rest has to be written out then.
pub(super) fn map<'v>(
    read: &[Entry],
    old: &[(&'v str, &'v Value)],
    new: &[(&'v str, &'v Value)],
) -> Option<Pairing<'v>> {
    let old_at: HashMap<&str, &'v Value> = old.iter().copied().collect();
    let new_at: HashMap<&str, &'v Value> = new.iter().map(|(key, value)| (*key, *value)).collect();
    let is_merge = |entry: &Entry| entry.key == "<<" && !old_at.contains_key("<<");
    // Of a key that stands twice, the last one counts.
    let last_of: HashMap<&str, usize> = read
        .iter()
        .enumerate()
        .filter(|(_, entry)| !is_merge(entry))
        .map(|(place, entry)| (entry.key.as_str(), place))
        .collect();
    let brought = |key: &str| !last_of.contains_key(key);
    // A key that stands twice would need its new name twice, and one that a `<<` brought has none.
    let renamed = if last_of.len() == read.len() && last_of.len() == old.len() {
        renamed(old, new)
    } else {
        HashMap::new()
    };
    if old
        .iter()
        .any(|(key, _)| brought(key) && !new_at.contains_key(key))
    {
        return None;
    }
    let mut pairing = Pairing::default();
    for (place, entry) in read.iter().enumerate() {
        let key = entry.key.as_str();
        let name = renamed.get(key).copied();
        let now = new_at.get(name.unwrap_or(key));
        pairing.renamed.extend(name.map(|name| (place, name)));
        pairing.stays.push(is_merge(entry) || now.is_some());
        if let (Some(old), Some(new), Some(last)) = (old_at.get(key), now, last_of.get(key))
            && *last == place
        {
            pairing.values.push((place, old, new));
        }
    }
    let mut behind = None;
    let places: HashMap<&str, usize> = pairing
        .renamed
        .iter()
        .map(|(at, key)| (*key, *at))
        .collect();
    for (key, value) in new {
        match last_of.get(key).or_else(|| places.get(key)) {
            Some(place) => behind = Some(*place),
            None if old_at.get(key) == Some(value) => {}
            None => pairing.added.push((behind, Some(*key), value)),
        }
    }
    Some(pairing)
}

/// Pairs the elements of a list: equal ones at both ends are the same, those
/// between are paired in order.
pub(super) fn list<'v>(old: &'v [Value], new: &'v [Value]) -> Pairing<'v> {
    let same = |(old, new): &(&Value, &Value)| old == new;
    let head = old.iter().zip(new).take_while(same).count();
    let both = old.iter().skip(head).rev().zip(new.iter().skip(head).rev());
    let tail = both.take_while(same).count();
    let middle = (old.len() - head - tail).min(new.len() - head - tail);
    let front = head + middle;
    let mut pairing = Pairing {
        stays: (0..old.len())
            .map(|place| place < front || place + tail >= old.len())
            .collect(),
        ..Pairing::default()
    };
    let paired = (0..front).map(|place| (place, place));
    let paired = paired.chain(
        (0..tail)
            .rev()
            .map(|back| (old.len() - 1 - back, new.len() - 1 - back)),
    );
    for (from, to) in paired {
        if let (Some(old), Some(new)) = (old.get(from), new.get(to)) {
            pairing.values.push((from, old, new));
        }
    }
    let added = new.iter().take(new.len() - tail).skip(front);
    pairing.added = added
        .map(|value| (front.checked_sub(1), None, value))
        .collect();
    pairing
}
