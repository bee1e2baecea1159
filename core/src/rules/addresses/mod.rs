//! Rules on address blocks.

mod cidr_malformed;
mod cidr_not_canonical;
mod subnet_cidr_overlap;
mod subnet_cidr_size;
mod subnet_few_addresses;
mod subnet_outside_vpc;
mod vpc_cidr_docker;
mod vpc_cidr_overlap;
mod vpc_cidr_restricted;
mod vpc_cidr_size;

use super::Rule;

/// In the order of the docs.
pub(super) static RULES: &[&Rule] = &[
    &cidr_malformed::RULE,
    &cidr_not_canonical::RULE,
    &vpc_cidr_size::RULE,
    &vpc_cidr_restricted::RULE,
    &vpc_cidr_overlap::RULE,
    &vpc_cidr_docker::RULE,
    &subnet_cidr_size::RULE,
    &subnet_outside_vpc::RULE,
    &subnet_cidr_overlap::RULE,
    &subnet_few_addresses::RULE,
];
