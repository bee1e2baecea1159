//! `AWS::EC2::RouteTable`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Home, Position, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: RouteTable::KIND,
    word: "routetable",
    label: "Route table",
    stem: "RouteTable",
    summary: "Says where packets leave the subnets that use it. Every table has a local route to the whole VPC.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-routetable.html",
    category: Category::Network,
    icon: include_str!("../icons/route-table.svg"),
    shape: Shape::Chip,
    homes: &[Home {
        property: "VpcId",
        kind: "AWS::EC2::VPC",
        position: Position::Inside,
    }],
    ends: None,
    links: &[],
    fields: &[field::VPC, field::TAGS],
    defaults: Map::new,
    resource_attributes: Map::new,
    attributes: &["RouteTableId"],
    role: Role::RouteTable,
};

view! {
    /// A route table.
    RouteTable of "AWS::EC2::RouteTable" {
        /// The VPC that it belongs to.
        vpc = "VpcId",
    }
}
