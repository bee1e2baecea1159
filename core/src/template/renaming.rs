//! Keys that have a new name at their old place: the entry stays as it is
//! written, but for the key. Knows no text.

use std::collections::HashMap;

use super::Value;

/// Of each key that was renamed, the new name. A key has a new name if another
/// stands in its place with the same value, or with a mapping that has half of its keys at least.
pub(super) fn renamed<'a>(
    old: &[(&'a str, &Value)],
    new: &[(&'a str, &Value)],
) -> HashMap<&'a str, &'a str> {
    let mut found = HashMap::new();
    if old
        .iter()
        .map(|(key, _)| key)
        .eq(new.iter().map(|(key, _)| key))
    {
        return found;
    }
    let was: HashMap<_, _> = old.iter().copied().collect();
    let is: HashMap<_, _> = new.iter().copied().collect();
    let (mut at, mut place) = (0, 0);
    // Side by side, past what went and past what came.
    while let (Some((old, before)), Some((new, after))) = (old.get(at), new.get(place)) {
        let (went, came) = (!is.contains_key(old), !was.contains_key(new));
        let named = went && came && alike(before, after);
        if named {
            found.insert(*old, *new);
        }
        at += usize::from(went || !came);
        place += usize::from(named || !went);
    }
    found
}

fn alike(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Map(old), Value::Map(new)) => {
            let kept = old.keys().filter(|key| new.contains_key(*key)).count();
            kept > 0 && kept * 2 >= old.len() && old.get("Type") == new.get("Type")
        }
        _ => old == new,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::Map;

    #[test]
    fn a_new_key_in_an_old_place_is_a_new_name() {
        let (one, two) = (Value::from(1), Value::from(2));
        let old = [("a", &one), ("b", &two), ("c", &one)];
        let names = |new: &[(&'static str, &Value)]| {
            let mut names: Vec<_> = renamed(&old, new).into_iter().collect();
            names.sort_unstable();
            names
        };
        assert_eq!(
            names(&[("a", &one), ("x", &two), ("c", &one)]),
            [("b", "x")]
        );
        assert_eq!(names(&[("a", &one), ("x", &one), ("c", &one)]), []);
        assert_eq!(names(&[("b", &one), ("c", &two), ("a", &one)]), []);
        assert_eq!(names(&[("c", &one)]), []);
        assert_eq!(names(&[("c", &one), ("x", &two)]), []);
        assert_eq!(names(&[("b", &one), ("x", &one)]), [("c", "x")]);
        assert_eq!(
            names(&[("x", &2.into()), ("a", &one), ("y", &two), ("c", &one)]),
            [("b", "y")]
        );
    }

    #[test]
    fn a_mapping_may_have_changed_inside() {
        let map =
            |key: &str, value: i64| Value::Map(Map::from_iter([(key.to_owned(), value.into())]));
        let (old, inside, other) = (map("k", 1), map("k", 2), map("l", 1));
        assert_eq!(renamed(&[("a", &old)], &[("b", &inside)]).len(), 1);
        assert!(renamed(&[("a", &old)], &[("b", &other)]).is_empty());
    }
}
