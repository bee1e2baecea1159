//! `AWS::GlobalAccelerator::Listener`.

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::GlobalAccelerator::Listener",
    word: "acceleratorlistener",
    label: "Accelerator listener",
    stem: "AcceleratorListener",
    summary: "The ports at which an accelerator takes traffic.",
    category: Category::Network,
    icon: include_str!("../icons/accelerator-listener.svg"),
    shape: Shape::Chip,
    links: &[Link::new(
        "AcceleratorArn",
        "AWS::GlobalAccelerator::Accelerator",
        "listens for",
    )],
    fields: &[
        Field::new(
            "Protocol",
            "Protocol",
            Format::Choice(&["TCP", "UDP"]),
            "What it takes.",
        )
        .required(),
        Field::new(
            "PortRanges",
            "Ports",
            Format::Json,
            "Up to 10 ranges, each with FromPort and ToPort.",
        )
        .required(),
        Field::new(
            "ClientAffinity",
            "Client affinity",
            Format::Choice(&["NONE", "SOURCE_IP"]),
            "Whether a client always gets to the same endpoint.",
        ),
        Field::new(
            "AcceleratorArn",
            "Accelerator",
            Format::Reference("AWS::GlobalAccelerator::Accelerator", None),
            "The accelerator that listens.",
        )
        .required(),
    ],
    defaults: r#"{"Protocol":"TCP","PortRanges":[{"FromPort":443,"ToPort":443}],"ClientAffinity":"NONE"}"#,
    companions: &[Companion::shared(
        "AcceleratorArn",
        "AWS::GlobalAccelerator::Accelerator",
    )],
    attributes: &["ListenerArn"],
    ..Entry::BOX
};
