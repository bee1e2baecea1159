//! The list of entries. A kind that is not here is a plain box.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::{Entry, ec2, elbv2, iam, rds, s3};

/// Every entry, in the order of the palette inside its category.
pub static ENTRIES: &[&Entry] = &[
    &ec2::vpc::ENTRY,
    &ec2::subnet::ENTRY,
    &ec2::internet_gateway::ENTRY,
    &ec2::nat_gateway::ENTRY,
    &ec2::elastic_ip::ENTRY,
    &ec2::route_table::ENTRY,
    &ec2::route::ENTRY,
    &ec2::vpc_cidr_block::ENTRY,
    &ec2::vpc_gateway_attachment::ENTRY,
    &ec2::subnet_route_table_association::ENTRY,
    &ec2::instance::ENTRY,
    &elbv2::load_balancer::ENTRY,
    &elbv2::target_group::ENTRY,
    &elbv2::listener::ENTRY,
    &s3::bucket::ENTRY,
    &rds::db_instance::ENTRY,
    &rds::db_subnet_group::ENTRY,
    &iam::role::ENTRY,
    &ec2::security_group::ENTRY,
    &ec2::security_group_ingress::ENTRY,
    &ec2::security_group_egress::ENTRY,
    &ec2::network_acl::ENTRY,
    &ec2::network_acl_entry::ENTRY,
    &ec2::subnet_network_acl_association::ENTRY,
];

/// The entry of a type.
pub fn entry(kind: &str) -> Option<&'static Entry> {
    static BY_KIND: OnceLock<HashMap<&'static str, &'static Entry>> = OnceLock::new();
    let by_kind =
        BY_KIND.get_or_init(|| ENTRIES.iter().map(|entry| (entry.kind, *entry)).collect());
    by_kind.get(kind).copied()
}

/// The entry of a fixture's word.
pub fn entry_of_word(word: &str) -> Option<&'static Entry> {
    ENTRIES.iter().copied().find(|entry| entry.word == word)
}

#[cfg(test)]
#[path = "kinds_tests.rs"]
mod tests;
