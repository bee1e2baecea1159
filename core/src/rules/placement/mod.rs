//! Rules on where things stand, and what reaches them there.

mod bastion_in_private_subnet;
mod bastion_missing;
mod cache_subnet_group_zones;
mod classic_load_balancer_blocked;
mod classic_load_balancer_zones;
mod db_public_without_way;
mod db_publicly_accessible;
mod db_subnet_group_zones;
mod efs_mount_targets;
mod efs_port_closed;
mod efs_zone_without_mount_target;
mod endpoint_dns;
mod endpoint_port_closed;
mod endpoint_zones;
mod fleet_in_one_zone;
mod instance_no_public_address;
mod instance_without_subnet;
mod lambda_in_public_subnet;
mod lambda_without_way;
mod listener_without_targets;
mod load_balancer_internal_public_subnet;
mod load_balancer_private_subnet;
mod load_balancer_subnet_size;
mod load_balancer_without_listener;
mod load_balancer_zone_without_targets;
mod load_balancer_zones;
mod mount_targets;
mod network_load_balancer_without_groups;
mod resource_unused;
pub(super) mod standing;
mod subnet_without_zone;
mod target_group_lambda_port;
mod target_group_other_vpc;
mod target_group_without_targets;
mod target_health_check_blocked;
mod target_not_accepted;
mod target_traffic_blocked;
mod target_zone_not_enabled;
mod targets;
mod targets_in_one_zone;
mod vpc_missing;
mod zones;

use super::Rule;

/// In the order of the docs.
pub(super) static RULES: &[&Rule] = &[
    &vpc_missing::RULE,
    &subnet_without_zone::RULE,
    &instance_without_subnet::RULE,
    &instance_no_public_address::RULE,
    &bastion_missing::RULE,
    &bastion_in_private_subnet::RULE,
    &load_balancer_zones::RULE,
    &load_balancer_subnet_size::RULE,
    &load_balancer_private_subnet::RULE,
    &load_balancer_internal_public_subnet::RULE,
    &network_load_balancer_without_groups::RULE,
    &load_balancer_without_listener::RULE,
    &listener_without_targets::RULE,
    &target_group_without_targets::RULE,
    &target_group_lambda_port::RULE,
    &target_group_other_vpc::RULE,
    &target_not_accepted::RULE,
    &target_traffic_blocked::RULE,
    &target_health_check_blocked::RULE,
    &target_zone_not_enabled::RULE,
    &load_balancer_zone_without_targets::RULE,
    &targets_in_one_zone::RULE,
    &fleet_in_one_zone::RULE,
    &classic_load_balancer_zones::RULE,
    &classic_load_balancer_blocked::RULE,
    &db_subnet_group_zones::RULE,
    &db_publicly_accessible::RULE,
    &db_public_without_way::RULE,
    &cache_subnet_group_zones::RULE,
    &efs_mount_targets::RULE,
    &efs_zone_without_mount_target::RULE,
    &efs_port_closed::RULE,
    &lambda_in_public_subnet::RULE,
    &lambda_without_way::RULE,
    &endpoint_zones::RULE,
    &endpoint_dns::RULE,
    &endpoint_port_closed::RULE,
    &resource_unused::RULE,
];
