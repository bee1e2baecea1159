//! `AWS::ElasticLoadBalancingV2::TargetGroup`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Position, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: TargetGroup::KIND,
    word: "targetgroup",
    label: "Target group",
    stem: "TargetGroup",
    summary: "The targets of a load balancer, the port that they serve, and how it asks whether they are well.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html",
    category: Category::LoadBalancing,
    icon: include_str!("../icons/target-group.svg"),
    shape: Shape::Box,
    homes: &[Home {
        property: "VpcId",
        kind: "AWS::EC2::VPC",
        position: Position::Inside,
    }],
    ends: None,
    links: &[Link {
        property: "Targets.*.Id",
        kind: "AWS::EC2::Instance",
        attribute: None,
        verb: "sends to",
        overlay: false,
    }],
    fields: &[
        Field {
            property: "Protocol",
            label: "Protocol",
            format: Format::Choice(&["HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP"]),
            required: false,
            help: "How it speaks to targets: HTTP or HTTPS behind an Application Load Balancer.",
        },
        Field {
            property: "Port",
            label: "Port",
            format: Format::Integer(1, 65535),
            required: false,
            help: "The port of targets that name none of their own.",
        },
        Field {
            property: "TargetType",
            label: "Target type",
            format: Format::Choice(&["instance", "ip", "lambda", "alb"]),
            required: false,
            help: "What targets are: instances, addresses, a function or a load balancer.",
        },
        Field {
            property: "HealthCheckPath",
            label: "Health check path",
            format: Format::Text,
            required: false,
            help: "The page that must answer, for HTTP and HTTPS.",
        },
        Field {
            property: "HealthCheckPort",
            label: "Health check port",
            format: Format::Text,
            required: false,
            help: "The port that must answer; traffic-port is the one that targets serve.",
        },
        Field {
            property: "HealthCheckProtocol",
            label: "Health check protocol",
            format: Format::Choice(&["HTTP", "HTTPS", "TCP"]),
            required: false,
            help: "How it asks whether targets are well.",
        },
        Field {
            property: "Targets",
            label: "Targets",
            format: Format::Json,
            required: false,
            help: "The targets, each with its Id and, if it serves another, its Port.",
        },
        Field {
            property: "VpcId",
            label: "VPC",
            format: Format::Reference("AWS::EC2::VPC", None),
            required: false,
            help: "The network of the targets; required unless the target is a function.",
        },
        field::TAGS,
    ],
    defaults: || {
        Map::from_iter([
            ("Protocol".to_owned(), "HTTP".into()),
            ("Port".to_owned(), 80.into()),
            ("TargetType".to_owned(), "instance".into()),
        ])
    },
    resource_attributes: Map::new,
    attributes: &[
        "LoadBalancerArns",
        "TargetGroupArn",
        "TargetGroupFullName",
        "TargetGroupName",
    ],
    role: Role::TargetGroup,
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
