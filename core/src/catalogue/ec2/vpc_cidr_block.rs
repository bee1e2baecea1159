//! `AWS::EC2::VPCCidrBlock`.

use super::view;
use crate::catalogue::{Category, Entry, Field, Format, Owner, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: VpcCidrBlock::KIND,
    word: "vpccidrblock",
    label: "VPC CIDR block",
    stem: "VpcCidrBlock",
    summary: "A further address range of a VPC, beside the one that it was made with.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpccidrblock.html",
    category: Category::Network,
    icon: include_str!("../icons/vpc-cidr-block.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "VpcId",
        kind: "AWS::EC2::VPC",
    }]),
    homes: &[],
    ends: None,
    links: &[],
    fields: &[
        Field {
            property: "CidrBlock",
            label: "IPv4 CIDR block",
            format: Format::Ipv4Cidr,
            required: false,
            help: "A range between /16 and /28 that overlaps no other range of the VPC.",
        },
        Field {
            property: "AmazonProvidedIpv6CidrBlock",
            label: "IPv6 block from Amazon",
            format: Format::Boolean,
            required: false,
            help: "Whether Amazon gives the VPC an IPv6 /56 block; instead of an IPv4 block.",
        },
        Field {
            property: "VpcId",
            label: "VPC",
            format: Format::Reference("AWS::EC2::VPC", None),
            required: true,
            help: "The network that gets the range.",
        },
    ],
    defaults: || Map::from_iter([("CidrBlock".to_owned(), "10.1.0.0/16".into())]),
    resource_attributes: Map::new,
    attributes: &["Id", "IpSource", "Ipv6AddressAttribute"],
    role: Role::VpcCidrBlock,
};

view! {
    /// A further block of a VPC.
    VpcCidrBlock of "AWS::EC2::VPCCidrBlock" {
        /// The VPC that gets it.
        vpc = "VpcId",
        /// The IPv4 block.
        cidr = "CidrBlock",
        /// The IPv6 block, if it is chosen.
        ipv6_cidr = "Ipv6CidrBlock",
        /// Whether Amazon gives an IPv6 block.
        from_amazon = "AmazonProvidedIpv6CidrBlock",
    }
}
