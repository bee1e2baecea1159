//! `AWS::SSM::Parameter`.

use crate::catalogue::{Category, Entry, Field, Format};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::SSM::Parameter",
    word: "ssmparameter",
    label: "Systems Manager parameter",
    stem: "Parameter",
    summary: "A setting that programs and templates look up by its name, such as a version or an address.",
    category: Category::Management,
    icon: include_str!("../icons/ssm-parameter.svg"),
    fields: &[
        Field::new(
            "Name",
            "Name",
            Format::Text,
            "How it is looked up, such as /shop/prod/version. CloudFormation makes one if this is empty.",
        ),
        Field::new(
            "Type",
            "Type",
            Format::Choice(&["String", "StringList"]),
            "A text, or texts with commas between. For secrets, use Secrets Manager.",
        )
        .required(),
        Field::new("Value", "Value", Format::Text, "What is looked up.").required(),
        Field::new(
            "AllowedPattern",
            "Pattern",
            Format::Text,
            "A regular expression that values must match.",
        ),
        Field::new(
            "DataType",
            "Checked as",
            Format::Choice(&["text", "aws:ec2:image"]),
            "aws:ec2:image has AWS check that the value is an image.",
        ),
        Field::new(
            "Tier",
            "Tier",
            Format::Choice(&["Standard", "Advanced", "Intelligent-Tiering"]),
            "Advanced takes longer values and costs.",
        ),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for.",
        ),
        Field::new(
            "Tags",
            "Tags",
            Format::Json,
            "Names and texts, for people and for cost reports.",
        ),
    ],
    defaults: r#"{"Type":"String","Value":"Put the value here"}"#,
    attributes: &["Type", "Value"],
    ..Entry::BOX
};
