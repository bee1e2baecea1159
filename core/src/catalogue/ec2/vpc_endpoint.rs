//! `AWS::EC2::VPCEndpoint`: three products by one type.
//!
//! A gateway endpoint is a target in route tables and costs nothing; an interface
//! endpoint has an address in each of its subnets; an endpoint of a Gateway Load
//! Balancer stands in one subnet and is the target of routes:
//! <https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html>

use super::SECURITY_GROUP_IDS_LINK;
use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Role, Variant, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::VPCEndpoint",
    word: "endpoint",
    label: "VPC endpoint",
    stem: "Endpoint",
    summary: "A private door from a VPC to a service, so that the way to it does not lead over the Internet.",
    category: Category::Network,
    icon: include_str!("../icons/vpc-endpoint.svg"),
    homes: &[Home::inside("VpcId", "AWS::EC2::VPC")],
    links: &[
        Link::new("SubnetIds.*", "AWS::EC2::Subnet", "has an address in").overlay(),
        Link::new("RouteTableIds.*", "AWS::EC2::RouteTable", "adds a route to").overlay(),
        SECURITY_GROUP_IDS_LINK,
    ],
    fields: &[
        Field::new(
            "ServiceName",
            "Service",
            Format::Text,
            "The service by its full name, such as com.amazonaws.us-east-1.s3.",
        ),
        Field::new(
            "VpcEndpointType",
            "Type",
            Format::Choice(&[
                "Gateway",
                "Interface",
                "GatewayLoadBalancer",
                "Resource",
                "ServiceNetwork",
            ]),
            "Gateway is a route to S3 or DynamoDB; an interface has addresses in subnets.",
        ),
        Field::new(
            "RouteTableIds",
            "Route tables",
            Format::References("AWS::EC2::RouteTable", None),
            "The tables that get a route to the service, for a gateway endpoint.",
        ),
        Field::new(
            "SubnetIds",
            "Subnets",
            Format::References("AWS::EC2::Subnet", None),
            "One in each zone for an interface, a single one for a Gateway Load Balancer endpoint.",
        ),
        Field::new(
            "SecurityGroupIds",
            "Security groups",
            Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            "Who may use an interface endpoint: it must let port 443 in for most services.",
        ),
        Field::new(
            "PrivateDnsEnabled",
            "Private DNS",
            Format::Boolean,
            "Whether the service's public name leads to the endpoint. The VPC needs DNS names and support.",
        ),
        Field::new(
            "PolicyDocument",
            "Policy",
            Format::Json,
            "Who may do what through it; everything if this is empty.",
        ),
        field::VPC,
        field::TAGS,
    ],
    defaults: r#"{"VpcEndpointType":"Gateway","ServiceName":{"Fn::Sub":"com.amazonaws.${AWS::Region}.s3"}}"#,
    variants: &[
        Variant {
            property: "VpcEndpointType",
            value: "Gateway",
            label: "Gateway endpoint",
            summary: "A route from a VPC to S3 or DynamoDB that does not lead over the Internet, at no charge.",
            icon: include_str!("../icons/vpc-endpoint.svg"),
            defaults: "{}",
        },
        Variant {
            property: "VpcEndpointType",
            value: "Interface",
            label: "Interface endpoint",
            summary: "An address of an AWS service, or of a service by PrivateLink, in subnets of your own.",
            icon: include_str!("../icons/vpc-endpoint-interface.svg"),
            defaults: r#"{"ServiceName":{"Fn::Sub":"com.amazonaws.${AWS::Region}.ssm"},"PrivateDnsEnabled":true}"#,
        },
        Variant {
            property: "VpcEndpointType",
            value: "GatewayLoadBalancer",
            label: "Gateway Load Balancer endpoint",
            summary: "Where routes hand packets over to the appliances behind a Gateway Load Balancer.",
            icon: include_str!("../icons/vpc-endpoint-appliance.svg"),
            defaults: r#"{"ServiceName":null}"#,
        },
    ],
    attributes: &[
        "CreationTimestamp",
        "DnsEntries",
        "Id",
        "NetworkInterfaceIds",
    ],
    role: Role::VpcEndpoint,
    ..Entry::BOX
};
