//! `AWS::Redshift::ClusterSubnetGroup`.

use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Shape, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Redshift::ClusterSubnetGroup",
    word: "redshiftsubnetgroup",
    label: "Redshift subnet group",
    stem: "RedshiftSubnetGroup",
    summary: "The subnets that the nodes of warehouses may stand in, of one VPC.",
    category: Category::Database,
    icon: include_str!("../icons/redshift-subnet-group.svg"),
    shape: Shape::Chip,
    homes: &[Home::beside("SubnetIds.*", "AWS::EC2::Subnet")],
    links: &[Link::new("SubnetIds.*", "AWS::EC2::Subnet", "spans").overlay()],
    fields: &[
        Field::new(
            "SubnetIds",
            "Subnets",
            Format::References("AWS::EC2::Subnet", None),
            "Subnets of one VPC; in several zones, for a cluster that may move.",
        )
        .required(),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for.",
        )
        .required(),
        field::TAGS,
    ],
    defaults: r#"{"Description":"Subnets that warehouses may stand in"}"#,
    attributes: &["ClusterSubnetGroupName"],
    ..Entry::BOX
};
