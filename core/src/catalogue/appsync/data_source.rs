//! `AWS::AppSync::DataSource`.

use super::API_ID;
use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Grant, Owner, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::AppSync::DataSource",
    word: "datasource",
    label: "AppSync data source",
    stem: "GraphQlDataSource",
    summary: "What a GraphQL API reads and writes: a table, a function, a bus, a web address, or nothing.",
    category: Category::Integration,
    icon: include_str!("../icons/graphql-data-source.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "ApiId",
        kind: "AWS::AppSync::GraphQLApi",
    }]),
    ends: Some(Ends {
        from: &[End::new("ApiId", "AWS::AppSync::GraphQLApi").by("ApiId")],
        to: &[
            End::new("DynamoDBConfig.TableName", "AWS::DynamoDB::Table")
                .with(&[
                    ("Type", "AMAZON_DYNAMODB"),
                    ("DynamoDBConfig.AwsRegion", r#"{"Ref":"AWS::Region"}"#),
                ])
                .grants(&[
                    Grant::new("AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"appsync.amazonaws.com"},"Action":"sts:AssumeRole"}]},"Policies":[{"PolicyName":"Table","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["dynamodb:GetItem","dynamodb:PutItem","dynamodb:UpdateItem","dynamodb:DeleteItem","dynamodb:Query","dynamodb:Scan"],"Resource":[{"Fn::GetAtt":["<to>","Arn"]},{"Fn::Sub":"${<to>.Arn}/index/*"}]}]}}]}"#)
                        .named("ServiceRoleArn", Some("Arn")),
                ]),
            End::new("LambdaConfig.LambdaFunctionArn", "AWS::Lambda::Function")
                .by("Arn")
                .with(&[("Type", "AWS_LAMBDA")])
                .grants(&[
                    Grant::new("AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"appsync.amazonaws.com"},"Action":"sts:AssumeRole"}]},"Policies":[{"PolicyName":"Invoke","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":[{"Fn::GetAtt":["<to>","Arn"]},{"Fn::Sub":"${<to>.Arn}:*"}]}]}}]}"#)
                        .named("ServiceRoleArn", Some("Arn")),
                ]),
            End::new("EventBridgeConfig.EventBusArn", "AWS::Events::EventBus")
                .by("Arn")
                .with(&[("Type", "AMAZON_EVENTBRIDGE")])
                .grants(&[
                    Grant::new("AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"appsync.amazonaws.com"},"Action":"sts:AssumeRole"}]},"Policies":[{"PolicyName":"Put","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"events:PutEvents","Resource":{"Fn::GetAtt":["<to>","Arn"]}}]}}]}"#)
                        .named("ServiceRoleArn", Some("Arn")),
                ]),
        ],
        verb: "reads and writes",
        caption: None,
        overlay: false,
    }),
    fields: &[
        Field::new(
            "Name",
            "Name",
            Format::Text,
            "Its name in the API: letters, digits and underscores.",
        )
        .required(),
        Field::new(
            "Type",
            "Type",
            Format::Choice(&[
                "NONE",
                "AMAZON_DYNAMODB",
                "AWS_LAMBDA",
                "AMAZON_EVENTBRIDGE",
                "HTTP",
                "AMAZON_OPENSEARCH_SERVICE",
                "RELATIONAL_DATABASE",
                "AMAZON_BEDROCK_RUNTIME",
            ]),
            "What it is. NONE leaves all to the code of resolvers.",
        )
        .required(),
        API_ID,
        Field::new(
            "ServiceRoleArn",
            "Role",
            Format::Reference("AWS::IAM::Role", Some("Arn")),
            "The role that AppSync takes on to reach it.",
        ),
        Field::new(
            "DynamoDBConfig",
            "Table",
            Format::Json,
            "The table and its region, for AMAZON_DYNAMODB.",
        ),
        Field::new(
            "LambdaConfig.LambdaFunctionArn",
            "Function",
            Format::Reference("AWS::Lambda::Function", Some("Arn")),
            "The function, for AWS_LAMBDA.",
        ),
        Field::new(
            "HttpConfig",
            "Web address",
            Format::Json,
            "Where requests go, for HTTP.",
        ),
        Field::new("Description", "Description", Format::Text, "What it holds."),
    ],
    defaults: r#"{"Name":"<self>","Type":"NONE"}"#,
    attributes: &["DataSourceArn", "Name"],
    ..Entry::BOX
};
