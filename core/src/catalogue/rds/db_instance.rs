//! `AWS::RDS::DBInstance`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Position, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: DbInstance::KIND,
    word: "db",
    label: "RDS database",
    stem: "Database",
    summary: "A managed relational database in the subnets of its DB subnet group, behind its security groups.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html",
    category: Category::Database,
    icon: include_str!("../icons/db-instance.svg"),
    shape: Shape::Box,
    homes: &[Home {
        property: "DBSubnetGroupName",
        kind: "AWS::RDS::DBSubnetGroup",
        position: Position::Beside,
    }],
    ends: None,
    links: &[
        Link {
            property: "DBSubnetGroupName",
            kind: "AWS::RDS::DBSubnetGroup",
            attribute: None,
            verb: "stands in",
            overlay: false,
        },
        Link {
            property: "VPCSecurityGroups.*",
            kind: "AWS::EC2::SecurityGroup",
            attribute: Some("GroupId"),
            verb: "is filtered by",
            overlay: true,
        },
    ],
    fields: &[
        Field {
            property: "Engine",
            label: "Engine",
            format: Format::Choice(&[
                "postgres",
                "mysql",
                "mariadb",
                "oracle-ee",
                "oracle-se2",
                "sqlserver-ee",
                "sqlserver-se",
                "sqlserver-ex",
                "sqlserver-web",
            ]),
            required: false,
            help: "The database program.",
        },
        Field {
            property: "DBInstanceClass",
            label: "Instance class",
            format: Format::Text,
            required: false,
            help: "Its processors and memory, such as db.t4g.micro.",
        },
        Field {
            property: "AllocatedStorage",
            label: "Storage",
            format: Format::Integer(5, 65536),
            required: false,
            help: "Its disk in gibibytes.",
        },
        Field {
            property: "MultiAZ",
            label: "Multi-AZ",
            format: Format::Boolean,
            required: false,
            help: "Whether a standby in a second zone takes over when the first fails.",
        },
        Field {
            property: "PubliclyAccessible",
            label: "Public access",
            format: Format::Boolean,
            required: false,
            help: "Whether its name leads to a public address from outside the VPC.",
        },
        Field {
            property: "DBSubnetGroupName",
            label: "DB subnet group",
            format: Format::Reference("AWS::RDS::DBSubnetGroup", None),
            required: false,
            help: "The subnets that it may stand in.",
        },
        Field {
            property: "VPCSecurityGroups",
            label: "Security groups",
            format: Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            required: false,
            help: "The filters around it. Without any, the VPC's default group.",
        },
        Field {
            property: "Port",
            label: "Port",
            format: Format::Integer(1150, 65535),
            required: false,
            help: "The port that it serves; the usual one of its engine if this is empty.",
        },
        Field {
            property: "MasterUsername",
            label: "Administrator",
            format: Format::Text,
            required: false,
            help: "The name of its first user.",
        },
        Field {
            property: "ManageMasterUserPassword",
            label: "Managed password",
            format: Format::Boolean,
            required: false,
            help: "Whether AWS makes the password and keeps it in Secrets Manager.",
        },
        Field {
            property: "StorageEncrypted",
            label: "Encryption",
            format: Format::Boolean,
            required: false,
            help: "Whether its disk is encrypted.",
        },
        Field {
            property: "BackupRetentionPeriod",
            label: "Backups",
            format: Format::Integer(0, 35),
            required: false,
            help: "How many days of backups are kept; 0 is none.",
        },
        field::TAGS,
    ],
    defaults: || {
        Map::from_iter([
            ("Engine".to_owned(), "postgres".into()),
            ("DBInstanceClass".to_owned(), "db.t4g.micro".into()),
            ("AllocatedStorage".to_owned(), "20".into()),
            ("StorageType".to_owned(), "gp3".into()),
            ("StorageEncrypted".to_owned(), true.into()),
            ("MasterUsername".to_owned(), "dbadmin".into()),
            ("ManageMasterUserPassword".to_owned(), true.into()),
            ("MultiAZ".to_owned(), false.into()),
            ("PubliclyAccessible".to_owned(), false.into()),
            ("BackupRetentionPeriod".to_owned(), 7.into()),
        ])
    },
    resource_attributes: || {
        Map::from_iter([
            ("DeletionPolicy".to_owned(), "Snapshot".into()),
            ("UpdateReplacePolicy".to_owned(), "Snapshot".into()),
        ])
    },
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
