//! `AWS::ElastiCache::ReplicationGroup`.
//!
//! Replicas and failover:
//! <https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html>

use super::{
    CACHE_PARAMETER_GROUP_NAME, CACHE_PARAMETER_GROUP_NAME_LINK, CACHE_SUBNET_GROUP_NAME,
    ENGINE_VERSION, SECURITY_GROUP_IDS, SECURITY_GROUP_IDS_LINK, TRANSIT_ENCRYPTION_ENABLED,
};
use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ElastiCache::ReplicationGroup",
    word: "replicationgroup",
    label: "ElastiCache replication group",
    stem: "ReplicationGroup",
    summary: "A cache in memory (Valkey or Redis OSS) with replicas in other zones that take over when its first node fails.",
    category: Category::Database,
    icon: include_str!("../icons/elasticache-replication-group.svg"),
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
        SECURITY_GROUP_IDS_LINK,
        Link::new("KmsKeyId", "AWS::KMS::Key", "is encrypted by")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "ReplicationGroupDescription",
            "Description",
            Format::Text,
            "What it is for.",
        )
        .required(),
        Field::new(
            "Engine",
            "Engine",
            Format::Choice(&["valkey", "redis"]),
            "The program. Valkey is the open successor of Redis.",
        ),
        ENGINE_VERSION,
        Field::new(
            "CacheNodeType",
            "Node type",
            Format::Text,
            "Processors and memory of a node, such as cache.t4g.small.",
        ),
        Field::new(
            "NumCacheClusters",
            "Nodes",
            Format::Integer(1, 6),
            "The first node and its replicas, if it has one shard.",
        ),
        Field::new(
            "AutomaticFailoverEnabled",
            "Failover",
            Format::Boolean,
            "Whether a replica takes over when the first node fails.",
        ),
        Field::new(
            "MultiAZEnabled",
            "Multi-AZ",
            Format::Boolean,
            "Whether its nodes are spread over zones.",
        ),
        CACHE_SUBNET_GROUP_NAME,
        SECURITY_GROUP_IDS,
        TRANSIT_ENCRYPTION_ENABLED,
        Field::new(
            "AtRestEncryptionEnabled",
            "Encryption at rest",
            Format::Boolean,
            "Whether what it writes to disk is encrypted.",
        ),
        Field::new(
            "SnapshotRetentionLimit",
            "Snapshots",
            Format::Integer(0, 35),
            "How many days of daily snapshots are kept; 0 is none.",
        ),
        CACHE_PARAMETER_GROUP_NAME,
        field::TAGS,
    ],
    defaults: r#"{"ReplicationGroupDescription":"Cache with a replica","Engine":"valkey","CacheNodeType":"cache.t4g.small","NumCacheClusters":2,"AutomaticFailoverEnabled":true,"MultiAZEnabled":true,"TransitEncryptionEnabled":true,"AtRestEncryptionEnabled":true,"SnapshotRetentionLimit":7}"#,
    resource_attributes: r#"{"DeletionPolicy":"Snapshot","UpdateReplacePolicy":"Snapshot"}"#,
    companions: &[Companion::shared(
        "CacheSubnetGroupName",
        "AWS::ElastiCache::SubnetGroup",
    )],
    attributes: &[
        "ConfigurationEndPoint.Address",
        "ConfigurationEndPoint.Port",
        "EffectiveDurability",
        "PrimaryEndPoint.Address",
        "PrimaryEndPoint.Port",
        "ReadEndPoint.Addresses",
        "ReadEndPoint.Addresses.List",
        "ReadEndPoint.Ports",
        "ReadEndPoint.Ports.List",
        "ReaderEndPoint.Address",
        "ReaderEndPoint.Port",
    ],
    ..Entry::BOX
};
