//! `AWS::EC2::Subnet`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: Subnet::KIND,
    word: "subnet",
    label: "Subnet",
    stem: "Subnet",
    summary: "A part of a VPC's address range, in one Availability Zone. Its route table makes it public or private.",
    category: Category::Network,
    icon: include_str!("../icons/subnet.svg"),
    shape: Shape::Container,
    homes: &[Home::inside("VpcId", "AWS::EC2::VPC")],
    fields: &[
        Field::new(
            "CidrBlock",
            "IPv4 CIDR block",
            Format::Ipv4Cidr,
            "Its part of the VPC's range, between /16 and /28. AWS keeps five addresses.",
        )
        .required(),
        Field::new(
            "AvailabilityZone",
            "Availability Zone",
            Format::Zone,
            "The zone in which everything in it stands and falls.",
        ),
        Field::new(
            "MapPublicIpOnLaunch",
            "Public addresses",
            Format::Boolean,
            "Whether instances launched here get a public IPv4 address.",
        ),
        Field::new(
            "VpcId",
            "VPC",
            Format::Reference("AWS::EC2::VPC", None),
            "The network that it is a part of.",
        )
        .required(),
        field::TAGS,
    ],
    attributes: &[
        "AvailabilityZone",
        "AvailabilityZoneId",
        "CidrBlock",
        "Ipv6CidrBlocks",
        "NetworkAclAssociationId",
        "OutpostArn",
        "SubnetId",
        "VpcId",
    ],
    role: Role::Subnet,
    ..Entry::BOX
};

view! {
    /// A subnet.
    Subnet of "AWS::EC2::Subnet" {
        /// The VPC that it is a part of.
        vpc = "VpcId",
        /// Its IPv4 block.
        cidr = "CidrBlock",
        /// Its Availability Zone.
        zone = "AvailabilityZone",
        /// Whether instances launched here get a public IPv4 address.
        maps_public_ip = "MapPublicIpOnLaunch",
    }
}
