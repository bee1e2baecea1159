//! `AWS::Redshift::Cluster`.
//!
//! Types of nodes, and how few of each may be:
//! <https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Redshift::Cluster",
    word: "redshiftcluster",
    label: "Redshift cluster",
    stem: "RedshiftCluster",
    summary: "A data warehouse: asks questions of billions of rows, over nodes in the subnets of its group.",
    category: Category::Database,
    icon: include_str!("../icons/redshift-cluster.svg"),
    homes: &[Home::beside(
        "ClusterSubnetGroupName",
        "AWS::Redshift::ClusterSubnetGroup",
    )],
    links: &[
        Link::new(
            "ClusterSubnetGroupName",
            "AWS::Redshift::ClusterSubnetGroup",
            "stands in",
        ),
        Link::new(
            "VpcSecurityGroupIds.*",
            "AWS::EC2::SecurityGroup",
            "is filtered by",
        )
        .by("GroupId")
        .overlay(),
        Link::new(
            "ClusterParameterGroupName",
            "AWS::Redshift::ClusterParameterGroup",
            "is set by",
        )
        .overlay(),
        Link::new("LoggingProperties.BucketName", "AWS::S3::Bucket", "logs to"),
        Link::new("IamRoles.*", "AWS::IAM::Role", "acts as")
            .by("Arn")
            .overlay(),
        Link::new("KmsKeyId", "AWS::KMS::Key", "is encrypted by")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "NodeType",
            "Node type",
            Format::Choice(&["ra3.large", "ra3.xlplus", "ra3.4xlarge", "ra3.16xlarge"]),
            "Processors and memory of a node. Its storage is apart and grows.",
        )
        .required(),
        Field::new(
            "ClusterType",
            "Cluster type",
            Format::Choice(&["multi-node", "single-node"]),
            "Whether it has several nodes. One can fail alone.",
        )
        .required(),
        Field::new(
            "NumberOfNodes",
            "Nodes",
            Format::Integer(1, 100),
            "How many nodes, for several: 2 at least.",
        ),
        Field::new(
            "DBName",
            "Database name",
            Format::Text,
            "The first database in it, in small letters.",
        )
        .required(),
        Field::new(
            "ClusterSubnetGroupName",
            "Subnet group",
            Format::Reference("AWS::Redshift::ClusterSubnetGroup", None),
            "The subnets that its nodes may stand in.",
        ),
        Field::new(
            "VpcSecurityGroupIds",
            "Security groups",
            Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            "The filters around it. Without any, the VPC's default group.",
        ),
        Field::new(
            "MasterUsername",
            "Administrator",
            Format::Text,
            "The name of its first user.",
        )
        .required(),
        Field::new(
            "ManageMasterPassword",
            "Managed password",
            Format::Boolean,
            "Whether AWS makes the password and keeps it in Secrets Manager.",
        ),
        Field::new(
            "IamRoles",
            "Roles",
            Format::References("AWS::IAM::Role", Some("Arn")),
            "What it may do when it loads and unloads, such as read a bucket.",
        ),
        Field::new(
            "PubliclyAccessible",
            "Public access",
            Format::Boolean,
            "Whether its name leads to a public address from outside the VPC.",
        ),
        Field::new(
            "EnhancedVpcRouting",
            "VPC routing",
            Format::Boolean,
            "Whether loading and unloading stay in the VPC, and so pass its filters and endpoints.",
        ),
        Field::new(
            "Encrypted",
            "Encryption",
            Format::Boolean,
            "Whether what it holds is encrypted.",
        ),
        Field::new(
            "AutomatedSnapshotRetentionPeriod",
            "Snapshots",
            Format::Integer(0, 35),
            "How many days of snapshots are kept; ra3 nodes always keep one day.",
        ),
        Field::new(
            "Port",
            "Port",
            Format::Integer(1150, 65535),
            "The port that it serves; 5439 if this is empty.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"NodeType":"ra3.large","ClusterType":"multi-node","NumberOfNodes":2,"DBName":"warehouse","MasterUsername":"dbadmin","ManageMasterPassword":true,"Encrypted":true,"PubliclyAccessible":false,"EnhancedVpcRouting":true,"AutomatedSnapshotRetentionPeriod":7}"#,
    resource_attributes: r#"{"DeletionPolicy":"Snapshot","UpdateReplacePolicy":"Snapshot"}"#,
    companions: &[Companion::shared(
        "ClusterSubnetGroupName",
        "AWS::Redshift::ClusterSubnetGroup",
    )],
    attributes: &[
        "ClusterNamespaceArn",
        "DeferMaintenanceIdentifier",
        "Endpoint.Address",
        "Endpoint.Port",
        "MasterPasswordSecretArn",
    ],
    ..Entry::BOX
};
