//! Rules on where things stand, and what reaches them there.

mod db_publicly_accessible;
mod db_subnet_group_zones;
mod instance_no_public_address;
mod instance_without_subnet;
mod listener_without_targets;
mod load_balancer_private_subnet;
mod load_balancer_subnet_size;
mod load_balancer_without_listener;
mod load_balancer_zones;
pub(super) mod standing;
mod subnet_without_zone;
mod target_group_without_targets;
mod target_health_check_blocked;
mod target_traffic_blocked;
mod target_zone_not_enabled;
mod targets;
mod vpc_missing;
mod zones;

use super::Rule;

/// In the order of the docs.
pub(super) static RULES: &[&Rule] = &[
    &vpc_missing::RULE,
    &subnet_without_zone::RULE,
    &instance_without_subnet::RULE,
    &instance_no_public_address::RULE,
    &load_balancer_zones::RULE,
    &load_balancer_subnet_size::RULE,
    &load_balancer_private_subnet::RULE,
    &load_balancer_without_listener::RULE,
    &listener_without_targets::RULE,
    &target_group_without_targets::RULE,
    &target_traffic_blocked::RULE,
    &target_health_check_blocked::RULE,
    &target_zone_not_enabled::RULE,
    &db_subnet_group_zones::RULE,
    &db_publicly_accessible::RULE,
];
