//! `AWS::EC2::VPC`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: Vpc::KIND,
    word: "vpc",
    label: "VPC",
    stem: "Vpc",
    summary: "A private network in one region: an address range that its subnets divide.",
    category: Category::Network,
    icon: include_str!("../icons/vpc.svg"),
    shape: Shape::Container,
    fields: &[
        Field::new(
            "CidrBlock",
            "IPv4 CIDR block",
            Format::Ipv4Cidr,
            "The address range of the network, between /16 and /28.",
        )
        .required(),
        Field::new(
            "EnableDnsSupport",
            "DNS resolution",
            Format::Boolean,
            "Whether the resolver of AWS answers inside the network.",
        ),
        Field::new(
            "EnableDnsHostnames",
            "DNS host names",
            Format::Boolean,
            "Whether instances with a public address get a public host name.",
        ),
        Field::new(
            "InstanceTenancy",
            "Tenancy",
            Format::Choice(&["default", "dedicated", "host"]),
            "Whether instances share their hardware with other accounts.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"CidrBlock":"10.0.0.0/16","EnableDnsSupport":true,"EnableDnsHostnames":true}"#,
    attributes: &[
        "CidrBlock",
        "CidrBlockAssociations",
        "DefaultNetworkAcl",
        "DefaultSecurityGroup",
        "Ipv6CidrBlocks",
        "VpcId",
    ],
    role: Role::Vpc,
    ..Entry::BOX
};

view! {
    /// A VPC.
    Vpc of "AWS::EC2::VPC" {
        /// Its primary IPv4 block.
        cidr = "CidrBlock",
        /// Whether AWS's resolver answers; true unless said otherwise.
        dns_support = "EnableDnsSupport",
        /// Whether instances get host names.
        dns_hostnames = "EnableDnsHostnames",
    }
}
