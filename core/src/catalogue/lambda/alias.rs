//! `AWS::Lambda::Alias`.
//!
//! A new one leads to the function as it is; a line to a version moves it there:
//! <https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Lambda::Alias",
    word: "functionalias",
    label: "Lambda alias",
    stem: "FunctionAlias",
    summary: "A name for a version of a function that callers use, and that can be moved to the next version, bit by bit.",
    category: Category::Compute,
    icon: include_str!("../icons/lambda-alias.svg"),
    shape: Shape::Chip,
    homes: &[Home::beside("FunctionName", "AWS::Lambda::Function")],
    links: &[
        Link::new("FunctionVersion", "AWS::Lambda::Version", "leads to").by("Version"),
        Link::new("FunctionName", "AWS::Lambda::Function", "is a name of"),
    ],
    fields: &[
        Field::new(
            "Name",
            "Name",
            Format::Text,
            "What callers say behind the function's name, such as live.",
        )
        .required(),
        Field::new(
            "FunctionName",
            "Function",
            Format::Reference("AWS::Lambda::Function", None),
            "The function that it is a name of.",
        )
        .required(),
        Field::new(
            "FunctionVersion",
            "Version",
            Format::Json,
            "The version that it leads to; $LATEST is the function as it is.",
        )
        .required(),
        Field::new(
            "RoutingConfig",
            "Routing",
            Format::Json,
            "A second version and the part of calls, 0 to 1, that it gets.",
        ),
        Field::new(
            "ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions",
            "Kept warm",
            Format::Integer(1, 10_000),
            "How many copies are kept ready. $LATEST cannot have any.",
        ),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for.",
        ),
    ],
    defaults: r#"{"Name":"live","FunctionVersion":"$LATEST"}"#,
    companions: &[Companion::shared("FunctionName", "AWS::Lambda::Function")],
    attributes: &["AliasArn"],
    ..Entry::BOX
};
