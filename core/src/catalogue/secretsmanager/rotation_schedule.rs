//! `AWS::SecretsManager::RotationSchedule`.
//!
//! Secrets Manager must be allowed to invoke the function before the schedule is made:
//! <https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html>

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Grant, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::SecretsManager::RotationSchedule",
    word: "rotation",
    label: "Secret rotation",
    stem: "SecretRotation",
    summary: "Gives a secret a new value from time to time, by a function that changes it on both sides.",
    category: Category::Security,
    icon: include_str!("../icons/secret-rotation.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[End::new("SecretId", "AWS::SecretsManager::Secret")],
        to: &[End::new("RotationLambdaARN", "AWS::Lambda::Function")
            .by("Arn")
            .grants(&[Grant::new(
                "AWS::Lambda::Permission",
                r#"{"Action":"lambda:InvokeFunction","FunctionName":{"Ref":"<to>"},"Principal":"secretsmanager.amazonaws.com","SourceArn":{"Ref":"<from>"}}"#,
            )
            .first()])],
        verb: "is rotated by",
        caption: None,
        overlay: false,
    }),
    fields: &[
        Field::new(
            "SecretId",
            "Secret",
            Format::Reference("AWS::SecretsManager::Secret", None),
            "The secret that is rotated.",
        )
        .required(),
        Field::new(
            "RotationLambdaARN",
            "Function",
            Format::Reference("AWS::Lambda::Function", Some("Arn")),
            "The function that makes the new value and sets it where the secret opens.",
        ),
        Field::new(
            "RotationRules.AutomaticallyAfterDays",
            "Days between",
            Format::Integer(1, 1000),
            "After how many days it is rotated.",
        ),
        Field::new(
            "RotationRules.ScheduleExpression",
            "Schedule",
            Format::Text,
            "When it is rotated, such as rate(10 days), instead of a number of days.",
        ),
        Field::new(
            "RotateImmediatelyOnUpdate",
            "Rotate at once",
            Format::Boolean,
            "Whether the first rotation is now or at the next time of the schedule; now if this is empty.",
        ),
        Field::new(
            "HostedRotationLambda",
            "Ready-made function",
            Format::Json,
            "Has CloudFormation make a function of AWS for a kind of database, instead of your own.",
        ),
    ],
    defaults: r#"{"RotateImmediatelyOnUpdate":false,"RotationRules":{"AutomaticallyAfterDays":30}}"#,
    attributes: &["Id"],
    ..Entry::BOX
};
