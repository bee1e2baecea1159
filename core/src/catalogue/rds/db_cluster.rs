//! `AWS::RDS::DBCluster`.
//!
//! A new one is Aurora Serverless v2, which needs no class of instance to be chosen:
//! <https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html>

use super::{
    MANAGE_MASTER_USER_PASSWORD, PORT, VPC_SECURITY_GROUP_IDS, VPC_SECURITY_GROUP_IDS_LINK,
};
use crate::catalogue::{Category, Entry, Field, Format, Home, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::RDS::DBCluster",
    word: "dbcluster",
    label: "Aurora cluster",
    stem: "DbCluster",
    summary: "A database whose storage lives in three zones, served by one instance that writes and others that read.",
    category: Category::Database,
    icon: include_str!("../icons/aurora-cluster.svg"),
    homes: &[Home::beside("DBSubnetGroupName", "AWS::RDS::DBSubnetGroup")],
    links: &[
        Link::new("DBSubnetGroupName", "AWS::RDS::DBSubnetGroup", "stands in"),
        VPC_SECURITY_GROUP_IDS_LINK,
        Link::new(
            "DBClusterParameterGroupName",
            "AWS::RDS::DBClusterParameterGroup",
            "is set by",
        )
        .overlay(),
        Link::new("KmsKeyId", "AWS::KMS::Key", "is encrypted by")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "Engine",
            "Engine",
            Format::Choice(&["aurora-postgresql", "aurora-mysql", "postgres", "mysql"]),
            "The database program; with postgres or mysql it is a Multi-AZ cluster of RDS.",
        ),
        Field::new(
            "EngineVersion",
            "Version",
            Format::Text,
            "The version of the program; AWS's default if this is empty.",
        ),
        Field::new(
            "ServerlessV2ScalingConfiguration.MinCapacity",
            "Least capacity",
            Format::Json,
            "Capacity units of serverless instances at rest; from 0, in halves.",
        ),
        Field::new(
            "ServerlessV2ScalingConfiguration.MaxCapacity",
            "Most capacity",
            Format::Json,
            "Capacity units of serverless instances under load; up to 256, in halves.",
        ),
        Field::new(
            "DBSubnetGroupName",
            "DB subnet group",
            Format::Reference("AWS::RDS::DBSubnetGroup", None),
            "The subnets that its instances may stand in.",
        ),
        VPC_SECURITY_GROUP_IDS,
        Field::new(
            "DatabaseName",
            "Database name",
            Format::Text,
            "The first database in it; none if this is empty.",
        ),
        PORT,
        Field::new(
            "MasterUsername",
            "Administrator",
            Format::Text,
            "The name of its first user.",
        ),
        MANAGE_MASTER_USER_PASSWORD,
        Field::new(
            "StorageEncrypted",
            "Encryption",
            Format::Boolean,
            "Whether its storage is encrypted.",
        ),
        Field::new(
            "BackupRetentionPeriod",
            "Backups",
            Format::Integer(1, 35),
            "How many days of backups are kept.",
        ),
        Field::new(
            "DBClusterParameterGroupName",
            "Parameter group",
            Format::Reference("AWS::RDS::DBClusterParameterGroup", None),
            "Settings of the program, for all of its instances.",
        ),
        Field::new(
            "DeletionProtection",
            "Deletion protection",
            Format::Boolean,
            "Whether it refuses to be deleted until this is off.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Engine":"aurora-postgresql","ServerlessV2ScalingConfiguration":{"MinCapacity":0.5,"MaxCapacity":4},"MasterUsername":"dbadmin","ManageMasterUserPassword":true,"StorageEncrypted":true,"BackupRetentionPeriod":7,"CopyTagsToSnapshot":true}"#,
    resource_attributes: r#"{"DeletionPolicy":"Snapshot","UpdateReplacePolicy":"Snapshot"}"#,
    attributes: &[
        "DBClusterArn",
        "DBClusterResourceId",
        "Endpoint.Address",
        "Endpoint.Port",
        "MasterUserSecret.SecretArn",
        "ReadEndpoint.Address",
        "StorageEncryptionType",
        "StorageThroughput",
    ],
    ..Entry::BOX
};
