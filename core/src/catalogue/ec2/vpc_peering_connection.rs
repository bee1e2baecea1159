//! `AWS::EC2::VPCPeeringConnection`.

use crate::catalogue::{Category, Entry, Field, Format, Link, Role, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::VPCPeeringConnection",
    word: "peering",
    label: "VPC peering connection",
    stem: "PeeringConnection",
    summary: "Joins two VPCs whose blocks do not overlap. Each needs a route to the other; nothing is reached through a third.",
    category: Category::Network,
    icon: include_str!("../icons/vpc-peering-connection.svg"),
    links: &[
        Link::new("VpcId", "AWS::EC2::VPC", "joins"),
        Link::new("PeerVpcId", "AWS::EC2::VPC", "joins"),
    ],
    fields: &[
        Field::new(
            "VpcId",
            "VPC",
            Format::Reference("AWS::EC2::VPC", None),
            "The VPC that asks for the connection.",
        )
        .required(),
        Field::new(
            "PeerVpcId",
            "Other VPC",
            Format::Reference("AWS::EC2::VPC", None),
            "The VPC at the other side, perhaps of another account or region.",
        )
        .required(),
        Field::new(
            "PeerOwnerId",
            "Other account",
            Format::Text,
            "The account of the other VPC, if it is another one.",
        ),
        Field::new(
            "PeerRegion",
            "Other region",
            Format::Text,
            "The region of the other VPC, if it is another one.",
        ),
        Field::new(
            "PeerRoleArn",
            "Accepting role",
            Format::Text,
            "A role of the other account that may accept.",
        ),
        field::TAGS,
    ],
    attributes: &["Id"],
    role: Role::VpcPeering,
    ..Entry::BOX
};
