//! `AWS::ElastiCache::ParameterGroup`.
//!
//! Families and parameters:
//! <https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html>

use crate::catalogue::{Category, Entry, Field, Format, Shape, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ElastiCache::ParameterGroup",
    word: "cacheparametergroup",
    label: "ElastiCache parameter group",
    stem: "CacheParameterGroup",
    summary: "Settings of the cache program, for the caches that name it.",
    category: Category::Database,
    icon: include_str!("../icons/elasticache-parameter-group.svg"),
    shape: Shape::Chip,
    fields: &[
        Field::new(
            "CacheParameterGroupFamily",
            "Family",
            Format::Choice(&["valkey8", "valkey7", "redis7", "redis6.x", "memcached1.6"]),
            "The program and its version: that of the cache.",
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
            "Properties",
            "Parameters",
            Format::Json,
            "The settings that differ from those of AWS, by name.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"CacheParameterGroupFamily":"valkey8","Description":"Settings of caches","Properties":{"maxmemory-policy":"allkeys-lru"}}"#,
    attributes: &["CacheParameterGroupName"],
    ..Entry::BOX
};
