//! `AWS::ApiGatewayV2::Route`.

use crate::catalogue::{Category, Companion, Entry, Field, Format, Owner, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ApiGatewayV2::Route",
    word: "httpapiroute",
    label: "HTTP API route",
    stem: "HttpApiRoute",
    summary: "Which requests go to which integration of an HTTP API, by method and path, and who may send them.",
    category: Category::Integration,
    icon: include_str!("../icons/http-api-route.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "ApiId",
        kind: "AWS::ApiGatewayV2::Api",
    }]),
    fields: &[
        Field::new(
            "RouteKey",
            "Route",
            Format::Text,
            "Method and path, such as GET /orders/{id}; $default is every other.",
        )
        .required(),
        Field::new(
            "ApiId",
            "API",
            Format::Reference("AWS::ApiGatewayV2::Api", None),
            "The API that it is a route of.",
        )
        .required(),
        Field::new(
            "Target",
            "Target",
            Format::Text,
            "integrations/ and the number of the integration.",
        ),
        Field::new(
            "AuthorizationType",
            "Authorization",
            Format::Choice(&["NONE", "AWS_IAM", "JWT", "CUSTOM"]),
            "Who may call: anyone, those signed by IAM, those with a token, or as a function says.",
        ),
        Field::new(
            "AuthorizerId",
            "Authorizer",
            Format::Text,
            "The authorizer that checks tokens, for JWT and CUSTOM.",
        ),
        Field::new(
            "AuthorizationScopes",
            "Scopes",
            Format::Json,
            "What the token must allow.",
        ),
    ],
    defaults: r#"{"RouteKey":"ANY /<self>","AuthorizationType":"AWS_IAM"}"#,
    companions: &[Companion::own(
        "Target",
        "AWS::ApiGatewayV2::Integration",
        r#"{"ApiId":{"Ref":"<self:ApiId>"}}"#,
    )
    .with(&[("Target", r#"{"Fn::Sub":"integrations/${<to>}"}"#)])],
    attributes: &["RouteId"],
    ..Entry::BOX
};
