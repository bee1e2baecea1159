//! `AWS::EC2::EIP`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Owner, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: ElasticIp::KIND,
    word: "eip",
    label: "Elastic IP",
    stem: "ElasticIp",
    summary: "A public IPv4 address that stays yours until you give it back.",
    category: Category::Network,
    icon: include_str!("../icons/elastic-ip.svg"),
    shape: Shape::Row(&[
        Owner::Naming {
            kind: "AWS::EC2::NatGateway",
            property: "AllocationId",
        },
        Owner::Named {
            property: "InstanceId",
            kind: "AWS::EC2::Instance",
        },
    ]),
    fields: &[
        Field::new(
            "InstanceId",
            "Instance",
            Format::Reference("AWS::EC2::Instance", None),
            "The instance that is reached at this address.",
        ),
        Field::new(
            "Domain",
            "Domain",
            Format::Choice(&["vpc", "standard"]),
            "vpc; standard was for networks before VPCs.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Domain":"vpc"}"#,
    attributes: &["AllocationId", "PublicIp"],
    role: Role::ElasticIp,
    ..Entry::BOX
};

view! {
    /// An Elastic IP address.
    ElasticIp of "AWS::EC2::EIP" {
        /// The instance that it belongs to.
        instance = "InstanceId",
        /// `vpc` or `standard`.
        domain = "Domain",
    }
}
