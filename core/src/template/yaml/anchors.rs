//! Which anchors no longer name what their aliases stand for, and so which
//! aliases have to be written out. Writes nothing.

use std::collections::HashSet;

use super::pairing;
use super::print::entries;
use crate::template::Value;
use crate::template::source::{Form, Inside, Node};

/// The aliases that are written out.
#[derive(Clone, Copy)]
pub(super) enum Aliases<'a> {
    /// Those of these anchors.
    Of(&'a HashSet<u32>),
    /// All of them.
    All,
}

impl Aliases<'_> {
    /// Whether one of them stands in a node.
    pub(super) fn stand_in(self, node: &Node) -> bool {
        match self {
            Self::Of(anchors) if anchors.is_empty() => false,
            _ => self.are_inside(node),
        }
    }

    fn are_inside(self, node: &Node) -> bool {
        match (&node.inside, node.form) {
            (_, Form::Alias(anchor)) => match self {
                Self::Of(anchors) => anchors.contains(&anchor),
                Self::All => true,
            },
            (Inside::Nothing, _) => false,
            (Inside::List(nodes), _) => nodes.iter().any(|inner| self.are_inside(inner)),
            (Inside::Map(entries), _) => entries.iter().any(|entry| self.are_inside(&entry.value)),
        }
    }
}

/// The anchors whose values are gone or differ.
pub(super) fn changed(root: &Node, old: &Value, new: &Value) -> HashSet<u32> {
    let mut found = HashSet::new();
    collect(root, old, Some(new), &mut found);
    found
}

fn collect<'v>(node: &Node, old: &'v Value, new: Option<&'v Value>, found: &mut HashSet<u32>) {
    if new == Some(old) {
        return;
    }
    found.extend(node.anchor);
    match (&node.inside, old) {
        (Inside::Map(read), _) => {
            let old = entries(old).unwrap_or_default();
            let new = new.and_then(entries).unwrap_or_default();
            let of = |entries: &[(&str, &'v Value)], key: &str| {
                let found = entries.iter().find(|(name, _)| *name == key);
                found.map(|(_, value)| *value)
            };
            for entry in read {
                // What `<<` names is looked at where it is defined.
                let was = of(&old, &entry.key).unwrap_or(&Value::Null);
                collect(&entry.value, was, of(&new, &entry.key), found);
            }
        }
        (Inside::List(read), Value::List(old)) => {
            let none = Vec::new();
            let new = match new {
                Some(Value::List(new)) => new,
                _ => &none,
            };
            let pairing = pairing::list(old, new);
            for (place, node) in read.iter().enumerate() {
                let pair = pairing.values.iter().find(|(at, ..)| *at == place);
                let was = old.get(place).unwrap_or(&Value::Null);
                collect(node, was, pair.map(|(_, _, new)| *new), found);
            }
        }
        _ => {}
    }
}
