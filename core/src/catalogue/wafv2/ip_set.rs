//! `AWS::WAFv2::IPSet`.

use super::NAME;
use crate::catalogue::{Category, Entry, Field, Format, Shape, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::WAFv2::IPSet",
    word: "ipset",
    label: "IP set",
    stem: "IpSet",
    summary: "A list of addresses that the rules of web ACLs ask for.",
    category: Category::Security,
    icon: include_str!("../icons/ip-set.svg"),
    shape: Shape::Chip,
    fields: &[
        Field::new(
            "Addresses",
            "Addresses",
            Format::Json,
            "Ranges such as 192.0.2.0/24, all of one version.",
        )
        .required(),
        Field::new(
            "IPAddressVersion",
            "Version",
            Format::Choice(&["IPV4", "IPV6"]),
            "The version of its addresses.",
        )
        .required(),
        Field::new(
            "Scope",
            "Scope",
            Format::Choice(&["REGIONAL", "CLOUDFRONT"]),
            "The scope of the web ACLs that ask for it.",
        )
        .required(),
        NAME,
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "Whose addresses these are.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Addresses":["192.0.2.0/24"],"IPAddressVersion":"IPV4","Scope":"REGIONAL"}"#,
    attributes: &["Arn", "Id"],
    ..Entry::BOX
};
