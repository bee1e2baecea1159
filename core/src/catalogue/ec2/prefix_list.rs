//! `AWS::EC2::PrefixList`.

use crate::catalogue::{Category, Entry, Field, Format, Shape, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::PrefixList",
    word: "prefixlist",
    label: "Prefix list",
    stem: "PrefixList",
    summary: "Address blocks under one name, which routes and security group rules can use in place of single blocks.",
    category: Category::Network,
    icon: include_str!("../icons/prefix-list.svg"),
    shape: Shape::Chip,
    fields: &[
        Field::new(
            "PrefixListName",
            "Name",
            Format::Text,
            "Its name; it cannot begin with com.amazonaws.",
        )
        .required(),
        Field::new(
            "AddressFamily",
            "Address family",
            Format::Choice(&["IPv4", "IPv6"]),
            "Which addresses it holds.",
        )
        .required(),
        Field::new(
            "MaxEntries",
            "Most entries",
            Format::Integer(1, 1000),
            "How many it can hold; a rule that uses it counts as that many rules.",
        ),
        Field::new(
            "Entries",
            "Entries",
            Format::Json,
            "The blocks, each with its Cidr and, if wanted, a Description.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"PrefixListName":"private-networks","AddressFamily":"IPv4","MaxEntries":10,"Entries":[{"Cidr":"10.0.0.0/8","Description":"Private networks"}]}"#,
    attributes: &["Arn", "OwnerId", "PrefixListId", "Version"],
    ..Entry::BOX
};
