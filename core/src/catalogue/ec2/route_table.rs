//! `AWS::EC2::RouteTable`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Home, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: RouteTable::KIND,
    word: "routetable",
    label: "Route table",
    stem: "RouteTable",
    summary: "Says where packets leave the subnets that use it. Every table has a local route to the whole VPC.",
    category: Category::Network,
    icon: include_str!("../icons/route-table.svg"),
    shape: Shape::Chip,
    homes: &[Home::inside("VpcId", "AWS::EC2::VPC")],
    fields: &[field::VPC, field::TAGS],
    attributes: &["RouteTableId"],
    role: Role::RouteTable,
    ..Entry::BOX
};

view! {
    /// A route table.
    RouteTable of "AWS::EC2::RouteTable" {
        /// The VPC that it belongs to.
        vpc = "VpcId",
    }
}
