//! `AWS::EC2::NetworkInterface`.

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
        Field::new(
            "PrivateIpAddress",
            "Private address",
            Format::Ipv4Address,
            "Its address in the subnet. AWS picks a free one if this is empty.",
        ),
        Field::new(
            "SourceDestCheck",
            "Source and destination check",
            Format::Boolean,
            "Whether it drops packets that are neither from it nor for it. Turn it off to forward.",
        ),
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
