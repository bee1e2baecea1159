//! `AWS::EC2::VPCCidrBlock`.

use super::view;
use crate::catalogue::{Category, Entry, Field, Format, Owner, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: VpcCidrBlock::KIND,
    word: "vpccidrblock",
    label: "VPC CIDR block",
    stem: "VpcCidrBlock",
    summary: "A further address range of a VPC, beside the one that it was made with.",
    category: Category::Network,
    icon: include_str!("../icons/vpc-cidr-block.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "VpcId",
        kind: "AWS::EC2::VPC",
    }]),
    fields: &[
        Field::new(
            "CidrBlock",
            "IPv4 CIDR block",
            Format::Ipv4Cidr,
            "A range between /16 and /28 that overlaps no other range of the VPC.",
        ),
        Field::new(
            "AmazonProvidedIpv6CidrBlock",
            "IPv6 block from Amazon",
            Format::Boolean,
            "Whether Amazon gives the VPC an IPv6 /56 block; instead of an IPv4 block.",
        ),
        Field::new(
            "VpcId",
            "VPC",
            Format::Reference("AWS::EC2::VPC", None),
            "The network that gets the range.",
        )
        .required(),
    ],
    defaults: r#"{"CidrBlock":"10.1.0.0/16"}"#,
    attributes: &["Id", "IpSource", "Ipv6AddressAttribute"],
    role: Role::VpcCidrBlock,
    ..Entry::BOX
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
