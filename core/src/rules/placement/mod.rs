//! Rules on placement.

use super::Rule;

/// In the order of the docs.
pub(super) static RULES: &[&Rule] = &[];
