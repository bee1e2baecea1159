//! Rules on security groups and network ACLs.

pub(super) mod covering;
mod network_acl_duplicate_number;
mod network_acl_entry_shadowed;
mod network_acl_other_vpc;
mod network_acl_replies_blocked;
mod replies;
mod security_group_admin_port_open;
mod security_group_database_port_open;
mod security_group_other_vpc;
mod security_group_ports_missing;
mod security_group_ports_reversed;
mod security_group_rule_redundant;
mod security_group_rule_without_peer;
mod security_group_unused;

use super::Rule;

/// In the order of the docs.
pub(super) static RULES: &[&Rule] = &[
    &security_group_other_vpc::RULE,
    &security_group_rule_without_peer::RULE,
    &security_group_ports_missing::RULE,
    &security_group_ports_reversed::RULE,
    &security_group_admin_port_open::RULE,
    &security_group_database_port_open::RULE,
    &security_group_rule_redundant::RULE,
    &security_group_unused::RULE,
    &network_acl_other_vpc::RULE,
    &network_acl_duplicate_number::RULE,
    &network_acl_entry_shadowed::RULE,
    &network_acl_replies_blocked::RULE,
];
