//! `AWS::ApiGateway::RestApi`.

use crate::catalogue::{Category, Entry, Field, Format, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ApiGateway::RestApi",
    word: "restapi",
    label: "REST API",
    stem: "RestApi",
    summary: "Takes HTTP requests by path and method, checks and limits them, and passes them on.",
    category: Category::Integration,
    icon: include_str!("../icons/rest-api.svg"),
    fields: &[
        Field::new("Name", "Name", Format::Text, "Its name."),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for.",
        ),
        Field::new(
            "EndpointConfiguration",
            "Endpoint",
            Format::Json,
            "Where it answers: {\"Types\":[\"REGIONAL\"]}, EDGE through CloudFront, or PRIVATE in VPCs.",
        ),
        Field::new(
            "Policy",
            "Policy",
            Format::Json,
            "Who may call it, by account, address or VPC endpoint.",
        ),
        Field::new(
            "ApiKeySourceType",
            "API keys from",
            Format::Choice(&["HEADER", "AUTHORIZER"]),
            "Where the key of a caller is looked for.",
        ),
        Field::new(
            "DisableExecuteApiEndpoint",
            "Own domain only",
            Format::Boolean,
            "Whether AWS's own address for it is closed.",
        ),
        Field::new(
            "MinimumCompressionSize",
            "Compress from",
            Format::Integer(0, 10_485_760),
            "From how many bytes answers are compressed.",
        ),
        Field::new(
            "Body",
            "OpenAPI definition",
            Format::Json,
            "The whole API as an OpenAPI document, instead of resources and methods.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Name":"<self>","EndpointConfiguration":{"Types":["REGIONAL"]}}"#,
    attributes: &["RestApiId", "RootResourceId"],
    ..Entry::BOX
};
