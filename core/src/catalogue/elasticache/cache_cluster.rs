//! `AWS::ElastiCache::CacheCluster`.
//!
//! How many nodes, and over which zones:
//! <https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoDiscovery.html>

use super::{
    CACHE_PARAMETER_GROUP_NAME, CACHE_PARAMETER_GROUP_NAME_LINK, CACHE_SUBNET_GROUP_NAME,
    ENGINE_VERSION, TRANSIT_ENCRYPTION_ENABLED,
};
use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ElastiCache::CacheCluster",
    word: "cachecluster",
    label: "ElastiCache cache cluster",
    stem: "CacheCluster",
    summary: "A cache in memory that can be lost: Memcached nodes over several zones, or a single Redis OSS node.",
    category: Category::Database,
    icon: include_str!("../icons/elasticache-cluster.svg"),
    homes: &[Home::beside(
        "CacheSubnetGroupName",
        "AWS::ElastiCache::SubnetGroup",
    )],
    links: &[
        Link::new(
            "CacheSubnetGroupName",
            "AWS::ElastiCache::SubnetGroup",
            "stands in",
        ),
        CACHE_PARAMETER_GROUP_NAME_LINK,
        Link::new("NotificationTopicArn", "AWS::SNS::Topic", "tells"),
        Link::new(
            "VpcSecurityGroupIds.*",
            "AWS::EC2::SecurityGroup",
            "is filtered by",
        )
        .by("GroupId")
        .overlay(),
    ],
    fields: &[
        Field::new(
            "Engine",
            "Engine",
            Format::Choice(&["memcached", "valkey", "redis"]),
            "The program. For replicas of Valkey or Redis, draw a replication group.",
        )
        .required(),
        ENGINE_VERSION,
        Field::new(
            "CacheNodeType",
            "Node type",
            Format::Text,
            "Processors and memory of a node, such as cache.t4g.small.",
        )
        .required(),
        Field::new(
            "NumCacheNodes",
            "Nodes",
            Format::Integer(1, 40),
            "How many nodes share the keys; 1 for Valkey and Redis.",
        )
        .required(),
        Field::new(
            "AZMode",
            "Zones",
            Format::Choice(&["cross-az", "single-az"]),
            "Whether the nodes of Memcached are spread over zones.",
        ),
        CACHE_SUBNET_GROUP_NAME,
        Field::new(
            "VpcSecurityGroupIds",
            "Security groups",
            Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            "The filters around it. Without any, the VPC's default group.",
        ),
        Field::new(
            "Port",
            "Port",
            Format::Integer(1150, 65535),
            "The port that it serves; 11211 or 6379 if this is empty.",
        ),
        TRANSIT_ENCRYPTION_ENABLED,
        CACHE_PARAMETER_GROUP_NAME,
        field::TAGS,
    ],
    defaults: r#"{"Engine":"memcached","CacheNodeType":"cache.t4g.small","NumCacheNodes":2,"AZMode":"cross-az","TransitEncryptionEnabled":true}"#,
    companions: &[Companion::shared(
        "CacheSubnetGroupName",
        "AWS::ElastiCache::SubnetGroup",
    )],
    attributes: &[
        "ConfigurationEndpoint.Address",
        "ConfigurationEndpoint.Port",
        "RedisEndpoint.Address",
        "RedisEndpoint.Port",
    ],
    ..Entry::BOX
};
