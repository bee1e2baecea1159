//! `AWS::DirectConnect::Connection`.

use super::LOCATION;
use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::DirectConnect::Connection",
    word: "dxconnection",
    label: "Direct Connect connection",
    stem: "DirectConnectConnection",
    summary: "A line of your own from a Direct Connect location to AWS; networks run over it as virtual interfaces.",
    category: Category::Network,
    icon: include_str!("../icons/direct-connect-connection.svg"),
    links: &[Link::new("LagId", "AWS::DirectConnect::Lag", "is a part of").by("LagId")],
    fields: &[
        Field::new("ConnectionName", "Name", Format::Text, "Its name.").required(),
        LOCATION,
        Field::new(
            "Bandwidth",
            "Bandwidth",
            Format::Choice(&["1Gbps", "10Gbps", "100Gbps", "400Gbps"]),
            "How fast the line is.",
        )
        .required(),
        Field::new(
            "LagId",
            "Link aggregation group",
            Format::Reference("AWS::DirectConnect::Lag", Some("LagId")),
            "The group that the line is a part of.",
        ),
        Field::new(
            "RequestMACSec",
            "MACsec",
            Format::Boolean,
            "Whether to ask for a port that encrypts.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"ConnectionName":"Line to AWS","Location":"EqDC2","Bandwidth":"1Gbps"}"#,
    attributes: &["ConnectionArn", "ConnectionId", "ConnectionState"],
    ..Entry::BOX
};
