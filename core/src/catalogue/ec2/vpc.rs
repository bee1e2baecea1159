//! `AWS::EC2::VPC`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: Vpc::KIND,
    word: "vpc",
    label: "VPC",
    stem: "Vpc",
    summary: "A private network in one region: an address range that its subnets divide.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html",
    category: Category::Network,
    icon: include_str!("../icons/vpc.svg"),
    shape: Shape::Container,
    homes: &[],
    ends: None,
    links: &[],
    fields: &[
        Field {
            property: "CidrBlock",
            label: "IPv4 CIDR block",
            format: Format::Ipv4Cidr,
            required: true,
            help: "The address range of the network, between /16 and /28.",
        },
        Field {
            property: "EnableDnsSupport",
            label: "DNS resolution",
            format: Format::Boolean,
            required: false,
            help: "Whether the resolver of AWS answers inside the network.",
        },
        Field {
            property: "EnableDnsHostnames",
            label: "DNS host names",
            format: Format::Boolean,
            required: false,
            help: "Whether instances with a public address get a public host name.",
        },
        Field {
            property: "InstanceTenancy",
            label: "Tenancy",
            format: Format::Choice(&["default", "dedicated", "host"]),
            required: false,
            help: "Whether instances share their hardware with other accounts.",
        },
        field::TAGS,
    ],
    defaults: || {
        Map::from_iter([
            ("CidrBlock".to_owned(), "10.0.0.0/16".into()),
            ("EnableDnsSupport".to_owned(), true.into()),
            ("EnableDnsHostnames".to_owned(), true.into()),
        ])
    },
    resource_attributes: Map::new,
    attributes: &[
        "CidrBlock",
        "CidrBlockAssociations",
        "DefaultNetworkAcl",
        "DefaultSecurityGroup",
        "Ipv6CidrBlocks",
        "VpcId",
    ],
    role: Role::Vpc,
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
