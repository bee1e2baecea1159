//! `AWS::EC2::EIPAssociation`.

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::EIPAssociation",
    word: "eipassociation",
    label: "Elastic IP association",
    stem: "ElasticIpAssociation",
    summary: "Gives an Elastic IP to an instance or a network interface.",
    category: Category::Network,
    icon: include_str!("../icons/elastic-ip-association.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[End::new("AllocationId", "AWS::EC2::EIP").by("AllocationId")],
        to: &[
            End::new("InstanceId", "AWS::EC2::Instance"),
            End::new("NetworkInterfaceId", "AWS::EC2::NetworkInterface"),
        ],
        verb: "belongs to",
        caption: None,
        overlay: false,
    }),
    fields: &[
        Field::new(
            "AllocationId",
            "Elastic IP",
            Format::Reference("AWS::EC2::EIP", Some("AllocationId")),
            "The public address to give.",
        ),
        Field::new(
            "InstanceId",
            "Instance",
            Format::Reference("AWS::EC2::Instance", None),
            "The instance that gets it, on its first interface; this or a network interface.",
        ),
        Field::new(
            "NetworkInterfaceId",
            "Network interface",
            Format::Reference("AWS::EC2::NetworkInterface", None),
            "The interface that gets it; this or an instance.",
        ),
        Field::new(
            "PrivateIpAddress",
            "Private address",
            Format::Ipv4Address,
            "Which private address it stands for, where there are several.",
        ),
    ],
    attributes: &["Id"],
    ..Entry::BOX
};
