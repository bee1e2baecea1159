//! `AWS::EC2::NatGateway`.

use super::PRIVATE_IP_ADDRESS;
use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Role};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: NatGateway::KIND,
    word: "nat",
    label: "NAT gateway",
    stem: "NatGateway",
    summary: "Lets private subnets open connections outwards, from one public address, while nothing outside can open one to them.",
    category: Category::Network,
    icon: include_str!("../icons/nat-gateway.svg"),
    homes: &[Home::inside("SubnetId", "AWS::EC2::Subnet")],
    fields: &[
        Field::new(
            "ConnectivityType",
            "Connectivity",
            Format::Choice(&["public", "private"]),
            "Public reaches the Internet and wants an Elastic IP; private reaches other networks only.",
        ),
        Field::new(
            "AllocationId",
            "Elastic IP",
            Format::Reference("AWS::EC2::EIP", Some("AllocationId")),
            "The public address that connections leave from. A public gateway needs one.",
        ),
        Field::new(
            "SubnetId",
            "Subnet",
            Format::Reference("AWS::EC2::Subnet", None),
            "Where it stands: a public subnet, for a public gateway.",
        ),
        PRIVATE_IP_ADDRESS,
        field::TAGS,
    ],
    defaults: r#"{"ConnectivityType":"public"}"#,
    attributes: &[
        "AutoProvisionZones",
        "AutoScalingIps",
        "EniId",
        "NatGatewayId",
        "RouteTableId",
    ],
    role: Role::NatGateway,
    ..Entry::BOX
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
