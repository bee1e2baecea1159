//! `AWS::EC2::Route`.

use super::view;
use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Owner, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: Route::KIND,
    word: "route",
    label: "Route",
    stem: "Route",
    summary: "Sends packets for a range of addresses to a gateway. The most specific range that fits wins.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html",
    category: Category::Network,
    icon: include_str!("../icons/route.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "RouteTableId",
        kind: "AWS::EC2::RouteTable",
    }]),
    homes: &[],
    ends: Some(Ends {
        from: &[End {
            property: "RouteTableId",
            kind: "AWS::EC2::RouteTable",
            attribute: None,
        }],
        to: &[
            End {
                property: "GatewayId",
                kind: "AWS::EC2::InternetGateway",
                attribute: None,
            },
            End {
                property: "GatewayId",
                kind: "AWS::EC2::VPNGateway",
                attribute: None,
            },
            End {
                property: "NatGatewayId",
                kind: "AWS::EC2::NatGateway",
                attribute: None,
            },
            End {
                property: "InstanceId",
                kind: "AWS::EC2::Instance",
                attribute: None,
            },
        ],
        verb: "routes to",
        caption: Some("DestinationCidrBlock"),
        overlay: true,
    }),
    links: &[],
    fields: &[
        Field {
            property: "DestinationCidrBlock",
            label: "Destination",
            format: Format::Ipv4Cidr,
            required: false,
            help: "The IPv4 addresses that the route is for; 0.0.0.0/0 is every address.",
        },
        Field {
            property: "DestinationIpv6CidrBlock",
            label: "IPv6 destination",
            format: Format::Ipv6Cidr,
            required: false,
            help: "The IPv6 addresses that the route is for, instead of IPv4 ones.",
        },
        Field {
            property: "GatewayId",
            label: "Internet or VPN gateway",
            format: Format::Reference("AWS::EC2::InternetGateway", None),
            required: false,
            help: "Sends to an Internet gateway or a virtual private gateway. A route has one target.",
        },
        Field {
            property: "NatGatewayId",
            label: "NAT gateway",
            format: Format::Reference("AWS::EC2::NatGateway", None),
            required: false,
            help: "Sends to a NAT gateway. A route has one target.",
        },
        Field {
            property: "InstanceId",
            label: "Instance",
            format: Format::Reference("AWS::EC2::Instance", None),
            required: false,
            help: "Sends to an instance that forwards. A route has one target.",
        },
        Field {
            property: "RouteTableId",
            label: "Route table",
            format: Format::Reference("AWS::EC2::RouteTable", None),
            required: true,
            help: "The table that the route is a row of.",
        },
    ],
    defaults: || Map::from_iter([("DestinationCidrBlock".to_owned(), "0.0.0.0/0".into())]),
    resource_attributes: Map::new,
    attributes: &["CidrBlock"],
    role: Role::Route,
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
