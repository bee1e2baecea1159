//! `AWS::GlobalAccelerator::EndpointGroup`.

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::GlobalAccelerator::EndpointGroup",
    word: "endpointgroup",
    label: "Endpoint group",
    stem: "EndpointGroup",
    summary: "An accelerator's endpoints in one region: load balancers, instances and Elastic IPs, and how it asks whether they are well.",
    category: Category::Network,
    icon: include_str!("../icons/endpoint-group.svg"),
    links: &[
        Link::new(
            "ListenerArn",
            "AWS::GlobalAccelerator::Listener",
            "takes from",
        ),
        Link::new(
            "EndpointConfigurations.*.EndpointId",
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "sends to",
        ),
        Link::new(
            "EndpointConfigurations.*.EndpointId",
            "AWS::EC2::Instance",
            "sends to",
        ),
        Link::new(
            "EndpointConfigurations.*.EndpointId",
            "AWS::EC2::EIP",
            "sends to",
        )
        .by("AllocationId"),
    ],
    fields: &[
        Field::new(
            "EndpointGroupRegion",
            "Region",
            Format::Text,
            "The region of its endpoints.",
        )
        .required(),
        Field::new(
            "EndpointConfigurations",
            "Endpoints",
            Format::Json,
            "Up to 10, each with its EndpointId and Weight.",
        ),
        Field::new(
            "TrafficDialPercentage",
            "Traffic dial",
            Format::Integer(0, 100),
            "How much of its share of the traffic it gets.",
        ),
        Field::new(
            "HealthCheckProtocol",
            "Health check protocol",
            Format::Choice(&["TCP", "HTTP", "HTTPS"]),
            "How it asks; a load balancer says itself whether it is well.",
        ),
        Field::new(
            "HealthCheckPath",
            "Health check path",
            Format::Text,
            "The page that must answer, for HTTP and HTTPS.",
        ),
        Field::new(
            "HealthCheckIntervalSeconds",
            "Interval",
            Format::Choice(&["10", "30"]),
            "How many seconds lie between two questions.",
        ),
        Field::new(
            "ListenerArn",
            "Listener",
            Format::Reference("AWS::GlobalAccelerator::Listener", None),
            "The ports that it is for.",
        )
        .required(),
    ],
    defaults: r#"{"EndpointGroupRegion":{"Ref":"AWS::Region"}}"#,
    companions: &[Companion::shared(
        "ListenerArn",
        "AWS::GlobalAccelerator::Listener",
    )],
    attributes: &["EndpointGroupArn"],
    ..Entry::BOX
};
