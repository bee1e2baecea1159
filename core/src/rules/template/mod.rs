//! Rules on any resource, whatever its kind.

mod reference_circle;
mod reference_missing;
mod reference_wrong_kind;
mod required_property_missing;
mod value_malformed;

use super::Rule;

/// In the order of the docs.
pub(super) static RULES: &[&Rule] = &[
    &reference_missing::RULE,
    &reference_wrong_kind::RULE,
    &reference_circle::RULE,
    &required_property_missing::RULE,
    &value_malformed::RULE,
];
