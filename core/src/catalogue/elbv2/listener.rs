//! `AWS::ElasticLoadBalancingV2::Listener`.

use super::view;
use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Role, Shape};
use crate::template::{Map, Value};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: Listener::KIND,
    word: "listener",
    label: "Listener",
    stem: "Listener",
    summary: "A port at which a load balancer takes connections, and the target group that it passes them to.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listener.html",
    category: Category::LoadBalancing,
    icon: include_str!("../icons/listener.svg"),
    shape: Shape::Arrow,
    homes: &[],
    ends: Some(Ends {
        from: &[End {
            property: "LoadBalancerArn",
            kind: "AWS::ElasticLoadBalancingV2::LoadBalancer",
            attribute: None,
        }],
        to: &[
            End {
                property: "DefaultActions.*.TargetGroupArn",
                kind: "AWS::ElasticLoadBalancingV2::TargetGroup",
                attribute: None,
            },
            End {
                property: "DefaultActions.*.ForwardConfig.TargetGroups.*.TargetGroupArn",
                kind: "AWS::ElasticLoadBalancingV2::TargetGroup",
                attribute: None,
            },
        ],
        verb: "listens for",
        caption: Some("Port"),
        overlay: false,
    }),
    links: &[],
    fields: &[
        Field {
            property: "Protocol",
            label: "Protocol",
            format: Format::Choice(&["HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP"]),
            required: false,
            help: "How clients speak to it: HTTP or HTTPS at an Application Load Balancer.",
        },
        Field {
            property: "Port",
            label: "Port",
            format: Format::Integer(1, 65535),
            required: false,
            help: "The port at which it listens.",
        },
        Field {
            property: "LoadBalancerArn",
            label: "Load balancer",
            format: Format::Reference("AWS::ElasticLoadBalancingV2::LoadBalancer", None),
            required: true,
            help: "The load balancer that listens.",
        },
        Field {
            property: "DefaultActions.0.TargetGroupArn",
            label: "Target group",
            format: Format::Reference("AWS::ElasticLoadBalancingV2::TargetGroup", None),
            required: false,
            help: "Where it passes connections.",
        },
        Field {
            property: "DefaultActions",
            label: "Default actions",
            format: Format::Json,
            required: true,
            help: "What happens to a request that no rule is for.",
        },
        Field {
            property: "Certificates",
            label: "Certificates",
            format: Format::Json,
            required: false,
            help: "The certificate of HTTPS and TLS.",
        },
    ],
    defaults: || {
        Map::from_iter([
            ("Protocol".to_owned(), "HTTP".into()),
            ("Port".to_owned(), 80.into()),
            (
                "DefaultActions".to_owned(),
                Value::List(vec![
                    Map::from_iter([("Type".to_owned(), "forward".into())]).into(),
                ]),
            ),
        ])
    },
    resource_attributes: Map::new,
    attributes: &["ListenerArn"],
    role: Role::Listener,
};

view! {
    /// A listener.
    Listener of "AWS::ElasticLoadBalancingV2::Listener" {
        /// The load balancer that listens.
        load_balancer = "LoadBalancerArn",
        /// How clients speak to it.
        protocol = "Protocol",
        /// The port at which it listens.
        port = "Port",
        /// What it does, a list.
        default_actions = "DefaultActions",
        /// The certificate of HTTPS and TLS, a list.
        certificates = "Certificates",
    }
}
