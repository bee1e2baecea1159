//! `AWS::ApiGateway::Stage`.

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, Shape, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ApiGateway::Stage",
    word: "apistage",
    label: "REST API stage",
    stem: "ApiStage",
    summary: "A deployment of a REST API that answers, at an address of its own, such as prod.",
    category: Category::Integration,
    icon: include_str!("../icons/rest-api-stage.svg"),
    shape: Shape::Chip,
    links: &[
        Link::new("RestApiId", "AWS::ApiGateway::RestApi", "shows"),
        Link::new(
            "AccessLogSetting.DestinationArn",
            "AWS::Logs::LogGroup",
            "logs to",
        )
        .by("Arn")
        .overlay(),
    ],
    fields: &[
        Field::new(
            "StageName",
            "Name",
            Format::Text,
            "The first part of its path, such as prod.",
        ),
        Field::new(
            "RestApiId",
            "API",
            Format::Reference("AWS::ApiGateway::RestApi", None),
            "The API that it shows.",
        )
        .required(),
        Field::new(
            "DeploymentId",
            "Deployment",
            Format::Reference("AWS::ApiGateway::Deployment", None),
            "The snapshot of the API that it shows.",
        ),
        Field::new(
            "MethodSettings",
            "Limits and logs",
            Format::Json,
            "How many requests methods take, and what they log and cache.",
        ),
        Field::new(
            "TracingEnabled",
            "Tracing",
            Format::Boolean,
            "Whether X-Ray records requests.",
        ),
        Field::new(
            "AccessLogSetting.DestinationArn",
            "Access log",
            Format::Reference("AWS::Logs::LogGroup", Some("Arn")),
            "The log group that gets a line for each request.",
        ),
        Field::new(
            "CacheClusterEnabled",
            "Cache",
            Format::Boolean,
            "Whether answers are kept for a while, which costs by the hour.",
        ),
        Field::new(
            "Variables",
            "Variables",
            Format::Json,
            "Names and values that integrations can use.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"StageName":"prod","TracingEnabled":true}"#,
    companions: &[
        Companion::shared("RestApiId", "AWS::ApiGateway::RestApi"),
        Companion::own(
            "DeploymentId",
            "AWS::ApiGateway::Deployment",
            r#"{"RestApiId":{"Ref":"<RestApiId>"}}"#,
        ),
    ],
    ..Entry::BOX
};
