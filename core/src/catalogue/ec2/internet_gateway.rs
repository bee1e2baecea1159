//! `AWS::EC2::InternetGateway`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: InternetGateway::KIND,
    word: "igw",
    label: "Internet gateway",
    stem: "InternetGateway",
    summary: "The door between a VPC and the Internet: attached to the VPC, and named by a route, it lets what has a public address through.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-internetgateway.html",
    category: Category::Network,
    icon: include_str!("../icons/internet-gateway.svg"),
    shape: Shape::Box,
    homes: &[],
    ends: None,
    links: &[],
    fields: &[field::TAGS],
    defaults: Map::new,
    resource_attributes: Map::new,
    attributes: &["InternetGatewayId"],
    role: Role::InternetGateway,
};

view! {
    /// An Internet gateway.
    InternetGateway of "AWS::EC2::InternetGateway" {}
}
