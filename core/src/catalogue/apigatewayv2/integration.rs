//! `AWS::ApiGatewayV2::Integration`.
//!
//! A line from an API writes a route to the integration too, open to callers that
//! IAM knows; its path is for you to change:
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations.html>

use crate::catalogue::{Category, Companion, End, Ends, Entry, Field, Format, Grant, Owner, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ApiGatewayV2::Integration",
    word: "integration",
    label: "HTTP API integration",
    stem: "HttpApiIntegration",
    summary: "What an HTTP API passes requests to: a function, a queue, a workflow, or a load balancer in a VPC.",
    category: Category::Integration,
    icon: include_str!("../icons/http-api-integration.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "ApiId",
        kind: "AWS::ApiGatewayV2::Api",
    }]),
    ends: Some(Ends {
        from: &[End::new("ApiId", "AWS::ApiGatewayV2::Api")],
        to: &[
            End::new("IntegrationUri", "AWS::Lambda::Function")
                .by("Arn")
                .with(&[
                    ("IntegrationType", "AWS_PROXY"),
                    ("PayloadFormatVersion", "2.0"),
                ])
                .grants(&[
                    Grant::new(
                        "AWS::Lambda::Permission",
                        r#"{"Action":"lambda:InvokeFunction","FunctionName":{"Ref":"<to>"},"Principal":"apigateway.amazonaws.com","SourceArn":{"Fn::Sub":"arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${<from>}/*"}}"#,
                    ),
                    Grant::new(
                        "AWS::ApiGatewayV2::Route",
                        r#"{"ApiId":{"Ref":"<from>"},"RouteKey":"ANY /<self>","AuthorizationType":"AWS_IAM","Target":{"Fn::Sub":"integrations/${<self>}"}}"#,
                    ),
                ]),
            End::new("RequestParameters.QueueUrl", "AWS::SQS::Queue")
                .with(&[
                    ("IntegrationType", "AWS_PROXY"),
                    ("IntegrationSubtype", "SQS-SendMessage"),
                    ("PayloadFormatVersion", "1.0"),
                    ("RequestParameters.MessageBody", "$request.body"),
                ])
                .grants(&[
                    Grant::new("AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"sts:AssumeRole"}]},"Policies":[{"PolicyName":"Send","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:SendMessage","Resource":{"Fn::GetAtt":["<to>","Arn"]}}]}}]}"#)
                        .named("CredentialsArn", Some("Arn")),
                    Grant::new(
                        "AWS::ApiGatewayV2::Route",
                        r#"{"ApiId":{"Ref":"<from>"},"RouteKey":"ANY /<self>","AuthorizationType":"AWS_IAM","Target":{"Fn::Sub":"integrations/${<self>}"}}"#,
                    ),
                ]),
            End::new(
                "RequestParameters.StateMachineArn",
                "AWS::StepFunctions::StateMachine",
            )
            .with(&[
                ("IntegrationType", "AWS_PROXY"),
                ("IntegrationSubtype", "StepFunctions-StartExecution"),
                ("PayloadFormatVersion", "1.0"),
                ("RequestParameters.Input", "$request.body"),
            ])
            .grants(&[
                Grant::new("AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"sts:AssumeRole"}]},"Policies":[{"PolicyName":"Start","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"states:StartExecution","Resource":{"Ref":"<to>"}}]}}]}"#)
                    .named("CredentialsArn", Some("Arn")),
                Grant::new(
                    "AWS::ApiGatewayV2::Route",
                    r#"{"ApiId":{"Ref":"<from>"},"RouteKey":"ANY /<self>","AuthorizationType":"AWS_IAM","Target":{"Fn::Sub":"integrations/${<self>}"}}"#,
                ),
            ]),
            End::new("ConnectionId", "AWS::ApiGatewayV2::VpcLink")
                .with(&[
                    ("IntegrationType", "HTTP_PROXY"),
                    ("ConnectionType", "VPC_LINK"),
                    ("IntegrationMethod", "ANY"),
                    ("PayloadFormatVersion", "1.0"),
                ])
                .grants(&[Grant::new(
                    "AWS::ApiGatewayV2::Route",
                    r#"{"ApiId":{"Ref":"<from>"},"RouteKey":"ANY /<self>","AuthorizationType":"AWS_IAM","Target":{"Fn::Sub":"integrations/${<self>}"}}"#,
                )]),
        ],
        verb: "passes requests to",
        caption: None,
        overlay: false,
    }),
    fields: &[
        Field::new(
            "IntegrationType",
            "Type",
            Format::Choice(&["AWS_PROXY", "HTTP_PROXY", "AWS", "HTTP", "MOCK"]),
            "AWS_PROXY is for functions and services, HTTP_PROXY for web addresses and VPC links.",
        )
        .required(),
        Field::new(
            "IntegrationUri",
            "Target",
            Format::Text,
            "The function's ARN, a web address, or the ARN of a listener behind a VPC link.",
        ),
        Field::new(
            "ApiId",
            "API",
            Format::Reference("AWS::ApiGatewayV2::Api", None),
            "The API that passes requests.",
        )
        .required(),
        Field::new(
            "PayloadFormatVersion",
            "Payload format",
            Format::Choice(&["1.0", "2.0"]),
            "How a function is told of the request; 1.0 for everything else.",
        ),
        Field::new(
            "IntegrationMethod",
            "Method",
            Format::Text,
            "The HTTP method that is used; ANY passes the one of the request.",
        ),
        Field::new(
            "ConnectionType",
            "Connection",
            Format::Choice(&["INTERNET", "VPC_LINK"]),
            "Whether the target is on the Internet or in a VPC.",
        ),
        Field::new(
            "ConnectionId",
            "VPC link",
            Format::Reference("AWS::ApiGatewayV2::VpcLink", None),
            "The way into the VPC. IntegrationUri then names a listener there.",
        ),
        Field::new(
            "IntegrationSubtype",
            "Service call",
            Format::Text,
            "The call of a service, such as SQS-SendMessage.",
        ),
        Field::new(
            "CredentialsArn",
            "Role",
            Format::Reference("AWS::IAM::Role", Some("Arn")),
            "The role that it takes on to call a service.",
        ),
        Field::new(
            "TimeoutInMillis",
            "Time out",
            Format::Integer(50, 30000),
            "After how many milliseconds the answer comes too late.",
        ),
    ],
    defaults: r#"{"IntegrationType":"AWS_PROXY","PayloadFormatVersion":"2.0"}"#,
    companions: &[
        Companion::shared("IntegrationUri", "AWS::Lambda::Function").by("Arn"),
        Companion::along(
            "AWS::Lambda::Permission",
            r#"{"Action":"lambda:InvokeFunction","FunctionName":{"Ref":"<IntegrationUri>"},"Principal":"apigateway.amazonaws.com","SourceArn":{"Fn::Sub":"arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${<self:ApiId>}/*"}}"#,
        ),
    ],
    attributes: &["IntegrationId"],
    ..Entry::BOX
};
