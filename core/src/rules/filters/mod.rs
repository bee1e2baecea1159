//! Rules on security groups and network ACLs.

pub(super) mod covering;
mod filter_block_not_canonical;
mod network_acl_denies_all;
mod network_acl_duplicate_number;
mod network_acl_entry_shadowed;
mod network_acl_limits;
mod network_acl_number_range;
mod network_acl_other_vpc;
mod network_acl_ports;
mod network_acl_replies_blocked;
mod removing;
mod replies;
mod security_group_admin_port_open;
mod security_group_database_port_open;
mod security_group_default_used;
mod security_group_egress_missing;
mod security_group_everything_open;
mod security_group_limits;
mod security_group_open_in_parts;
mod security_group_other_vpc;
mod security_group_port_unserved;
mod security_group_ports_missing;
mod security_group_ports_out_of_range;
mod security_group_ports_reversed;
mod security_group_prefix_list_malformed;
mod security_group_reference_other_vpc;
mod security_group_rule_redundant;
mod security_group_rule_without_peer;
mod security_group_source_unused;
mod security_group_unused;
mod security_groups_per_interface;

use super::{Finding, Rule};
use crate::template::LogicalId;

/// Takes out what a rule on load balancers says of the same group: what does not
/// get out to targets has one cause.
pub(super) fn without_repetitions(found: &mut Vec<Finding>) {
    let blocked = found.iter().filter(|it| it.rule.id == TARGETS_BLOCKED);
    let stops: Vec<LogicalId> = blocked.filter_map(|it| it.others.last()).cloned().collect();
    let is_own = |it: &Finding| it.rule.id == security_group_egress_missing::RULE.id;
    found.retain(|it| !is_own(it) || !stops.contains(&it.resource));
}

/// The rule that tells what stops requests to targets, by the last of its others.
const TARGETS_BLOCKED: &str = "target-traffic-blocked";

/// In the order of the docs.
pub(super) static RULES: &[&Rule] = &[
    &security_group_other_vpc::RULE,
    &security_group_reference_other_vpc::RULE,
    &security_group_rule_without_peer::RULE,
    &security_group_prefix_list_malformed::RULE,
    &filter_block_not_canonical::RULE,
    &security_group_ports_missing::RULE,
    &security_group_ports_reversed::RULE,
    &security_group_ports_out_of_range::RULE,
    &security_group_everything_open::RULE,
    &security_group_admin_port_open::RULE,
    &security_group_database_port_open::RULE,
    &security_group_open_in_parts::RULE,
    &security_group_egress_missing::RULE,
    &security_group_rule_redundant::RULE,
    &security_group_source_unused::RULE,
    &security_group_port_unserved::RULE,
    &security_group_unused::RULE,
    &security_group_default_used::RULE,
    &security_group_limits::RULE,
    &security_groups_per_interface::RULE,
    &network_acl_other_vpc::RULE,
    &network_acl_duplicate_number::RULE,
    &network_acl_number_range::RULE,
    &network_acl_ports::RULE,
    &network_acl_entry_shadowed::RULE,
    &network_acl_replies_blocked::RULE,
    &network_acl_denies_all::RULE,
    &network_acl_limits::RULE,
];
