//! `AWS::Lambda::Version`.
//!
//! A stack publishes a version once, when the resource is made; give it a new
//! logical id to publish the next:
//! <https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Lambda::Version",
    word: "functionversion",
    label: "Lambda version",
    stem: "FunctionVersion",
    summary: "A function as it was at one time: its code and settings never change again.",
    category: Category::Compute,
    icon: include_str!("../icons/lambda-version.svg"),
    shape: Shape::Chip,
    homes: &[Home::beside("FunctionName", "AWS::Lambda::Function")],
    links: &[Link::new(
        "FunctionName",
        "AWS::Lambda::Function",
        "is a version of",
    )],
    fields: &[
        Field::new(
            "FunctionName",
            "Function",
            Format::Reference("AWS::Lambda::Function", None),
            "The function that is kept as it is now.",
        )
        .required(),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What is new in it.",
        ),
        Field::new(
            "CodeSha256",
            "Hash of the code",
            Format::Text,
            "If given, the version is published only if the code has this hash.",
        ),
        Field::new(
            "ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions",
            "Kept warm",
            Format::Integer(1, 10_000),
            "How many copies are kept ready, so that no call waits for a start.",
        ),
    ],
    companions: &[Companion::shared("FunctionName", "AWS::Lambda::Function")],
    attributes: &["FunctionArn", "Version"],
    ..Entry::BOX
};
