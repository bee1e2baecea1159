//! `AWS::EC2::VPCEndpointService`.

use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Role, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::VPCEndpointService",
    word: "endpointservice",
    label: "Endpoint service",
    stem: "EndpointService",
    summary: "Offers what is behind a load balancer to other VPCs, which reach it by an endpoint (PrivateLink).",
    category: Category::Network,
    icon: include_str!("../icons/vpc-endpoint-service.svg"),
    homes: &[
        Home::beside(
            "NetworkLoadBalancerArns.*",
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
        ),
        Home::beside(
            "GatewayLoadBalancerArns.*",
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
        ),
    ],
    links: &[
        Link::new(
            "NetworkLoadBalancerArns.*",
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "offers",
        )
        .with(&[("GatewayLoadBalancerArns", "null")]),
        Link::new(
            "GatewayLoadBalancerArns.*",
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "leads through",
        )
        .with(&[("NetworkLoadBalancerArns", "null")]),
    ],
    fields: &[
        Field::new(
            "NetworkLoadBalancerArns",
            "Network Load Balancers",
            Format::References("AWS::ElasticLoadBalancingV2::LoadBalancer", None),
            "What it offers, to interface endpoints.",
        ),
        Field::new(
            "GatewayLoadBalancerArns",
            "Gateway Load Balancers",
            Format::References("AWS::ElasticLoadBalancingV2::LoadBalancer", None),
            "The appliances that it offers, to endpoints in routes.",
        ),
        Field::new(
            "AcceptanceRequired",
            "Acceptance required",
            Format::Boolean,
            "Whether each new endpoint must be accepted by hand.",
        ),
        Field::new(
            "SupportedIpAddressTypes",
            "Address types",
            Format::Json,
            "A list of ipv4 and ipv6.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"AcceptanceRequired":true}"#,
    attributes: &[
        "PrivateDnsNameConfiguration.Name",
        "PrivateDnsNameConfiguration.State",
        "PrivateDnsNameConfiguration.Type",
        "PrivateDnsNameConfiguration.Value",
        "ServiceId",
    ],
    role: Role::VpcEndpointService,
    ..Entry::BOX
};
