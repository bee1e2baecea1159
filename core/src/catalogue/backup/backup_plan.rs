//! `AWS::Backup::BackupPlan`.
//!
//! Schedules, windows and lifecycles:
//! <https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Backup::BackupPlan",
    word: "backupplan",
    label: "Backup plan",
    stem: "BackupPlan",
    summary: "When AWS Backup copies, into which vault, and how long each copy is kept.",
    category: Category::Storage,
    icon: include_str!("../icons/backup-plan.svg"),
    links: &[Link::new(
        "BackupPlan.BackupPlanRule.*.TargetBackupVault",
        "AWS::Backup::BackupVault",
        "copies into",
    )
    .with(&[("BackupPlan.BackupPlanRule.*.RuleName", "Rule{n}")])],
    fields: &[
        Field::new(
            "BackupPlan.BackupPlanName",
            "Name",
            Format::Text,
            "Its name in the console.",
        ),
        Field::new(
            "BackupPlan.BackupPlanRule",
            "Rules",
            Format::Json,
            "Each rule: when it runs, into which vault, and when a copy gets cold and is deleted.",
        ),
        Field::new(
            "BackupPlan.AdvancedBackupSettings",
            "Advanced settings",
            Format::Json,
            "Settings of single kinds, such as consistent copies of Windows servers.",
        ),
        Field::new(
            "BackupPlan",
            "Whole plan",
            Format::Json,
            "Name and rules together.",
        )
        .required(),
        Field::new(
            "BackupPlanTags",
            "Tags",
            Format::Json,
            "Names for people and for cost reports, as keys and values.",
        ),
    ],
    defaults: r#"{"BackupPlan":{"BackupPlanName":"Daily","BackupPlanRule":[{"RuleName":"Daily","ScheduleExpression":"cron(0 5 * * ? *)","StartWindowMinutes":60,"CompletionWindowMinutes":480,"Lifecycle":{"DeleteAfterDays":35}}]}}"#,
    companions: &[Companion::shared(
        "BackupPlan.BackupPlanRule.0.TargetBackupVault",
        "AWS::Backup::BackupVault",
    )],
    attributes: &["BackupPlanArn", "BackupPlanId", "VersionId"],
    ..Entry::BOX
};
