//! Where a part of the network comes from, in the caller's own words. The
//! network copies origins into traces and never looks inside.

use std::fmt;
use std::sync::Arc;

/// A label chosen by the caller: a thing, and a place inside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// The thing that this part was made from.
    pub resource: Arc<str>,
    /// The place inside the thing, such as `/Rules/0`; empty for the whole.
    pub path: Arc<str>,
}

impl Origin {
    /// The whole of `resource`.
    pub fn whole(resource: impl Into<Arc<str>>) -> Self {
        Self {
            resource: resource.into(),
            path: Arc::from(""),
        }
    }

    /// The place `path` inside the same thing.
    #[must_use]
    pub fn at(&self, path: impl Into<Arc<str>>) -> Self {
        Self {
            resource: Arc::clone(&self.resource),
            path: path.into(),
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", self.resource, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_behind_its_resource() {
        let group = Origin::whole("WebGroup");
        assert_eq!(group.to_string(), "WebGroup");
        assert_eq!(group.at("/Rules/0").to_string(), "WebGroup/Rules/0");
    }
}
