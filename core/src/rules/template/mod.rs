//! Rules on any resource, whatever its kind.

mod reference_missing;
mod required_property_missing;

use super::Rule;

/// In the order of the docs.
pub(super) static RULES: &[&Rule] = &[&reference_missing::RULE, &required_property_missing::RULE];
