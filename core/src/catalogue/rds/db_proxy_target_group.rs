//! `AWS::RDS::DBProxyTargetGroup`.

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::RDS::DBProxyTargetGroup",
    word: "dbproxytarget",
    label: "RDS Proxy target group",
    stem: "DbProxyTargetGroup",
    summary: "Says which database a proxy connects to, and how many of its connections it may take.",
    category: Category::Database,
    icon: include_str!("../icons/db-proxy-target-group.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[End::new("DBProxyName", "AWS::RDS::DBProxy")],
        to: &[
            End::new("DBClusterIdentifiers.*", "AWS::RDS::DBCluster"),
            End::new("DBInstanceIdentifiers.*", "AWS::RDS::DBInstance"),
        ],
        verb: "connects to",
        caption: None,
        overlay: false,
    }),
    fields: &[
        Field::new(
            "DBProxyName",
            "Proxy",
            Format::Reference("AWS::RDS::DBProxy", None),
            "The proxy.",
        )
        .required(),
        Field::new(
            "TargetGroupName",
            "Name",
            Format::Choice(&["default"]),
            "Always default, as of now.",
        )
        .required(),
        Field::new(
            "DBClusterIdentifiers",
            "Clusters",
            Format::References("AWS::RDS::DBCluster", None),
            "The cluster that it connects to, if it is one.",
        ),
        Field::new(
            "DBInstanceIdentifiers",
            "Instances",
            Format::References("AWS::RDS::DBInstance", None),
            "The database that it connects to, if it is no cluster.",
        ),
        Field::new(
            "ConnectionPoolConfigurationInfo.MaxConnectionsPercent",
            "Most connections",
            Format::Integer(1, 100),
            "How much of the connections of the database it may take, in percent.",
        ),
    ],
    defaults: r#"{"TargetGroupName":"default"}"#,
    attributes: &["TargetGroupArn"],
    ..Entry::BOX
};
