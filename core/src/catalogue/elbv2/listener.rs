//! `AWS::ElasticLoadBalancingV2::Listener`.

use super::view;
use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: Listener::KIND,
    word: "listener",
    label: "Listener",
    stem: "Listener",
    summary: "A port at which a load balancer takes connections, and the target group that it passes them to.",
    category: Category::LoadBalancing,
    icon: include_str!("../icons/listener.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[End::new(
            "LoadBalancerArn",
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
        )],
        to: &[
            End::new(
                "DefaultActions.*.TargetGroupArn",
                "AWS::ElasticLoadBalancingV2::TargetGroup",
            ),
            End::new(
                "DefaultActions.*.ForwardConfig.TargetGroups.*.TargetGroupArn",
                "AWS::ElasticLoadBalancingV2::TargetGroup",
            ),
        ],
        verb: "listens for",
        caption: Some("Port"),
        overlay: false,
    }),
    fields: &[
        Field::new(
            "Protocol",
            "Protocol",
            Format::Choice(&[
                "HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC",
            ]),
            "How clients speak to it: HTTP or HTTPS at an Application Load Balancer; none at a Gateway Load Balancer.",
        ),
        Field::new(
            "Port",
            "Port",
            Format::Integer(1, 65535),
            "The port at which it listens; none at a Gateway Load Balancer, which takes every packet.",
        ),
        Field::new(
            "LoadBalancerArn",
            "Load balancer",
            Format::Reference("AWS::ElasticLoadBalancingV2::LoadBalancer", None),
            "The load balancer that listens.",
        )
        .required(),
        Field::new(
            "DefaultActions.0.TargetGroupArn",
            "Target group",
            Format::Reference("AWS::ElasticLoadBalancingV2::TargetGroup", None),
            "Where it passes connections.",
        ),
        Field::new(
            "DefaultActions",
            "Default actions",
            Format::Json,
            "What happens to a request that no rule is for.",
        )
        .required(),
        Field::new(
            "Certificates",
            "Certificates",
            Format::Json,
            "The certificate of HTTPS and TLS.",
        ),
    ],
    defaults: r#"{"Protocol":"HTTP","Port":80,"DefaultActions":[{"Type":"forward"}]}"#,
    attributes: &["ListenerArn"],
    role: Role::Listener,
    ..Entry::BOX
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
