//! `AWS::AutoScaling::ScalingPolicy`.
//!
//! Target tracking makes its alarms itself:
//! <https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::AutoScaling::ScalingPolicy",
    word: "scalingpolicy",
    label: "Scaling policy",
    stem: "ScalingPolicy",
    summary: "When an Auto Scaling group grows and shrinks, such as to hold its processors half busy.",
    category: Category::Compute,
    icon: include_str!("../icons/autoscaling-scaling-policy.svg"),
    shape: Shape::Chip,
    homes: &[Home::beside(
        "AutoScalingGroupName",
        "AWS::AutoScaling::AutoScalingGroup",
    )],
    links: &[Link::new(
        "AutoScalingGroupName",
        "AWS::AutoScaling::AutoScalingGroup",
        "scales",
    )],
    fields: &[
        Field::new(
            "AutoScalingGroupName",
            "Auto Scaling group",
            Format::Reference("AWS::AutoScaling::AutoScalingGroup", None),
            "The group that it changes.",
        )
        .required(),
        Field::new(
            "PolicyType",
            "Type",
            Format::Choice(&[
                "TargetTrackingScaling",
                "StepScaling",
                "SimpleScaling",
                "PredictiveScaling",
            ]),
            "Target tracking holds a measure by itself; steps and simple ones wait for an alarm.",
        ),
        Field::new(
            "TargetTrackingConfiguration.PredefinedMetricSpecification.PredefinedMetricType",
            "Measure",
            Format::Choice(&[
                "ASGAverageCPUUtilization",
                "ASGAverageNetworkIn",
                "ASGAverageNetworkOut",
                "ALBRequestCountPerTarget",
            ]),
            "What target tracking holds; requests for each target also want the ResourceLabel.",
        ),
        Field::new(
            "TargetTrackingConfiguration.TargetValue",
            "Target value",
            Format::Text,
            "The value of the measure that it holds, such as 50 percent.",
        ),
        Field::new(
            "AdjustmentType",
            "Adjustment",
            Format::Choice(&[
                "ChangeInCapacity",
                "ExactCapacity",
                "PercentChangeInCapacity",
            ]),
            "How the numbers of steps and simple ones are meant.",
        ),
        Field::new(
            "StepAdjustments",
            "Steps",
            Format::Json,
            "How much is added or taken away, by how far the alarm's threshold is passed.",
        ),
        Field::new(
            "ScalingAdjustment",
            "Simple adjustment",
            Format::Integer(-10_000, 10_000),
            "How much a simple policy adds, or takes away if negative.",
        ),
        Field::new(
            "EstimatedInstanceWarmup",
            "Warm-up",
            Format::Integer(0, 86_400),
            "Seconds until a new instance counts in the measure.",
        ),
    ],
    defaults: r#"{"PolicyType":"TargetTrackingScaling","TargetTrackingConfiguration":{"PredefinedMetricSpecification":{"PredefinedMetricType":"ASGAverageCPUUtilization"},"TargetValue":50}}"#,
    companions: &[Companion::shared(
        "AutoScalingGroupName",
        "AWS::AutoScaling::AutoScalingGroup",
    )],
    attributes: &["Arn", "PolicyName"],
    ..Entry::BOX
};
