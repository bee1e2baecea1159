//! `AWS::AutoScaling::AutoScalingGroup`.
//!
//! Its launch template is named with a version that CloudFormation reads from the
//! template itself, so that a change of the template reaches the group:
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-autoscaling-autoscalinggroup-launchtemplatespecification.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::AutoScaling::AutoScalingGroup",
    word: "autoscalinggroup",
    label: "Auto Scaling group",
    stem: "AutoScalingGroup",
    summary: "Keeps a number of alike instances running over several zones, and replaces those that fail.",
    category: Category::Compute,
    icon: include_str!("../icons/autoscaling-auto-scaling-group.svg"),
    homes: &[Home::beside("VPCZoneIdentifier.*", "AWS::EC2::Subnet").needed()],
    links: &[
        Link::new(
            "VPCZoneIdentifier.*",
            "AWS::EC2::Subnet",
            "starts instances in",
        )
        .overlay(),
        Link::new(
            "LaunchTemplate.LaunchTemplateId",
            "AWS::EC2::LaunchTemplate",
            "starts instances from",
        )
        .with(&[("LaunchTemplate.Version", "@LatestVersionNumber")]),
        Link::new(
            "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId",
            "AWS::EC2::LaunchTemplate",
            "starts instances from",
        )
        .with(&[(
            "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.Version",
            "@LatestVersionNumber",
        )]),
        Link::new(
            "TargetGroupARNs.*",
            "AWS::ElasticLoadBalancingV2::TargetGroup",
            "registers with",
        ),
    ],
    fields: &[
        Field::new(
            "MinSize",
            "Least",
            Format::Integer(0, 10_000),
            "How many instances it never goes below.",
        )
        .required(),
        Field::new(
            "MaxSize",
            "Most",
            Format::Integer(0, 10_000),
            "How many instances it never goes above.",
        )
        .required(),
        Field::new(
            "DesiredCapacity",
            "Wanted",
            Format::Integer(0, 10_000),
            "How many it starts with; the least if this is empty, which leaves the number to scaling.",
        ),
        Field::new(
            "VPCZoneIdentifier",
            "Subnets",
            Format::References("AWS::EC2::Subnet", None),
            "Where its instances stand, best one in each of two zones.",
        ),
        Field::new(
            "LaunchTemplate.LaunchTemplateId",
            "Launch template",
            Format::Reference("AWS::EC2::LaunchTemplate", None),
            "How its instances are made.",
        ),
        Field::new(
            "LaunchTemplate.Version",
            "Version",
            Format::Json,
            "The version of the launch template: an attribute of it, since CloudFormation takes no $Latest.",
        ),
        Field::new(
            "TargetGroupARNs",
            "Target groups",
            Format::References("AWS::ElasticLoadBalancingV2::TargetGroup", None),
            "Where its instances take requests from.",
        ),
        Field::new(
            "HealthCheckType",
            "Health check",
            Format::Text,
            "EC2 asks whether the machine runs; ELB also whether its load balancer finds it well.",
        ),
        Field::new(
            "HealthCheckGracePeriod",
            "Grace period",
            Format::Integer(0, 7200),
            "Seconds after the start in which an instance is not yet judged.",
        ),
        Field::new(
            "Tags",
            "Tags",
            Format::Json,
            "Key, Value and PropagateAtLaunch each, which puts the tag on the instances too.",
        ),
    ],
    defaults: r#"{"MinSize":"2","MaxSize":"4","HealthCheckGracePeriod":120}"#,
    companions: &[Companion::shared(
        "LaunchTemplate.LaunchTemplateId",
        "AWS::EC2::LaunchTemplate",
    )
    .with(&[("LaunchTemplate.Version", "@LatestVersionNumber")])],
    attributes: &["AutoScalingGroupARN"],
    ..Entry::BOX
};
