//! `AWS::StepFunctions::StateMachine`.
//!
//! A line to a function, queue, topic or table gives its name to the definition, as
//! a substitution such as `${FunctionArn}`, and the permission to the role:
//! <https://docs.aws.amazon.com/step-functions/latest/dg/concept-create-iam-advanced.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Grant, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::StepFunctions::StateMachine",
    word: "statemachine",
    label: "Step Functions state machine",
    stem: "StateMachine",
    summary: "A workflow: steps in order, with choices, retries and waiting, that call functions and services.",
    category: Category::Integration,
    icon: include_str!("../icons/state-machine.svg"),
    links: &[
        Link::new(
            "DefinitionSubstitutions.FunctionArn",
            "AWS::Lambda::Function",
            "calls",
        )
        .by("Arn")
        .grants(&[Grant::new(
            "AWS::IAM::Policy",
            r#"{"Roles":[{"Ref":"<self:RoleArn>"}],"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":[{"Fn::GetAtt":["<to>","Arn"]},{"Fn::Sub":"${<to>.Arn}:*"}]}]}}"#,
        )]),
        Link::new(
            "DefinitionSubstitutions.QueueUrl",
            "AWS::SQS::Queue",
            "sends to",
        )
        .grants(&[Grant::new(
            "AWS::IAM::Policy",
            r#"{"Roles":[{"Ref":"<self:RoleArn>"}],"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:SendMessage","Resource":{"Fn::GetAtt":["<to>","Arn"]}}]}}"#,
        )]),
        Link::new(
            "DefinitionSubstitutions.TopicArn",
            "AWS::SNS::Topic",
            "publishes to",
        )
        .grants(&[Grant::new(
            "AWS::IAM::Policy",
            r#"{"Roles":[{"Ref":"<self:RoleArn>"}],"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sns:Publish","Resource":{"Ref":"<to>"}}]}}"#,
        )]),
        Link::new(
            "DefinitionSubstitutions.TableName",
            "AWS::DynamoDB::Table",
            "reads and writes",
        )
        .grants(&[Grant::new(
            "AWS::IAM::Policy",
            r#"{"Roles":[{"Ref":"<self:RoleArn>"}],"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["dynamodb:GetItem","dynamodb:PutItem","dynamodb:UpdateItem","dynamodb:DeleteItem"],"Resource":{"Fn::GetAtt":["<to>","Arn"]}}]}}"#,
        )]),
        Link::new(
            "LoggingConfiguration.Destinations.*.CloudWatchLogsLogGroup.LogGroupArn",
            "AWS::Logs::LogGroup",
            "logs to",
        )
        .by("Arn")
        .overlay(),
        Link::new("RoleArn", "AWS::IAM::Role", "acts as")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "StateMachineType",
            "Type",
            Format::Choice(&["STANDARD", "EXPRESS"]),
            "Standard runs up to a year, each step once; Express up to five minutes, and costs less. Fixed.",
        ),
        Field::new(
            "Definition",
            "Definition",
            Format::Json,
            "The steps, in Amazon States Language, as an object.",
        ),
        Field::new(
            "DefinitionString",
            "Definition as text",
            Format::Text,
            "The steps as one text, instead of an object.",
        ),
        Field::new(
            "DefinitionSubstitutions",
            "Substitutions",
            Format::Json,
            "Names and what they stand for: ${FunctionArn} in the definition becomes its value.",
        ),
        Field::new(
            "RoleArn",
            "Role",
            Format::Reference("AWS::IAM::Role", Some("Arn")),
            "The role that it takes on to call others.",
        )
        .required(),
        Field::new(
            "StateMachineName",
            "Name",
            Format::Text,
            "Its name. CloudFormation makes one if this is empty, and then can replace it.",
        ),
        Field::new(
            "TracingConfiguration.Enabled",
            "Tracing",
            Format::Boolean,
            "Whether X-Ray records its runs.",
        ),
        Field::new(
            "LoggingConfiguration",
            "Logging",
            Format::Json,
            "What is logged and where; Express workflows keep no other history.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"StateMachineType":"STANDARD","Definition":{"Comment":"Replace this step by yours","StartAt":"Begin","States":{"Begin":{"Type":"Pass","End":true}}}}"#,
    companions: &[Companion::own(
        "RoleArn",
        "AWS::IAM::Role",
        r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"states.amazonaws.com"},"Action":"sts:AssumeRole"}]}}"#,
    )
    .by("Arn")],
    attributes: &["Arn", "Name", "StateMachineRevisionId"],
    ..Entry::BOX
};
