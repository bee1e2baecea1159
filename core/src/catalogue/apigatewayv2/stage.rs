//! `AWS::ApiGatewayV2::Stage`.

use crate::catalogue::{Category, Entry, Field, Format, Link, Owner, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ApiGatewayV2::Stage",
    word: "httpapistage",
    label: "HTTP API stage",
    stem: "HttpApiStage",
    summary: "A version of an HTTP API that answers, at an address of its own. $default answers at the root.",
    category: Category::Integration,
    icon: include_str!("../icons/http-api-stage.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "ApiId",
        kind: "AWS::ApiGatewayV2::Api",
    }]),
    links: &[Link::new(
        "AccessLogSettings.DestinationArn",
        "AWS::Logs::LogGroup",
        "logs to",
    )
    .by("Arn")
    .overlay()],
    fields: &[
        Field::new(
            "StageName",
            "Name",
            Format::Text,
            "The first part of its path; $default has none.",
        )
        .required(),
        Field::new(
            "ApiId",
            "API",
            Format::Reference("AWS::ApiGatewayV2::Api", None),
            "The API that it shows.",
        )
        .required(),
        Field::new(
            "AutoDeploy",
            "Deploy by itself",
            Format::Boolean,
            "Whether changes of the API answer at once.",
        ),
        Field::new(
            "DefaultRouteSettings",
            "Limits",
            Format::Json,
            "How many requests a second it takes, and whether it counts them.",
        ),
        Field::new(
            "AccessLogSettings.DestinationArn",
            "Access log",
            Format::Reference("AWS::Logs::LogGroup", Some("Arn")),
            "The log group that gets a line for each request.",
        ),
        Field::new(
            "AccessLogSettings.Format",
            "Log format",
            Format::Text,
            "What a line of the access log says.",
        ),
    ],
    defaults: r#"{"StageName":"$default","AutoDeploy":true}"#,
    ..Entry::BOX
};
