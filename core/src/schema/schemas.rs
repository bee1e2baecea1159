//! Everything that is known of types: found by name, parsed when first needed.
//! Knows nothing of what a schema says.

use std::fmt;
use std::sync::{Arc, OnceLock};

use indexmap::IndexMap;

use super::{Schema, line, similar};

/// What is known of types of resource. Cheap to clone: clones share what was
/// read and what was parsed. By default nothing is known.
#[derive(Clone, Default)]
pub struct Schemas {
    lines: Arc<IndexMap<String, Arc<Line>>>,
    names: Option<Arc<Vec<String>>>,
}

/// A line of the data: what stands behind the name of a type.
struct Line {
    text: String,
    parsed: OnceLock<Option<Arc<Schema>>>,
}

impl Schemas {
    /// Reads texts of a type a line (see the README of `schema/`). Only the
    /// names are read now; a line that is not as expected is no type.
    pub fn read(texts: &[&str]) -> Self {
        let mut read = Self::default();
        for text in texts {
            read = read.with(text);
        }
        read
    }

    /// These and more. A type that is already known is replaced.
    #[must_use]
    pub fn with(&self, text: &str) -> Self {
        let mut lines = IndexMap::clone(&self.lines);
        for (kind, text) in text.lines().filter_map(named) {
            let line = Line {
                text: text.to_owned(),
                parsed: OnceLock::new(),
            };
            lines.insert(kind.to_owned(), Arc::new(line));
        }
        Self {
            lines: Arc::new(lines),
            names: self.names.clone(),
        }
    }

    /// These, and the names of all types that there are, one a line: whether a
    /// name is a type at all can be told from now on.
    #[must_use]
    pub fn with_names(&self, text: &str) -> Self {
        let names = text.lines().map(str::trim).filter(|name| !name.is_empty());
        let mut names: Vec<String> = names.map(str::to_owned).collect();
        crate::sorting::sort(&mut names);
        Self {
            lines: Arc::clone(&self.lines),
            names: Some(Arc::new(names)),
        }
    }

    /// Whether there is anything known.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Whether what a type is made of is known.
    pub fn knows(&self, kind: &str) -> bool {
        self.lines.contains_key(kind)
    }

    /// The types of which it is known what they are made of.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        self.lines.keys().map(String::as_str)
    }

    /// The names of all types that were given or read, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let named = self.names.iter().flat_map(|names| names.iter());
        let unnamed = if self.names.is_none() { usize::MAX } else { 0 };
        let read = self.lines.keys().take(unnamed);
        named.chain(read).map(String::as_str)
    }

    /// Whether there is a type of this name; nothing if the names of all types
    /// were not given.
    pub fn is_type(&self, kind: &str) -> Option<bool> {
        let names = self.names.as_ref()?;
        let is_named = || names.binary_search_by(|it| it.as_str().cmp(kind)).is_ok();
        Some(self.knows(kind) || is_named())
    }

    /// The type whose name is most like this, if one is near.
    pub fn similar_kind(&self, kind: &str) -> Option<&str> {
        let named = self.names.iter().flat_map(|names| names.iter());
        let named = named.map(String::as_str);
        similar(kind, named.chain(self.kinds()))
    }

    /// What a type is made of. It is parsed when it is first asked for.
    pub fn get(&self, kind: &str) -> Option<Arc<Schema>> {
        let line = self.lines.get(kind)?;
        let parsed = line
            .parsed
            .get_or_init(|| line::schema(kind, &line.text).map(Arc::new));
        parsed.clone()
    }
}

impl fmt::Debug for Schemas {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Schemas of {} types", self.lines.len())
    }
}

/// Name and rest of `"AWS::EC2::VPC":{...},`.
fn named(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let (kind, rest) = line.strip_prefix('"')?.split_once("\":")?;
    let rest = rest.strip_suffix(',').unwrap_or(rest);
    (rest.starts_with('{') && rest.ends_with('}')).then_some((kind, rest))
}

#[cfg(test)]
#[path = "schemas_tests.rs"]
mod tests;
