//! Rules on address blocks.

mod cidr_malformed;
mod cidr_not_canonical;
mod default_quota;
mod direct_connect_cidr_overlap;
mod peering_cidr_overlap;
mod private_address_outside_subnet;
mod private_address_reserved;
mod private_address_twice;
mod renumbering;
mod site_cidr_overlap;
mod subnet_cidr_overlap;
mod subnet_cidr_size;
mod subnet_few_addresses;
mod subnet_outside_vpc;
mod transit_cidr_overlap;
mod vpc_cidr_docker;
mod vpc_cidr_overlap;
mod vpc_cidr_restricted;
mod vpc_cidr_size;
mod vpc_no_free_space;
mod vpc_own_blocks_overlap;
mod written_addresses;

use super::Rule;

/// In the order of the docs.
pub(super) static RULES: &[&Rule] = &[
    &cidr_malformed::RULE,
    &cidr_not_canonical::RULE,
    &vpc_cidr_size::RULE,
    &vpc_cidr_restricted::RULE,
    &vpc_own_blocks_overlap::RULE,
    &vpc_cidr_overlap::RULE,
    &peering_cidr_overlap::RULE,
    &transit_cidr_overlap::RULE,
    &direct_connect_cidr_overlap::RULE,
    &site_cidr_overlap::RULE,
    &vpc_cidr_docker::RULE,
    &subnet_cidr_size::RULE,
    &subnet_outside_vpc::RULE,
    &subnet_cidr_overlap::RULE,
    &subnet_few_addresses::RULE,
    &vpc_no_free_space::RULE,
    &private_address_outside_subnet::RULE,
    &private_address_reserved::RULE,
    &private_address_twice::RULE,
    &default_quota::RULE,
];
