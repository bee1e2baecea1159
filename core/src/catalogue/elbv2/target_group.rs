//! `AWS::ElasticLoadBalancingV2::TargetGroup`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Role};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: TargetGroup::KIND,
    word: "targetgroup",
    label: "Target group",
    stem: "TargetGroup",
    summary: "The targets of a load balancer, the port that they serve, and how it asks whether they are well.",
    category: Category::LoadBalancing,
    icon: include_str!("../icons/target-group.svg"),
    homes: &[Home::inside("VpcId", "AWS::EC2::VPC")],
    links: &[Link::new("Targets.*.Id", "AWS::EC2::Instance", "sends to")],
    fields: &[
        Field::new(
            "Protocol",
            "Protocol",
            Format::Choice(&[
                "HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "GENEVE", "QUIC", "TCP_QUIC",
            ]),
            "How it speaks to targets: HTTP or HTTPS behind an Application, GENEVE behind a Gateway Load Balancer.",
        ),
        Field::new(
            "Port",
            "Port",
            Format::Integer(1, 65535),
            "The port of targets that name none of their own.",
        ),
        Field::new(
            "TargetType",
            "Target type",
            Format::Choice(&["instance", "ip", "lambda", "alb"]),
            "What targets are: instances, addresses, a function or a load balancer.",
        ),
        Field::new(
            "HealthCheckPath",
            "Health check path",
            Format::Text,
            "The page that must answer, for HTTP and HTTPS.",
        ),
        Field::new(
            "HealthCheckPort",
            "Health check port",
            Format::Text,
            "The port that must answer; traffic-port is the one that targets serve.",
        ),
        Field::new(
            "HealthCheckProtocol",
            "Health check protocol",
            Format::Choice(&["HTTP", "HTTPS", "TCP"]),
            "How it asks whether targets are well.",
        ),
        Field::new(
            "Targets",
            "Targets",
            Format::Json,
            "The targets, each with its Id and, if it serves another, its Port.",
        ),
        Field::new(
            "VpcId",
            "VPC",
            Format::Reference("AWS::EC2::VPC", None),
            "The network of the targets; required unless the target is a function.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Protocol":"HTTP","Port":80,"TargetType":"instance"}"#,
    attributes: &[
        "LoadBalancerArns",
        "TargetGroupArn",
        "TargetGroupFullName",
        "TargetGroupName",
    ],
    role: Role::TargetGroup,
    ..Entry::BOX
};

view! {
    /// A target group.
    TargetGroup of "AWS::ElasticLoadBalancingV2::TargetGroup" {
        /// The VPC of its targets.
        vpc = "VpcId",
        /// How it speaks to targets.
        protocol = "Protocol",
        /// The port of targets that name none.
        port = "Port",
        /// `instance`, also when absent, `ip`, `lambda` or `alb`.
        target_type = "TargetType",
        /// Its targets, a list of `Id`, `Port` and `AvailabilityZone`.
        targets = "Targets",
        /// The port that must answer; `traffic-port`, also when absent, is the targets' own.
        health_check_port = "HealthCheckPort",
        /// How it asks whether targets are well.
        health_check_protocol = "HealthCheckProtocol",
    }
}
