//! `AWS::EC2::EIP`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Owner, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: ElasticIp::KIND,
    word: "eip",
    label: "Elastic IP",
    stem: "ElasticIp",
    summary: "A public IPv4 address that stays yours until you give it back.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-eip.html",
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
    homes: &[],
    ends: None,
    links: &[],
    fields: &[
        Field {
            property: "InstanceId",
            label: "Instance",
            format: Format::Reference("AWS::EC2::Instance", None),
            required: false,
            help: "The instance that is reached at this address.",
        },
        Field {
            property: "Domain",
            label: "Domain",
            format: Format::Choice(&["vpc", "standard"]),
            required: false,
            help: "vpc; standard was for networks before VPCs.",
        },
        field::TAGS,
    ],
    defaults: || Map::from_iter([("Domain".to_owned(), "vpc".into())]),
    resource_attributes: Map::new,
    attributes: &["AllocationId", "PublicIp"],
    role: Role::ElasticIp,
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
