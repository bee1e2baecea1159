//! `AWS::AppSync::GraphQLSchema`.

use super::API_ID;
use crate::catalogue::{Category, Entry, Field, Format, Owner, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::AppSync::GraphQLSchema",
    word: "graphqlschema",
    label: "GraphQL schema",
    stem: "GraphQlSchema",
    summary: "The types of a GraphQL API, and what clients may ask for and change.",
    category: Category::Integration,
    icon: include_str!("../icons/graphql-schema.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "ApiId",
        kind: "AWS::AppSync::GraphQLApi",
    }]),
    fields: &[
        API_ID,
        Field::new(
            "Definition",
            "Definition",
            Format::Text,
            "The schema, in the schema definition language of GraphQL.",
        ),
        Field::new(
            "DefinitionS3Location",
            "File in S3",
            Format::Text,
            "Where the schema is kept, instead of here.",
        ),
    ],
    defaults: r#"{"Definition":"type Query {\n  hello: String\n}\n"}"#,
    attributes: &["Id"],
    ..Entry::BOX
};
