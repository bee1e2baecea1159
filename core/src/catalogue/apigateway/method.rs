//! `AWS::ApiGateway::Method`.
//!
//! A new one answers by itself, to callers that IAM knows, at a path of its own; a
//! line from the API to a function makes one that calls it:
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html>

use crate::catalogue::{Category, Companion, End, Ends, Entry, Field, Format, Grant, Owner, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ApiGateway::Method",
    word: "apimethod",
    label: "REST API method",
    stem: "ApiMethod",
    summary: "What a REST API does with a method at a path: who may call it, and what it passes the request to.",
    category: Category::Integration,
    icon: include_str!("../icons/rest-api-method.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "RestApiId",
        kind: "AWS::ApiGateway::RestApi",
    }]),
    ends: Some(Ends {
        from: &[End::new("RestApiId", "AWS::ApiGateway::RestApi")],
        to: &[End::new("Integration.Uri", "AWS::Lambda::Function")
            .by("Arn")
            .with(&[("Integration", r#"{"Type":"AWS_PROXY","IntegrationHttpMethod":"POST","Uri":{"Fn::Sub":"arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${<to>.Arn}/invocations"}}"#)])
            .grants(&[
                Grant::new(
                    "AWS::ApiGateway::Resource",
                    r#"{"RestApiId":{"Ref":"<from>"},"PathPart":"<self>"}"#,
                )
                .named("ResourceId", None),
                Grant::new(
                    "AWS::Lambda::Permission",
                    r#"{"Action":"lambda:InvokeFunction","FunctionName":{"Ref":"<to>"},"Principal":"apigateway.amazonaws.com","SourceArn":{"Fn::Sub":"arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${<from>}/*"}}"#,
                ),
            ])],
        verb: "calls",
        caption: Some("HttpMethod"),
        overlay: false,
    }),
    fields: &[
        Field::new(
            "HttpMethod",
            "Method",
            Format::Choice(&[
                "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY",
            ]),
            "The HTTP method.",
        )
        .required(),
        Field::new(
            "ResourceId",
            "Path",
            Format::Reference("AWS::ApiGateway::Resource", None),
            "The resource of the API whose method it is, or the root.",
        )
        .required(),
        Field::new(
            "RestApiId",
            "API",
            Format::Reference("AWS::ApiGateway::RestApi", None),
            "The API that it is a method of.",
        )
        .required(),
        Field::new(
            "AuthorizationType",
            "Authorization",
            Format::Choice(&["NONE", "AWS_IAM", "COGNITO_USER_POOLS", "CUSTOM"]),
            "Who may call: anyone, those signed by IAM, people of a user pool, or as a function says.",
        ),
        Field::new(
            "AuthorizerId",
            "Authorizer",
            Format::Text,
            "The authorizer that checks tokens.",
        ),
        Field::new(
            "ApiKeyRequired",
            "API key",
            Format::Boolean,
            "Whether callers need a key, which counts and limits their requests.",
        ),
        Field::new(
            "Integration",
            "Integration",
            Format::Json,
            "What the request is passed to, and how.",
        ),
        Field::new(
            "MethodResponses",
            "Responses",
            Format::Json,
            "The answers that it may give, by status code.",
        ),
    ],
    defaults: r#"{"HttpMethod":"GET","AuthorizationType":"AWS_IAM","Integration":{"Type":"MOCK","RequestTemplates":{"application/json":"{\"statusCode\":200}"},"IntegrationResponses":[{"StatusCode":"200"}]},"MethodResponses":[{"StatusCode":"200"}]}"#,
    companions: &[Companion::own(
        "ResourceId",
        "AWS::ApiGateway::Resource",
        r#"{"RestApiId":{"Ref":"<self:RestApiId>"}}"#,
    )],
    ..Entry::BOX
};
