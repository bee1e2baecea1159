//! `AWS::ApiGateway::Resource`.

use crate::catalogue::{Category, Entry, Field, Format, Owner, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ApiGateway::Resource",
    word: "apiresource",
    label: "REST API resource",
    stem: "ApiResource",
    summary: "A part of the path of a REST API, under the root or under another part.",
    category: Category::Integration,
    icon: include_str!("../icons/rest-api-resource.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "RestApiId",
        kind: "AWS::ApiGateway::RestApi",
    }]),
    fields: &[
        Field::new(
            "PathPart",
            "Path part",
            Format::Text,
            "The last part of its path, such as orders or {id}.",
        )
        .required(),
        Field::new(
            "ParentId",
            "Parent",
            Format::Reference("AWS::ApiGateway::Resource", None),
            "The part before it: a resource, or the root of the API.",
        )
        .required(),
        Field::new(
            "RestApiId",
            "API",
            Format::Reference("AWS::ApiGateway::RestApi", None),
            "The API that it is a part of.",
        )
        .required(),
    ],
    defaults: r#"{"ParentId":{"Fn::GetAtt":["<self:RestApiId>","RootResourceId"]},"PathPart":"<self>"}"#,
    attributes: &["ResourceId"],
    ..Entry::BOX
};
