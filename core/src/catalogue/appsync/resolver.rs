//! `AWS::AppSync::Resolver`.
//!
//! It waits for the schema, which must have its field:
//! <https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-overview-js.html>

use super::API_ID;
use crate::catalogue::{Category, Companion, Entry, Field, Format, Owner, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::AppSync::Resolver",
    word: "resolver",
    label: "AppSync resolver",
    stem: "GraphQlResolver",
    summary: "How a GraphQL API answers a field: the data source that it asks, and code before and after.",
    category: Category::Integration,
    icon: include_str!("../icons/graphql-resolver.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "ApiId",
        kind: "AWS::AppSync::GraphQLApi",
    }]),
    fields: &[
        Field::new(
            "TypeName",
            "Type",
            Format::Text,
            "The type of the schema that has the field, such as Query.",
        )
        .required(),
        Field::new(
            "FieldName",
            "Field",
            Format::Text,
            "The field that it answers.",
        )
        .required(),
        API_ID,
        Field::new(
            "DataSourceName",
            "Data source",
            Format::Reference("AWS::AppSync::DataSource", Some("Name")),
            "What it asks; none for a pipeline.",
        ),
        Field::new(
            "Kind",
            "Kind",
            Format::Choice(&["UNIT", "PIPELINE"]),
            "A unit asks one data source, a pipeline one after the other.",
        ),
        Field::new(
            "Code",
            "Code",
            Format::Text,
            "JavaScript with a function for the request and one for the response.",
        ),
        Field::new(
            "Runtime",
            "Runtime",
            Format::Json,
            "The name and version of the language that the code is in.",
        ),
        Field::new(
            "PipelineConfig",
            "Functions",
            Format::Json,
            "The functions of a pipeline, in order.",
        ),
    ],
    defaults: r#"{"TypeName":"Query","FieldName":"hello","Runtime":{"Name":"APPSYNC_JS","RuntimeVersion":"1.0.0"},"Code":"import { util } from '@aws-appsync/utils';\n\nexport function request(ctx) {\n  return { payload: 'Hello' };\n}\n\nexport function response(ctx) {\n  if (ctx.error) {\n    util.error(ctx.error.message, ctx.error.type);\n  }\n  return ctx.result;\n}\n"}"#,
    companions: &[
        Companion::own(
            "DataSourceName",
            "AWS::AppSync::DataSource",
            r#"{"ApiId":{"Fn::GetAtt":["<self:ApiId>","ApiId"]}}"#,
        )
        .or_existing()
        .by("Name"),
        Companion::before(
            "AWS::AppSync::GraphQLSchema",
            r#"{"ApiId":{"Fn::GetAtt":["<self:ApiId>","ApiId"]}}"#,
        )
        .or_existing(),
    ],
    attributes: &["ResolverArn"],
    ..Entry::BOX
};
