//! Rules on routes and gateways.

mod edge_route_not_allowed;
mod edge_route_one_way;
mod edge_table_association;
mod egress_only_gateway_ipv4;
mod egress_only_gateway_public_subnet;
mod gateway_endpoint_tables;
mod gateway_unattached;
mod internet_gateway_twice;
mod ipv6_without_default_route;
mod middlebox_one_way;
mod nat_gateway_in_private_subnet;
mod nat_gateway_other_zone;
mod nat_gateway_serves_its_own_subnet;
mod nat_gateway_without_eip;
mod peering_one_way;
mod peering_route_outside_peer;
mod peering_twice;
mod private_subnet_with_way;
mod propagation_other_vpc;
mod public_subnet_without_way;
mod route_destination;
mod route_duplicate_destination;
mod route_endpoint_kind;
mod route_gateway_not_attached;
mod route_gateway_other_vpc;
mod route_more_specific_than_local;
mod route_no_target;
mod route_reserved_destination;
mod route_several_targets;
mod route_table_not_associated;
mod route_table_other_vpc;
mod route_target_checks_addresses;
mod subnet_two_route_tables;
mod tables;
mod transit_association;
mod transit_attachment_subnets;
mod transit_attachment_zone_missing;
mod transit_not_attached;
mod transit_route_no_target;
mod vpn_gateway_without_routes;

use super::Rule;

/// In the order of the docs.
pub(super) static RULES: &[&Rule] = &[
    &route_no_target::RULE,
    &route_several_targets::RULE,
    &route_destination::RULE,
    &route_duplicate_destination::RULE,
    &route_more_specific_than_local::RULE,
    &route_reserved_destination::RULE,
    &route_target_checks_addresses::RULE,
    &middlebox_one_way::RULE,
    &route_gateway_not_attached::RULE,
    &route_gateway_other_vpc::RULE,
    &route_endpoint_kind::RULE,
    &route_table_not_associated::RULE,
    &route_table_other_vpc::RULE,
    &subnet_two_route_tables::RULE,
    &public_subnet_without_way::RULE,
    &private_subnet_with_way::RULE,
    &ipv6_without_default_route::RULE,
    &egress_only_gateway_ipv4::RULE,
    &egress_only_gateway_public_subnet::RULE,
    &internet_gateway_twice::RULE,
    &gateway_unattached::RULE,
    &vpn_gateway_without_routes::RULE,
    &propagation_other_vpc::RULE,
    &nat_gateway_without_eip::RULE,
    &nat_gateway_in_private_subnet::RULE,
    &nat_gateway_serves_its_own_subnet::RULE,
    &nat_gateway_other_zone::RULE,
    &edge_table_association::RULE,
    &edge_route_not_allowed::RULE,
    &edge_route_one_way::RULE,
    &peering_twice::RULE,
    &peering_one_way::RULE,
    &peering_route_outside_peer::RULE,
    &transit_not_attached::RULE,
    &transit_attachment_subnets::RULE,
    &transit_attachment_zone_missing::RULE,
    &transit_association::RULE,
    &transit_route_no_target::RULE,
    &gateway_endpoint_tables::RULE,
];
