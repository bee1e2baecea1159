//! `AWS::AppSync::GraphQLApi`.

use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::AppSync::GraphQLApi",
    word: "graphqlapi",
    label: "AppSync GraphQL API",
    stem: "GraphQlApi",
    summary: "Answers queries for exactly the fields that a client asks for, from several data sources, and tells of changes.",
    category: Category::Integration,
    icon: include_str!("../icons/graphql-api.svg"),
    links: &[Link::new(
        "UserPoolConfig.UserPoolId",
        "AWS::Cognito::UserPool",
        "signs in by",
    )
    .with(&[
        ("UserPoolConfig.AwsRegion", r#"{"Ref":"AWS::Region"}"#),
        ("UserPoolConfig.DefaultAction", "ALLOW"),
        ("AuthenticationType", "AMAZON_COGNITO_USER_POOLS"),
    ])],
    fields: &[
        Field::new("Name", "Name", Format::Text, "Its name.").required(),
        Field::new(
            "AuthenticationType",
            "Authentication",
            Format::Choice(&[
                "API_KEY",
                "AWS_IAM",
                "AMAZON_COGNITO_USER_POOLS",
                "OPENID_CONNECT",
                "AWS_LAMBDA",
            ]),
            "How callers prove who they are.",
        )
        .required(),
        Field::new(
            "UserPoolConfig.UserPoolId",
            "User pool",
            Format::Reference("AWS::Cognito::UserPool", None),
            "The pool whose people may call, for AMAZON_COGNITO_USER_POOLS.",
        ),
        Field::new(
            "Visibility",
            "Visibility",
            Format::Choice(&["GLOBAL", "PRIVATE"]),
            "Private answers only in VPCs with an endpoint for it. It cannot be changed later.",
        ),
        Field::new(
            "IntrospectionConfig",
            "Introspection",
            Format::Choice(&["ENABLED", "DISABLED"]),
            "Whether clients may ask for the schema.",
        ),
        Field::new(
            "QueryDepthLimit",
            "Depth limit",
            Format::Integer(0, 75),
            "How deep a query may nest; 0 sets no limit.",
        ),
        Field::new(
            "XrayEnabled",
            "Tracing",
            Format::Boolean,
            "Whether X-Ray records requests.",
        ),
        Field::new(
            "LogConfig",
            "Logging",
            Format::Json,
            "What is logged of fields, and the role that writes it.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Name":"<self>","AuthenticationType":"AWS_IAM","XrayEnabled":true}"#,
    attributes: &[
        "ApiId",
        "Arn",
        "GraphQLDns",
        "GraphQLEndpointArn",
        "GraphQLUrl",
        "RealtimeDns",
        "RealtimeUrl",
    ],
    ..Entry::BOX
};
