//! `AWS::Lambda::Permission`.
//!
//! The source keeps other accounts from calling through the same service:
//! <https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html>

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Shape, With};

/// Calls of an API come from its stages, methods and paths.
const FROM_API: With = &[
    ("Principal", "apigateway.amazonaws.com"),
    (
        "SourceArn",
        r#"{"Fn::Sub":"arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${<from>}/*"}"#,
    ),
];

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Lambda::Permission",
    word: "permission",
    label: "Lambda permission",
    stem: "Permission",
    summary: "Lets another service call a function, and best only from one source.",
    category: Category::Compute,
    icon: include_str!("../icons/lambda-permission.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[
            End::new("SourceArn", "AWS::Events::Rule")
                .by("Arn")
                .with(&[("Principal", "events.amazonaws.com")]),
            End::new("SourceArn", "AWS::SNS::Topic").with(&[("Principal", "sns.amazonaws.com")]),
            End::new("SourceArn", "AWS::S3::Bucket")
                .by("Arn")
                .with(&[("Principal", "s3.amazonaws.com")]),
            End::new("SourceArn", "AWS::CloudWatch::Alarm")
                .by("Arn")
                .with(&[("Principal", "lambda.alarms.cloudwatch.amazonaws.com")]),
            End::new("SourceArn", "AWS::Logs::LogGroup")
                .by("Arn")
                .with(&[("Principal", "logs.amazonaws.com")]),
            End::new("SourceArn", "AWS::Cognito::UserPool")
                .by("Arn")
                .with(&[("Principal", "cognito-idp.amazonaws.com")]),
            End::new("SourceArn", "AWS::SecretsManager::Secret")
                .with(&[("Principal", "secretsmanager.amazonaws.com")]),
            End::new("SourceArn", "AWS::ApiGatewayV2::Api").with(FROM_API),
            End::new("SourceArn", "AWS::ApiGateway::RestApi").with(FROM_API),
        ],
        to: &[
            End::new("FunctionName", "AWS::Lambda::Function").by("Arn"),
            End::new("FunctionName", "AWS::Lambda::Alias"),
        ],
        verb: "may call",
        caption: None,
        overlay: false,
    }),
    fields: &[
        Field::new(
            "FunctionName",
            "Function",
            Format::Reference("AWS::Lambda::Function", Some("Arn")),
            "The function that may be called.",
        )
        .required(),
        Field::new(
            "Principal",
            "Caller",
            Format::Text,
            "The service that may call, such as events.amazonaws.com, or an account.",
        )
        .required(),
        Field::new(
            "Action",
            "Action",
            Format::Choice(&["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"]),
            "What it may do.",
        )
        .required(),
        Field::new(
            "SourceArn",
            "Source",
            Format::Text,
            "The one resource that calls, by its ARN. Without it, anyone's resource of that service could.",
        ),
        Field::new(
            "SourceAccount",
            "Source account",
            Format::Text,
            "The account of the source: for buckets, whose ARN does not tell it.",
        ),
        Field::new(
            "FunctionUrlAuthType",
            "URL authentication",
            Format::Choice(&["AWS_IAM", "NONE"]),
            "For InvokeFunctionUrl: who may use the function's URL.",
        ),
    ],
    defaults: r#"{"Action":"lambda:InvokeFunction"}"#,
    attributes: &["Id"],
    ..Entry::BOX
};
