//! `AWS::DirectConnect::Lag`.

use super::LOCATION;
use crate::catalogue::{Category, Entry, Field, Format, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::DirectConnect::Lag",
    word: "dxlag",
    label: "Link aggregation group",
    stem: "LinkAggregationGroup",
    summary: "Several Direct Connect lines of one location and speed that are used as one.",
    category: Category::Network,
    icon: include_str!("../icons/direct-connect-lag.svg"),
    fields: &[
        Field::new("LagName", "Name", Format::Text, "Its name.").required(),
        LOCATION,
        Field::new(
            "ConnectionsBandwidth",
            "Bandwidth",
            Format::Choice(&["1Gbps", "10Gbps", "100Gbps", "400Gbps"]),
            "How fast each of its lines is.",
        )
        .required(),
        Field::new(
            "MinimumLinks",
            "Fewest lines",
            Format::Integer(0, 4),
            "How many lines must be up for the group to be.",
        ),
        Field::new(
            "RequestMACSec",
            "MACsec",
            Format::Boolean,
            "Whether to ask for ports that encrypt.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"LagName":"Lines to AWS","Location":"EqDC2","ConnectionsBandwidth":"10Gbps","MinimumLinks":1}"#,
    attributes: &["LagArn", "LagId", "LagState"],
    ..Entry::BOX
};
