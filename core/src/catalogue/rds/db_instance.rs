//! `AWS::RDS::DBInstance`.

use super::{MANAGE_MASTER_USER_PASSWORD, PORT};
use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Role};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: DbInstance::KIND,
    word: "db",
    label: "RDS database",
    stem: "Database",
    summary: "A managed relational database in the subnets of its DB subnet group, behind its security groups.",
    category: Category::Database,
    icon: include_str!("../icons/db-instance.svg"),
    homes: &[
        Home::beside("DBSubnetGroupName", "AWS::RDS::DBSubnetGroup"),
        Home::beside("DBClusterIdentifier", "AWS::RDS::DBCluster"),
    ],
    links: &[
        Link::new("DBSubnetGroupName", "AWS::RDS::DBSubnetGroup", "stands in"),
        Link::new(
            "VPCSecurityGroups.*",
            "AWS::EC2::SecurityGroup",
            "is filtered by",
        )
        .by("GroupId")
        .overlay(),
        Link::new("DBClusterIdentifier", "AWS::RDS::DBCluster", "serves"),
        Link::new(
            "SourceDBInstanceIdentifier",
            "AWS::RDS::DBInstance",
            "copies",
        ),
        Link::new(
            "DBParameterGroupName",
            "AWS::RDS::DBParameterGroup",
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
            Format::Choice(&[
                "postgres",
                "mysql",
                "mariadb",
                "aurora-postgresql",
                "aurora-mysql",
                "oracle-ee",
                "oracle-se2",
                "sqlserver-ee",
                "sqlserver-se",
                "sqlserver-ex",
                "sqlserver-web",
            ]),
            "The database program.",
        ),
        Field::new(
            "DBInstanceClass",
            "Instance class",
            Format::Text,
            "Its processors and memory, such as db.t4g.micro.",
        ),
        Field::new(
            "AllocatedStorage",
            "Storage",
            Format::Integer(5, 65536),
            "Its disk in gibibytes.",
        ),
        Field::new(
            "MultiAZ",
            "Multi-AZ",
            Format::Boolean,
            "Whether a standby in a second zone takes over when the first fails.",
        ),
        Field::new(
            "PubliclyAccessible",
            "Public access",
            Format::Boolean,
            "Whether its name leads to a public address from outside the VPC.",
        ),
        Field::new(
            "DBSubnetGroupName",
            "DB subnet group",
            Format::Reference("AWS::RDS::DBSubnetGroup", None),
            "The subnets that it may stand in.",
        ),
        Field::new(
            "DBClusterIdentifier",
            "Cluster",
            Format::Reference("AWS::RDS::DBCluster", None),
            "The Aurora cluster that it serves, which has storage, user, backups and security groups.",
        ),
        Field::new(
            "VPCSecurityGroups",
            "Security groups",
            Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            "The filters around it. Without any, the VPC's default group.",
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
            "Whether its disk is encrypted.",
        ),
        Field::new(
            "BackupRetentionPeriod",
            "Backups",
            Format::Integer(0, 35),
            "How many days of backups are kept; 0 is none.",
        ),
        Field::new(
            "DBParameterGroupName",
            "Parameter group",
            Format::Reference("AWS::RDS::DBParameterGroup", None),
            "Settings of the database program; AWS's defaults if this is empty.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Engine":"postgres","DBInstanceClass":"db.t4g.micro","AllocatedStorage":"20","StorageType":"gp3","StorageEncrypted":true,"MasterUsername":"dbadmin","ManageMasterUserPassword":true,"MultiAZ":false,"PubliclyAccessible":false,"BackupRetentionPeriod":7}"#,
    resource_attributes: r#"{"DeletionPolicy":"Snapshot","UpdateReplacePolicy":"Snapshot"}"#,
    attributes: &[
        "AutomaticRestartTime",
        "CertificateDetails.CAIdentifier",
        "CertificateDetails.ValidTill",
        "DBInstanceArn",
        "DBInstanceStatus",
        "DbiResourceId",
        "Endpoint.Address",
        "Endpoint.HostedZoneId",
        "Endpoint.Port",
        "InstanceCreateTime",
        "IsStorageConfigUpgradeAvailable",
        "LatestRestorableTime",
        "ListenerEndpoint.Address",
        "ListenerEndpoint.HostedZoneId",
        "ListenerEndpoint.Port",
        "MasterUserSecret.SecretArn",
        "PercentProgress",
        "ReadReplicaDBClusterIdentifiers",
        "ReadReplicaDBInstanceIdentifiers",
        "ResumeFullAutomationModeTime",
        "SecondaryAvailabilityZone",
        "StatusInfos",
    ],
    role: Role::Database,
    ..Entry::BOX
};

view! {
    /// An RDS database instance.
    DbInstance of "AWS::RDS::DBInstance" {
        /// Its subnets, by their group.
        subnet_group = "DBSubnetGroupName",
        /// Its security groups, a list.
        security_groups = "VPCSecurityGroups",
        /// The database program.
        engine = "Engine",
        /// The port that it serves, if it is not the usual one.
        port = "Port",
        /// Whether a standby stands in a second zone.
        multi_zone = "MultiAZ",
        /// Whether its name leads to a public address.
        publicly_accessible = "PubliclyAccessible",
        /// Its zone, if it is chosen.
        zone = "AvailabilityZone",
        /// Its processors and memory.
        instance_class = "DBInstanceClass",
        /// Whether its disk is encrypted.
        encrypted = "StorageEncrypted",
        /// How many days of backups are kept.
        backup_days = "BackupRetentionPeriod",
    }
}
