//! A mapping while it is read: keys that stand twice, and keys that `<<`
//! brings in from another mapping (<https://yaml.org/type/merge.html>).

use std::collections::HashSet;

use crate::template::source::Entry;
use crate::template::{Map, Value};

/// What was read of a mapping.
#[derive(Default)]
pub(super) struct Mapping {
    /// Its entries as they stand in the text.
    pub entries: Vec<Entry>,
    /// What they say together.
    pub map: Map,
    merged: HashSet<String>,
}

impl Mapping {
    /// Takes an entry; says whether its key was there before.
    pub(super) fn insert(&mut self, entry: Entry, value: Value) -> bool {
        let before = self.map.insert(entry.key.clone(), value).is_some();
        let twice = before && !self.merged.remove(&entry.key);
        self.entries.push(entry);
        twice
    }

    /// Takes what `<<` brings in: a mapping, or several of which the first
    /// counts most. What the mapping says itself counts more.
    pub(super) fn merge(&mut self, value: &Value) {
        match value {
            Value::List(list) => list.iter().for_each(|value| self.merge(value)),
            Value::Map(map) => {
                for (key, value) in map {
                    self.bring(key, value);
                }
            }
            Value::Function(call) => self.bring(call.name.as_str(), &call.argument),
            _ => {}
        }
    }

    fn bring(&mut self, key: &str, value: &Value) {
        if !self.map.contains_key(key) {
            self.map.insert(key.to_owned(), value.clone());
            self.merged.insert(key.to_owned());
        }
    }
}
