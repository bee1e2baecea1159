//! `AWS::Backup::BackupSelection`.
//!
//! The policies of the role that comes along:
//! <https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link};

/// What comes along: a role that the service may take on.
const ROLE: &str = r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"backup.amazonaws.com"},"Action":"sts:AssumeRole"}]},"ManagedPolicyArns":[{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup"},{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores"}]}"#;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Backup::BackupSelection",
    word: "backupselection",
    label: "Backup selection",
    stem: "BackupSelection",
    summary: "What a backup plan copies: resources by name, or all that carry a tag.",
    category: Category::Storage,
    icon: include_str!("../icons/backup-selection.svg"),
    links: &[
        Link::new("BackupPlanId", "AWS::Backup::BackupPlan", "is copied by"),
        Link::new(
            "BackupSelection.Resources.*",
            "AWS::EFS::FileSystem",
            "selects",
        )
        .by("Arn"),
        Link::new(
            "BackupSelection.Resources.*",
            "AWS::FSx::FileSystem",
            "selects",
        )
        .by("ResourceARN"),
        Link::new(
            "BackupSelection.Resources.*",
            "AWS::DynamoDB::Table",
            "selects",
        )
        .by("Arn"),
        Link::new(
            "BackupSelection.Resources.*",
            "AWS::DynamoDB::GlobalTable",
            "selects",
        )
        .by("Arn"),
        Link::new(
            "BackupSelection.Resources.*",
            "AWS::RDS::DBCluster",
            "selects",
        )
        .by("DBClusterArn"),
        Link::new(
            "BackupSelection.Resources.*",
            "AWS::RDS::DBInstance",
            "selects",
        )
        .by("DBInstanceArn"),
        Link::new("BackupSelection.Resources.*", "AWS::S3::Bucket", "selects").by("Arn"),
        Link::new("BackupSelection.IamRoleArn", "AWS::IAM::Role", "acts as")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "BackupPlanId",
            "Backup plan",
            Format::Reference("AWS::Backup::BackupPlan", None),
            "The plan that copies what is selected.",
        )
        .required(),
        Field::new(
            "BackupSelection.SelectionName",
            "Name",
            Format::Text,
            "Its name in the console.",
        ),
        Field::new(
            "BackupSelection.ListOfTags",
            "Tags to look for",
            Format::Json,
            "Whatever carries one of these tags is selected.",
        ),
        Field::new(
            "BackupSelection.Resources",
            "Resources",
            Format::Json,
            "What is selected, by ARN; * stands for anything.",
        ),
        Field::new(
            "BackupSelection.NotResources",
            "Exceptions",
            Format::Json,
            "What is left out, by ARN.",
        ),
        Field::new(
            "BackupSelection.Conditions",
            "Conditions",
            Format::Json,
            "Tags that what is selected must carry, all of them.",
        ),
        Field::new(
            "BackupSelection.IamRoleArn",
            "Role",
            Format::Reference("AWS::IAM::Role", Some("Arn")),
            "What AWS Backup may do while it copies and restores.",
        ),
        Field::new(
            "BackupSelection",
            "Whole selection",
            Format::Json,
            "Name, role, tags and resources together.",
        )
        .required(),
    ],
    defaults: r#"{"BackupSelection":{"SelectionName":"Tagged","ListOfTags":[{"ConditionType":"STRINGEQUALS","ConditionKey":"backup","ConditionValue":"true"}]}}"#,
    companions: &[
        Companion::shared("BackupPlanId", "AWS::Backup::BackupPlan"),
        Companion::own("BackupSelection.IamRoleArn", "AWS::IAM::Role", ROLE).by("Arn"),
    ],
    attributes: &["Id", "SelectionId"],
    ..Entry::BOX
};
