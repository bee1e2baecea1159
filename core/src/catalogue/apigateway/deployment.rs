//! `AWS::ApiGateway::Deployment`.
//!
//! It waits for a method, since an API without methods cannot be deployed:
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Owner, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ApiGateway::Deployment",
    word: "apideployment",
    label: "REST API deployment",
    stem: "ApiDeployment",
    summary: "A snapshot of a REST API, which a stage shows. Later changes of the API need another one.",
    category: Category::Integration,
    icon: include_str!("../icons/rest-api-deployment.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "RestApiId",
        kind: "AWS::ApiGateway::RestApi",
    }]),
    fields: &[
        Field::new(
            "RestApiId",
            "API",
            Format::Reference("AWS::ApiGateway::RestApi", None),
            "The API that it is a snapshot of.",
        )
        .required(),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What is new in it.",
        ),
    ],
    companions: &[Companion::before(
        "AWS::ApiGateway::Method",
        r#"{"RestApiId":{"Ref":"<self:RestApiId>"}}"#,
    )
    .or_existing()],
    attributes: &["DeploymentId"],
    ..Entry::BOX
};
