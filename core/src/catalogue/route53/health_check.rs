//! `AWS::Route53::HealthCheck`.

use crate::catalogue::{Category, Entry, Field, Format, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Route53::HealthCheck",
    word: "healthcheck",
    label: "Health check",
    stem: "HealthCheck",
    summary: "Asks a place again and again whether it is well, from many regions; records leave out what is not.",
    category: Category::Network,
    icon: include_str!("../icons/health-check.svg"),
    shape: Shape::Chip,
    fields: &[
        Field::new(
            "HealthCheckConfig.Type",
            "Type",
            Format::Choice(&[
                "HTTP",
                "HTTPS",
                "HTTP_STR_MATCH",
                "HTTPS_STR_MATCH",
                "TCP",
                "CALCULATED",
                "CLOUDWATCH_METRIC",
                "RECOVERY_CONTROL",
            ]),
            "How it asks.",
        ),
        Field::new(
            "HealthCheckConfig.FullyQualifiedDomainName",
            "Name",
            Format::Text,
            "The name that is asked.",
        ),
        Field::new(
            "HealthCheckConfig.Port",
            "Port",
            Format::Port,
            "The port that is asked.",
        ),
        Field::new(
            "HealthCheckConfig.ResourcePath",
            "Path",
            Format::Text,
            "The page that must answer, for HTTP and HTTPS.",
        ),
        Field::new(
            "HealthCheckConfig.RequestInterval",
            "Interval",
            Format::Choice(&["10", "30"]),
            "How many seconds lie between two questions of one checker.",
        ),
        Field::new(
            "HealthCheckConfig.FailureThreshold",
            "Failures",
            Format::Integer(1, 10),
            "After how many failures it counts as ill.",
        ),
        Field::new(
            "HealthCheckConfig",
            "Configuration",
            Format::Json,
            "All of it: what is asked, and how.",
        )
        .required(),
        Field::new(
            "HealthCheckTags",
            "Tags",
            Format::Tags,
            "Names for people and for cost reports.",
        ),
    ],
    defaults: r#"{"HealthCheckConfig":{"Type":"HTTPS","FullyQualifiedDomainName":"www.example.com","Port":443,"ResourcePath":"/","RequestInterval":30,"FailureThreshold":3}}"#,
    attributes: &["HealthCheckId"],
    ..Entry::BOX
};
