//! `AWS::WAFv2::WebACL`.
//!
//! A new one allows what the common rules of AWS do not stop:
//! <https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html>

use super::NAME;
use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::WAFv2::WebACL",
    word: "webacl",
    label: "Web ACL",
    stem: "WebAcl",
    summary: "Looks at web requests before they reach a load balancer, an API or a user pool, and stops attacks.",
    category: Category::Security,
    icon: include_str!("../icons/web-acl.svg"),
    links: &[Link::new(
        "Rules.*.Statement.IPSetReferenceStatement.Arn",
        "AWS::WAFv2::IPSet",
        "blocks",
    )
    .by("Arn")
    .with(&[
        ("Rules.*.Name", "Addresses{n}"),
        ("Rules.*.Priority", "{n}"),
        ("Rules.*.Action", r#"{"Block":{}}"#),
        (
            "Rules.*.VisibilityConfig",
            r#"{"SampledRequestsEnabled":true,"CloudWatchMetricsEnabled":true,"MetricName":"Addresses{n}"}"#,
        ),
    ])],
    fields: &[
        Field::new(
            "Scope",
            "Scope",
            Format::Choice(&["REGIONAL", "CLOUDFRONT"]),
            "CLOUDFRONT is for distributions, in us-east-1 only; REGIONAL for everything else.",
        )
        .required(),
        Field::new(
            "DefaultAction",
            "Default action",
            Format::Json,
            "What happens to a request that no rule decides: {\"Allow\":{}} or {\"Block\":{}}.",
        )
        .required(),
        Field::new(
            "Rules",
            "Rules",
            Format::Json,
            "What is looked for, by priority: rules of AWS, addresses, rates, and what to do then.",
        ),
        Field::new(
            "VisibilityConfig",
            "Metrics",
            Format::Json,
            "What it counts in CloudWatch, and whether it keeps samples of requests.",
        )
        .required(),
        NAME,
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Scope":"REGIONAL","DefaultAction":{"Allow":{}},"VisibilityConfig":{"SampledRequestsEnabled":true,"CloudWatchMetricsEnabled":true,"MetricName":"<self>"},"Rules":[{"Name":"CommonRules","Priority":0,"OverrideAction":{"None":{}},"Statement":{"ManagedRuleGroupStatement":{"VendorName":"AWS","Name":"AWSManagedRulesCommonRuleSet"}},"VisibilityConfig":{"SampledRequestsEnabled":true,"CloudWatchMetricsEnabled":true,"MetricName":"CommonRules"}}]}"#,
    attributes: &["Arn", "Capacity", "Id", "LabelNamespace"],
    ..Entry::BOX
};
