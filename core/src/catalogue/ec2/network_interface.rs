//! `AWS::EC2::NetworkInterface`.

use super::{PRIVATE_IP_ADDRESS, SOURCE_DEST_CHECK};
use crate::catalogue::{Category, Entry, Field, Format, Home, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::NetworkInterface",
    word: "eni",
    label: "Network interface",
    stem: "NetworkInterface",
    summary: "A network card of its own in a subnet: its addresses and filters stay when it moves from one instance to another.",
    category: Category::Network,
    icon: include_str!("../icons/network-interface.svg"),
    homes: &[Home::inside("SubnetId", "AWS::EC2::Subnet")],
    links: &[
        Link::new("GroupSet.*", "AWS::EC2::SecurityGroup", "is filtered by")
            .by("GroupId")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "SubnetId",
            "Subnet",
            Format::Reference("AWS::EC2::Subnet", None),
            "Where it stands.",
        )
        .required(),
        Field::new(
            "GroupSet",
            "Security groups",
            Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            "The filters around it. Without any, the VPC's default group.",
        ),
        PRIVATE_IP_ADDRESS,
        SOURCE_DEST_CHECK,
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for.",
        ),
        field::TAGS,
    ],
    attributes: &[
        "Id",
        "PrimaryIpv6Address",
        "PrimaryPrivateIpAddress",
        "PublicIpDnsNameOptions",
        "SecondaryPrivateIpAddresses",
        "VpcId",
    ],
    ..Entry::BOX
};
