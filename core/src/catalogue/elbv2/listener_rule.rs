//! `AWS::ElasticLoadBalancingV2::ListenerRule`.

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ElasticLoadBalancingV2::ListenerRule",
    word: "listenerrule",
    label: "Listener rule",
    stem: "ListenerRule",
    summary: "Sends requests of an Application Load Balancer that fit its conditions to a target group of their own.",
    category: Category::LoadBalancing,
    icon: include_str!("../icons/listener-rule.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[End::new(
            "ListenerArn",
            "AWS::ElasticLoadBalancingV2::Listener",
        )],
        to: &[
            End::new(
                "Actions.*.TargetGroupArn",
                "AWS::ElasticLoadBalancingV2::TargetGroup",
            ),
            End::new(
                "Actions.*.ForwardConfig.TargetGroups.*.TargetGroupArn",
                "AWS::ElasticLoadBalancingV2::TargetGroup",
            ),
        ],
        verb: "sends some to",
        caption: Some("Priority"),
        overlay: false,
    }),
    fields: &[
        Field::new(
            "Priority",
            "Priority",
            Format::Integer(1, 50000),
            "Its place: the rule with the lowest number that fits is taken.",
        )
        .required(),
        Field::new(
            "Conditions",
            "Conditions",
            Format::Json,
            "What a request must fit: host, path, header, method, query or source address.",
        )
        .required(),
        Field::new(
            "Actions",
            "Actions",
            Format::Json,
            "What is done: forward, redirect, a fixed answer or a login.",
        )
        .required(),
        Field::new(
            "Actions.0.TargetGroupArn",
            "Target group",
            Format::Reference("AWS::ElasticLoadBalancingV2::TargetGroup", None),
            "Where it passes requests.",
        ),
        Field::new(
            "ListenerArn",
            "Listener",
            Format::Reference("AWS::ElasticLoadBalancingV2::Listener", None),
            "The listener that it is a rule of.",
        ),
    ],
    defaults: r#"{"Priority":10,"Conditions":[{"Field":"path-pattern","PathPatternConfig":{"Values":["/api/*"]}}],"Actions":[{"Type":"forward"}]}"#,
    attributes: &["IsDefault", "RuleArn"],
    role: Role::ListenerRule,
    ..Entry::BOX
};
