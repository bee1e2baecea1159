//! Rules on routes and gateways.

mod gateway_unattached;
mod internet_gateway_twice;
mod nat_gateway_in_private_subnet;
mod nat_gateway_other_zone;
mod nat_gateway_serves_its_own_subnet;
mod nat_gateway_without_eip;
mod public_subnet_without_way;
mod route_duplicate_destination;
mod route_gateway_not_attached;
mod route_gateway_other_vpc;
mod route_more_specific_than_local;
mod route_no_target;
mod route_several_targets;
mod route_table_not_associated;
mod route_table_other_vpc;
mod subnet_two_route_tables;

use super::Rule;

/// In the order of the docs.
pub(super) static RULES: &[&Rule] = &[
    &route_no_target::RULE,
    &route_several_targets::RULE,
    &route_duplicate_destination::RULE,
    &route_more_specific_than_local::RULE,
    &route_gateway_not_attached::RULE,
    &route_gateway_other_vpc::RULE,
    &route_table_not_associated::RULE,
    &route_table_other_vpc::RULE,
    &subnet_two_route_tables::RULE,
    &public_subnet_without_way::RULE,
    &internet_gateway_twice::RULE,
    &gateway_unattached::RULE,
    &nat_gateway_without_eip::RULE,
    &nat_gateway_in_private_subnet::RULE,
    &nat_gateway_serves_its_own_subnet::RULE,
    &nat_gateway_other_zone::RULE,
];
