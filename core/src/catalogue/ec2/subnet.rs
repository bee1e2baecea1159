//! `AWS::EC2::Subnet`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Position, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: Subnet::KIND,
    word: "subnet",
    label: "Subnet",
    stem: "Subnet",
    summary: "A part of a VPC's address range, in one Availability Zone. Its route table makes it public or private.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html",
    category: Category::Network,
    icon: include_str!("../icons/subnet.svg"),
    shape: Shape::Container,
    homes: &[Home {
        property: "VpcId",
        kind: "AWS::EC2::VPC",
        position: Position::Inside,
    }],
    ends: None,
    links: &[],
    fields: &[
        Field {
            property: "CidrBlock",
            label: "IPv4 CIDR block",
            format: Format::Ipv4Cidr,
            required: true,
            help: "Its part of the VPC's range, between /16 and /28. AWS keeps five addresses.",
        },
        Field {
            property: "AvailabilityZone",
            label: "Availability Zone",
            format: Format::Zone,
            required: false,
            help: "The zone in which everything in it stands and falls.",
        },
        Field {
            property: "MapPublicIpOnLaunch",
            label: "Public addresses",
            format: Format::Boolean,
            required: false,
            help: "Whether instances launched here get a public IPv4 address.",
        },
        Field {
            property: "VpcId",
            label: "VPC",
            format: Format::Reference("AWS::EC2::VPC", None),
            required: true,
            help: "The network that it is a part of.",
        },
        field::TAGS,
    ],
    defaults: Map::new,
    resource_attributes: Map::new,
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
