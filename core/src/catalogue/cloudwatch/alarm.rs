//! `AWS::CloudWatch::Alarm`.
//!
//! A line to what it watches writes the service's own names of measure and
//! dimension, as each service lists them, and a threshold to begin with:
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html>

use crate::catalogue::{Category, Entry, Field, Format, Grant, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::CloudWatch::Alarm",
    word: "alarm",
    label: "CloudWatch alarm",
    stem: "Alarm",
    summary: "Watches a measure, and tells or changes something when it passes a threshold for long enough.",
    category: Category::Management,
    icon: include_str!("../icons/cloudwatch-alarm.svg"),
    links: &[
        Link::new("Dimensions.*.Value", "AWS::EC2::Instance", "watches")
            .with(&[
                ("Namespace", "AWS/EC2"),
                ("MetricName", "CPUUtilization"),
                ("Dimensions.*.Name", "InstanceId"),
            ])
            .overlay(),
        Link::new(
            "Dimensions.*.Value",
            "AWS::AutoScaling::AutoScalingGroup",
            "watches",
        )
        .with(&[
            ("Namespace", "AWS/EC2"),
            ("MetricName", "CPUUtilization"),
            ("Dimensions.*.Name", "AutoScalingGroupName"),
        ])
        .overlay(),
        Link::new(
            "Dimensions.*.Value",
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "watches",
        )
        .by("LoadBalancerFullName")
        .with(&[
            ("Namespace", "AWS/ApplicationELB"),
            ("MetricName", "HTTPCode_ELB_5XX_Count"),
            ("Statistic", "Sum"),
            ("Threshold", "10"),
            ("Dimensions.*.Name", "LoadBalancer"),
        ])
        .overlay(),
        Link::new(
            "Dimensions.*.Value",
            "AWS::ElasticLoadBalancingV2::TargetGroup",
            "watches",
        )
        .by("TargetGroupFullName")
        .with(&[
            ("Namespace", "AWS/ApplicationELB"),
            ("MetricName", "UnHealthyHostCount"),
            ("Statistic", "Maximum"),
            ("Threshold", "0"),
            ("Dimensions.*.Name", "TargetGroup"),
        ])
        .overlay(),
        Link::new("Dimensions.*.Value", "AWS::Lambda::Function", "watches")
            .with(&[
                ("Namespace", "AWS/Lambda"),
                ("MetricName", "Errors"),
                ("Statistic", "Sum"),
                ("Threshold", "0"),
                ("Dimensions.*.Name", "FunctionName"),
            ])
            .overlay(),
        Link::new("Dimensions.*.Value", "AWS::SQS::Queue", "watches")
            .by("QueueName")
            .with(&[
                ("Namespace", "AWS/SQS"),
                ("MetricName", "ApproximateAgeOfOldestMessage"),
                ("Statistic", "Maximum"),
                ("Threshold", "300"),
                ("Dimensions.*.Name", "QueueName"),
            ])
            .overlay(),
        Link::new("Dimensions.*.Value", "AWS::RDS::DBInstance", "watches")
            .with(&[
                ("Namespace", "AWS/RDS"),
                ("MetricName", "CPUUtilization"),
                ("Dimensions.*.Name", "DBInstanceIdentifier"),
            ])
            .overlay(),
        Link::new("Dimensions.*.Value", "AWS::DynamoDB::Table", "watches")
            .with(&[
                ("Namespace", "AWS/DynamoDB"),
                ("MetricName", "ReadThrottleEvents"),
                ("Statistic", "Sum"),
                ("Threshold", "0"),
                ("Dimensions.*.Name", "TableName"),
            ])
            .overlay(),
        Link::new("AlarmActions.*", "AWS::SNS::Topic", "notifies"),
        Link::new("OKActions.*", "AWS::SNS::Topic", "notifies when well"),
        Link::new(
            "AlarmActions.*",
            "AWS::AutoScaling::ScalingPolicy",
            "sets off",
        ),
        Link::new("AlarmActions.*", "AWS::Lambda::Function", "calls").by("Arn").grants(&[Grant::new("AWS::Lambda::Permission", r#"{"Action":"lambda:InvokeFunction","FunctionName":{"Ref":"<to>"},"Principal":"lambda.alarms.cloudwatch.amazonaws.com","SourceArn":{"Fn::GetAtt":["<from>","Arn"]}}"#)]),
    ],
    fields: &[
        Field::new(
            "Namespace",
            "Service",
            Format::Text,
            "Whose measure it is, such as AWS/EC2.",
        ),
        Field::new(
            "MetricName",
            "Measure",
            Format::Text,
            "What is measured, such as CPUUtilization.",
        ),
        Field::new(
            "Dimensions",
            "Of",
            Format::Json,
            "Which resource is measured, by the names that the service gives, such as InstanceId.",
        ),
        Field::new(
            "Statistic",
            "Statistic",
            Format::Choice(&["Average", "Maximum", "Minimum", "SampleCount", "Sum"]),
            "What is taken of the values of a period.",
        ),
        Field::new(
            "Period",
            "Period",
            Format::Integer(10, 604_800),
            "Seconds that each value is for: 10, 20, 30 or a multiple of 60.",
        ),
        Field::new(
            "EvaluationPeriods",
            "Periods",
            Format::Integer(1, 10_080),
            "How many periods are looked at.",
        ),
        Field::new(
            "Threshold",
            "Threshold",
            Format::Text,
            "The value that is compared with.",
        ),
        Field::new(
            "ComparisonOperator",
            "Comparison",
            Format::Choice(&[
                "GreaterThanThreshold",
                "GreaterThanOrEqualToThreshold",
                "LessThanThreshold",
                "LessThanOrEqualToThreshold",
                "LessThanLowerOrGreaterThanUpperThreshold",
                "LessThanLowerThreshold",
                "GreaterThanUpperThreshold",
            ]),
            "When it goes off.",
        ),
        Field::new(
            "TreatMissingData",
            "Missing values",
            Format::Choice(&["missing", "notBreaching", "breaching", "ignore"]),
            "How periods without a value count.",
        ),
        Field::new(
            "AlarmActions",
            "Actions",
            Format::Json,
            "What is done when it goes off, by ARN: a topic, a scaling policy, a function.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Namespace":"AWS/EC2","MetricName":"CPUUtilization","Statistic":"Average","Period":300,"EvaluationPeriods":2,"Threshold":80,"ComparisonOperator":"GreaterThanThreshold"}"#,
    attributes: &["Arn"],
    ..Entry::BOX
};
