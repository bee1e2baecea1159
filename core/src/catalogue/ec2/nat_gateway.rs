//! `AWS::EC2::NatGateway`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Position, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: NatGateway::KIND,
    word: "nat",
    label: "NAT gateway",
    stem: "NatGateway",
    summary: "Lets private subnets open connections outwards, from one public address, while nothing outside can open one to them.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html",
    category: Category::Network,
    icon: include_str!("../icons/nat-gateway.svg"),
    shape: Shape::Box,
    homes: &[Home {
        property: "SubnetId",
        kind: "AWS::EC2::Subnet",
        position: Position::Inside,
    }],
    ends: None,
    links: &[],
    fields: &[
        Field {
            property: "ConnectivityType",
            label: "Connectivity",
            format: Format::Choice(&["public", "private"]),
            required: false,
            help: "Public reaches the Internet and wants an Elastic IP; private reaches other networks only.",
        },
        Field {
            property: "AllocationId",
            label: "Elastic IP",
            format: Format::Reference("AWS::EC2::EIP", Some("AllocationId")),
            required: false,
            help: "The public address that connections leave from. A public gateway needs one.",
        },
        Field {
            property: "SubnetId",
            label: "Subnet",
            format: Format::Reference("AWS::EC2::Subnet", None),
            required: false,
            help: "Where it stands: a public subnet, for a public gateway.",
        },
        Field {
            property: "PrivateIpAddress",
            label: "Private address",
            format: Format::Ipv4Address,
            required: false,
            help: "Its address in the subnet. AWS picks a free one if this is empty.",
        },
        field::TAGS,
    ],
    defaults: || Map::from_iter([("ConnectivityType".to_owned(), "public".into())]),
    resource_attributes: Map::new,
    attributes: &[
        "AutoProvisionZones",
        "AutoScalingIps",
        "EniId",
        "NatGatewayId",
        "RouteTableId",
    ],
    role: Role::NatGateway,
};

view! {
    /// A NAT gateway.
    NatGateway of "AWS::EC2::NatGateway" {
        /// The subnet that it stands in.
        subnet = "SubnetId",
        /// Its Elastic IP.
        allocation = "AllocationId",
        /// `public`, also when absent, or `private`.
        connectivity = "ConnectivityType",
        /// `zonal`, also when absent, or `regional`.
        availability_mode = "AvailabilityMode",
        /// Its address in the subnet.
        private_address = "PrivateIpAddress",
    }
}
