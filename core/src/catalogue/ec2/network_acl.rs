//! `AWS::EC2::NetworkAcl`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Home, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: NetworkAcl::KIND,
    word: "acl",
    label: "Network ACL",
    stem: "NetworkAcl",
    summary: "A stateless filter at the edge of its subnets: numbered rules, the first that fits decides, and replies need rules too.",
    category: Category::Security,
    icon: include_str!("../icons/network-acl.svg"),
    shape: Shape::Chip,
    homes: &[Home::inside("VpcId", "AWS::EC2::VPC")],
    fields: &[field::VPC, field::TAGS],
    attributes: &["Id"],
    role: Role::NetworkAcl,
    ..Entry::BOX
};

view! {
    /// A network ACL.
    NetworkAcl of "AWS::EC2::NetworkAcl" {
        /// The VPC that it belongs to.
        vpc = "VpcId",
    }
}
