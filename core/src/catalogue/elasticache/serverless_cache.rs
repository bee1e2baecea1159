//! `AWS::ElastiCache::ServerlessCache`.

use super::{SECURITY_GROUP_IDS, SECURITY_GROUP_IDS_LINK};
use crate::catalogue::{Category, Entry, Field, Format, Home, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ElastiCache::ServerlessCache",
    word: "serverlesscache",
    label: "ElastiCache serverless cache",
    stem: "ServerlessCache",
    summary: "A cache in memory that grows and shrinks by itself, over all the zones of its subnets.",
    category: Category::Database,
    icon: include_str!("../icons/elasticache-serverless.svg"),
    homes: &[Home::beside("SubnetIds.*", "AWS::EC2::Subnet")],
    links: &[
        Link::new("SubnetIds.*", "AWS::EC2::Subnet", "has an endpoint in").overlay(),
        SECURITY_GROUP_IDS_LINK,
        Link::new("KmsKeyId", "AWS::KMS::Key", "is encrypted by")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "ServerlessCacheName",
            "Name",
            Format::Text,
            "Unique in the account and region: up to 40 letters, digits and hyphens.",
        )
        .required(),
        Field::new(
            "Engine",
            "Engine",
            Format::Choice(&["valkey", "redis", "memcached"]),
            "The program. Valkey is the open successor of Redis.",
        )
        .required(),
        Field::new(
            "MajorEngineVersion",
            "Version",
            Format::Text,
            "The version of the program, such as 8; AWS's default if this is empty.",
        ),
        Field::new(
            "SubnetIds",
            "Subnets",
            Format::References("AWS::EC2::Subnet", None),
            "Where it is reached, in two or three zones; the default VPC if this is empty.",
        ),
        SECURITY_GROUP_IDS,
        Field::new(
            "CacheUsageLimits",
            "Limits",
            Format::Json,
            "The most that it may store and do in a second, and so cost.",
        ),
        Field::new(
            "SnapshotRetentionLimit",
            "Snapshots",
            Format::Integer(0, 35),
            "How many days of daily snapshots are kept; 0 is none. Not for memcached.",
        ),
        Field::new(
            "KmsKeyId",
            "Key",
            Format::Reference("AWS::KMS::Key", Some("Arn")),
            "The key that encrypts it; ElastiCache's own if this is empty.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"ServerlessCacheName":{"Fn::Sub":"${AWS::StackName}-cache"},"Engine":"valkey","MajorEngineVersion":"8","SnapshotRetentionLimit":7}"#,
    attributes: &[
        "ARN",
        "CreateTime",
        "Endpoint.Address",
        "Endpoint.Port",
        "FullEngineVersion",
        "ReaderEndpoint.Address",
        "ReaderEndpoint.Port",
        "Status",
    ],
    ..Entry::BOX
};
