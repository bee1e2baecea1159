//! `AWS::ElastiCache::SubnetGroup`.

use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Shape, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ElastiCache::SubnetGroup",
    word: "cachesubnetgroup",
    label: "ElastiCache subnet group",
    stem: "CacheSubnetGroup",
    summary: "The subnets that the nodes of caches may stand in, of one VPC.",
    category: Category::Database,
    icon: include_str!("../icons/elasticache-subnet-group.svg"),
    shape: Shape::Chip,
    homes: &[Home::beside("SubnetIds.*", "AWS::EC2::Subnet")],
    links: &[Link::new("SubnetIds.*", "AWS::EC2::Subnet", "spans").overlay()],
    fields: &[
        Field::new(
            "SubnetIds",
            "Subnets",
            Format::References("AWS::EC2::Subnet", None),
            "Subnets of one VPC, best in two Availability Zones.",
        )
        .required(),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for.",
        )
        .required(),
        Field::new(
            "CacheSubnetGroupName",
            "Name",
            Format::Text,
            "A fixed name in lower case. AWS makes one up if this is empty.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Description":"Subnets that caches may stand in"}"#,
    ..Entry::BOX
};
