//! Rules on address blocks.

mod subnet_cidr_overlap;
mod subnet_outside_vpc;

use super::Rule;

/// In the order of the docs.
pub(super) static RULES: &[&Rule] = &[&subnet_outside_vpc::RULE, &subnet_cidr_overlap::RULE];
