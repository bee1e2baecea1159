//! Rules on any resource, whatever its kind.

mod attribute_unknown;
mod logical_id_malformed;
mod property_excluded;
mod property_needed;
mod property_one_of_missing;
mod property_read_only;
mod property_unknown;
mod reference_circle;
mod reference_missing;
mod reference_wrong_kind;
mod required_property_missing;
mod template_limits;
mod type_unknown;
mod value_malformed;
mod value_not_in_enum;
mod value_out_of_range;
mod value_pattern;
mod value_wrong_type;

use std::collections::HashMap;

use super::{Finding, Rule};
use crate::template::{LogicalId, PropertyPath};

/// In the order of the docs.
pub(super) static RULES: &[&Rule] = &[
    &type_unknown::RULE,
    &logical_id_malformed::RULE,
    &reference_missing::RULE,
    &reference_wrong_kind::RULE,
    &reference_circle::RULE,
    &attribute_unknown::RULE,
    &required_property_missing::RULE,
    &property_one_of_missing::RULE,
    &property_needed::RULE,
    &property_excluded::RULE,
    &property_unknown::RULE,
    &property_read_only::RULE,
    &value_malformed::RULE,
    &value_wrong_type::RULE,
    &value_not_in_enum::RULE,
    &value_pattern::RULE,
    &value_out_of_range::RULE,
    &template_limits::RULE,
];

/// What any property is held to: where another rule knows better what is wrong
/// at a place, these have nothing to add.
static GENERAL: &[&Rule] = &[
    &property_one_of_missing::RULE,
    &property_needed::RULE,
    &property_excluded::RULE,
    &value_wrong_type::RULE,
    &value_not_in_enum::RULE,
    &value_pattern::RULE,
    &value_out_of_range::RULE,
];

/// Those of them that speak of several properties at once.
static OF_SEVERAL: &[&Rule] = &[
    &property_one_of_missing::RULE,
    &property_needed::RULE,
    &property_excluded::RULE,
];

/// Takes away what is said better by another finding at the same place: one
/// mistake is one finding.
pub(super) fn without_repetitions(found: Vec<Finding>) -> Vec<Finding> {
    let is_general = |finding: &Finding| GENERAL.contains(&finding.rule);
    if !found.iter().any(is_general) {
        return found;
    }
    let (general, special): (Vec<_>, Vec<_>) = found.into_iter().partition(is_general);
    let is_better = |special: &Finding, general: &Finding| {
        !special.path.is_root()
            && (is_inside(&general.path, &special.path)
                || OF_SEVERAL.contains(&general.rule)
                    && !RULES.contains(&special.rule)
                    && is_inside(&special.path, &general.path))
    };
    let mut by_resource: HashMap<&LogicalId, Vec<&Finding>> = HashMap::new();
    for finding in &special {
        let of_one = by_resource.entry(&finding.resource).or_default();
        of_one.push(finding);
    }
    let is_new = |finding: &Finding| {
        let others = by_resource.get(&finding.resource).into_iter().flatten();
        !others.into_iter().any(|other| is_better(other, finding))
    };
    let new: Vec<Finding> = general.into_iter().filter(is_new).collect();
    special.into_iter().chain(new).collect()
}

/// Whether a place is another, or in it.
fn is_inside(inner: &PropertyPath, outer: &PropertyPath) -> bool {
    inner.steps().starts_with(outer.steps())
}
