//! The template itself.

use std::sync::Arc;

use indexmap::IndexMap;

use super::{Format, LogicalId, Map, Resource, Source, Value};

/// A template: its sections in the order of the file, and its resources.
#[derive(Clone, Debug, Default)]
pub struct Template {
    /// Every top-level section but `Resources`.
    pub sections: Map,
    /// Where `Resources` stands among the sections; behind them if greater.
    pub(super) resources_at: usize,
    /// The resources in the order of the file.
    pub resources: IndexMap<LogicalId, Arc<Resource>>,
    /// The text that this was read from, for printing what was not touched.
    pub(super) source: Option<Arc<Source>>,
}

/// The text that a template was read from, and with it the format and style
/// in which it is printed. Shared; equal only to itself.
#[derive(Clone, Debug)]
pub struct Written {
    source: Option<Arc<Source>>,
    resources_at: usize,
}

impl PartialEq for Written {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.source, &other.source) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        same && self.resources_at == other.resources_at
    }
}

/// Two templates are equal when they say the same in the same order; the text
/// that they were read from does not count.
impl PartialEq for Template {
    fn eq(&self, other: &Self) -> bool {
        self.sections == other.sections
            && self.resources.len() == other.resources.len()
            && self.resources.iter().eq(other.resources.iter())
    }
}

impl Template {
    /// A template with nothing in it but its format version.
    pub fn empty() -> Self {
        let version = (
            "AWSTemplateFormatVersion".to_owned(),
            Value::from("2010-09-09"),
        );
        Self {
            sections: Map::from_iter([version]),
            resources_at: usize::MAX,
            ..Self::default()
        }
    }

    /// The resource of a name.
    pub fn resource(&self, id: &LogicalId) -> Option<&Resource> {
        self.resources.get(id).map(AsRef::as_ref)
    }

    /// The resources of a type, in the order of the file.
    pub fn of_kind<'a>(
        &'a self,
        kind: &'a str,
    ) -> impl Iterator<Item = (&'a LogicalId, &'a Resource)> {
        let all = self
            .resources
            .iter()
            .map(|(id, resource)| (id, resource.as_ref()));
        all.filter(move |(_, resource)| resource.kind() == kind)
    }

    /// The text that this was read from, if it was.
    pub fn source(&self) -> Option<&Source> {
        self.source.as_deref()
    }

    /// How it was written.
    pub fn written(&self) -> Written {
        Written {
            source: self.source.clone(),
            resources_at: self.resources_at,
        }
    }

    /// Has it printed as something else was written.
    pub(crate) fn set_written(&mut self, written: Written) {
        self.source = written.source;
        self.resources_at = written.resources_at;
    }

    /// The format that it is printed in.
    pub fn format(&self) -> Format {
        self.source()
            .map(|source| source.format)
            .unwrap_or_default()
    }

    /// The whole template as one value, `Resources` at its place.
    pub fn to_value(&self) -> Value {
        let bodies = self.resources.iter();
        let bodies = bodies.map(|(id, resource)| (id.to_string(), resource.body().clone()));
        let mut root = self.sections.clone();
        let unsaid = |source: &Source| source.root.entry("Resources").is_none();
        match root.get("Resources") {
            // What the text does not have is not added to it.
            None if self.resources.is_empty() && self.source().is_some_and(unsaid) => {}
            None => {
                let at = self.resources_at.min(root.len());
                root.shift_insert(at, "Resources".to_owned(), Value::Map(bodies.collect()));
            }
            Some(Value::Null) if !self.resources.is_empty() => {
                root.insert("Resources".to_owned(), Value::Map(bodies.collect()));
            }
            Some(_) => {}
        }
        Value::Map(root)
    }
}
