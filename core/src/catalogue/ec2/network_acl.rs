//! `AWS::EC2::NetworkAcl`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Home, Position, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: NetworkAcl::KIND,
    word: "acl",
    label: "Network ACL",
    stem: "NetworkAcl",
    summary: "A stateless filter at the edge of its subnets: numbered rules, the first that fits decides, and replies need rules too.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkacl.html",
    category: Category::Security,
    icon: include_str!("../icons/network-acl.svg"),
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
    attributes: &["Id"],
    role: Role::NetworkAcl,
};

view! {
    /// A network ACL.
    NetworkAcl of "AWS::EC2::NetworkAcl" {
        /// The VPC that it belongs to.
        vpc = "VpcId",
    }
}
