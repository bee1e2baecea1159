//! `AWS::ApiGatewayV2::Api`.

use super::TAGS;
use crate::catalogue::{Category, Entry, Field, Format};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ApiGatewayV2::Api",
    word: "httpapi",
    label: "HTTP API",
    stem: "HttpApi",
    summary: "Takes HTTP requests at one address and passes each by its route to a function, a queue or a network.",
    category: Category::Integration,
    icon: include_str!("../icons/http-api.svg"),
    fields: &[
        Field::new("Name", "Name", Format::Text, "Its name."),
        Field::new(
            "ProtocolType",
            "Protocol",
            Format::Choice(&["HTTP", "WEBSOCKET"]),
            "HTTP answers requests; WEBSOCKET keeps connections open both ways. It cannot be changed later.",
        ),
        Field::new(
            "CorsConfiguration",
            "CORS",
            Format::Json,
            "Which web pages may call it: their origins, methods and headers.",
        ),
        Field::new(
            "RouteSelectionExpression",
            "Route by",
            Format::Text,
            "What of a message picks the route: $request.body.action, for WEBSOCKET.",
        ),
        Field::new(
            "DisableExecuteApiEndpoint",
            "Own domain only",
            Format::Boolean,
            "Whether AWS's own address for it is closed.",
        ),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for.",
        ),
        TAGS,
    ],
    defaults: r#"{"Name":"<self>","ProtocolType":"HTTP"}"#,
    attributes: &["ApiEndpoint", "ApiId", "ExecuteApiArn"],
    ..Entry::BOX
};
