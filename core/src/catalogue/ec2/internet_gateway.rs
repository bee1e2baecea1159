//! `AWS::EC2::InternetGateway`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Role};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: InternetGateway::KIND,
    word: "igw",
    label: "Internet gateway",
    stem: "InternetGateway",
    summary: "The door between a VPC and the Internet: attached to the VPC, and named by a route, it lets what has a public address through.",
    category: Category::Network,
    icon: include_str!("../icons/internet-gateway.svg"),
    fields: &[field::TAGS],
    attributes: &["InternetGatewayId"],
    role: Role::InternetGateway,
    ..Entry::BOX
};

view! {
    /// An Internet gateway.
    InternetGateway of "AWS::EC2::InternetGateway" {}
}
