//! The list of entries. A kind that is not here is a plain box.

use super::{Entry, ec2, elbv2, rds};

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
    &rds::db_instance::ENTRY,
    &rds::db_subnet_group::ENTRY,
    &ec2::security_group::ENTRY,
    &ec2::security_group_ingress::ENTRY,
    &ec2::security_group_egress::ENTRY,
    &ec2::network_acl::ENTRY,
    &ec2::network_acl_entry::ENTRY,
    &ec2::subnet_network_acl_association::ENTRY,
];

/// The entry of a type.
pub fn entry(kind: &str) -> Option<&'static Entry> {
    ENTRIES.iter().copied().find(|entry| entry.kind == kind)
}

/// The entry of a fixture's word.
pub fn entry_of_word(word: &str) -> Option<&'static Entry> {
    ENTRIES.iter().copied().find(|entry| entry.word == word)
}

#[cfg(test)]
#[path = "kinds_tests.rs"]
mod tests;
