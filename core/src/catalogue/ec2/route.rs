//! `AWS::EC2::Route`.

use super::view;
use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Owner, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: Route::KIND,
    word: "route",
    label: "Route",
    stem: "Route",
    summary: "Sends packets for a range of addresses to a gateway. The most specific range that fits wins.",
    category: Category::Network,
    icon: include_str!("../icons/route.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "RouteTableId",
        kind: "AWS::EC2::RouteTable",
    }]),
    ends: Some(Ends {
        from: &[End::new("RouteTableId", "AWS::EC2::RouteTable")],
        to: &[
            End::new("GatewayId", "AWS::EC2::InternetGateway"),
            End::new("GatewayId", "AWS::EC2::VPNGateway"),
            End::new("NatGatewayId", "AWS::EC2::NatGateway"),
            End::new("TransitGatewayId", "AWS::EC2::TransitGateway"),
            End::new("VpcPeeringConnectionId", "AWS::EC2::VPCPeeringConnection"),
            End::new("VpcEndpointId", "AWS::EC2::VPCEndpoint"),
            End::new(
                "EgressOnlyInternetGatewayId",
                "AWS::EC2::EgressOnlyInternetGateway",
            ),
            End::new("NetworkInterfaceId", "AWS::EC2::NetworkInterface"),
            End::new("InstanceId", "AWS::EC2::Instance"),
        ],
        verb: "routes to",
        caption: Some("DestinationCidrBlock"),
        overlay: true,
    }),
    fields: &[
        Field::new(
            "DestinationCidrBlock",
            "Destination",
            Format::Ipv4Cidr,
            "The IPv4 addresses that the route is for; 0.0.0.0/0 is every address.",
        ),
        Field::new(
            "DestinationIpv6CidrBlock",
            "IPv6 destination",
            Format::Ipv6Cidr,
            "The IPv6 addresses that the route is for, instead of IPv4 ones.",
        ),
        Field::new(
            "DestinationPrefixListId",
            "Prefix list",
            Format::Reference("AWS::EC2::PrefixList", None),
            "The blocks that the route is for, by a prefix list, instead of one block.",
        ),
        Field::new(
            "GatewayId",
            "Internet or VPN gateway",
            Format::Reference("AWS::EC2::InternetGateway", None),
            "Sends to an Internet gateway or a virtual private gateway. A route has one target.",
        ),
        Field::new(
            "NatGatewayId",
            "NAT gateway",
            Format::Reference("AWS::EC2::NatGateway", None),
            "Sends to a NAT gateway. A route has one target.",
        ),
        Field::new(
            "TransitGatewayId",
            "Transit gateway",
            Format::Reference("AWS::EC2::TransitGateway", None),
            "Sends to a transit gateway that the VPC is attached to. A route has one target.",
        ),
        Field::new(
            "VpcPeeringConnectionId",
            "Peering connection",
            Format::Reference("AWS::EC2::VPCPeeringConnection", None),
            "Sends to another VPC. A route has one target.",
        ),
        Field::new(
            "VpcEndpointId",
            "Endpoint",
            Format::Reference("AWS::EC2::VPCEndpoint", None),
            "Sends to an endpoint of a Gateway Load Balancer. A route has one target.",
        ),
        Field::new(
            "EgressOnlyInternetGatewayId",
            "Egress-only gateway",
            Format::Reference("AWS::EC2::EgressOnlyInternetGateway", None),
            "Sends IPv6 to an egress-only Internet gateway. A route has one target.",
        ),
        Field::new(
            "NetworkInterfaceId",
            "Network interface",
            Format::Reference("AWS::EC2::NetworkInterface", None),
            "Sends to a network interface that forwards. A route has one target.",
        ),
        Field::new(
            "InstanceId",
            "Instance",
            Format::Reference("AWS::EC2::Instance", None),
            "Sends to an instance that forwards. A route has one target.",
        ),
        Field::new(
            "RouteTableId",
            "Route table",
            Format::Reference("AWS::EC2::RouteTable", None),
            "The table that the route is a row of.",
        )
        .required(),
    ],
    defaults: r#"{"DestinationCidrBlock":"0.0.0.0/0"}"#,
    attributes: &["CidrBlock"],
    role: Role::Route,
    ..Entry::BOX
};

view! {
    /// A route.
    Route of "AWS::EC2::Route" {
        /// The table that it is a row of.
        route_table = "RouteTableId",
        /// The IPv4 addresses that it is for.
        destination = "DestinationCidrBlock",
        /// The IPv6 addresses that it is for.
        ipv6_destination = "DestinationIpv6CidrBlock",
        /// The prefix list that it is for.
        prefix_list = "DestinationPrefixListId",
        /// The target, if it is an Internet gateway or a virtual private gateway.
        gateway = "GatewayId",
        /// The target, if it is a NAT gateway.
        nat_gateway = "NatGatewayId",
        /// The target, if it is an instance.
        instance = "InstanceId",
        /// The target, if it is a network interface.
        network_interface = "NetworkInterfaceId",
        /// The target, if it is an egress-only Internet gateway.
        egress_only_gateway = "EgressOnlyInternetGatewayId",
        /// The target, if it is a transit gateway.
        transit_gateway = "TransitGatewayId",
        /// The target, if it is a peering connection.
        peering_connection = "VpcPeeringConnectionId",
        /// The target, if it is an endpoint of a Gateway Load Balancer.
        vpc_endpoint = "VpcEndpointId",
    }
}
