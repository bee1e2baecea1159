//! `AWS::Batch::JobQueue`.

use super::TAGS;
use crate::catalogue::{Category, Companion, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Batch::JobQueue",
    word: "jobqueue",
    label: "Batch job queue",
    stem: "JobQueue",
    summary: "Where jobs wait until a compute environment has room for them.",
    category: Category::Compute,
    icon: include_str!("../icons/batch-job-queue.svg"),
    links: &[Link::new(
        "ComputeEnvironmentOrder.*.ComputeEnvironment",
        "AWS::Batch::ComputeEnvironment",
        "runs jobs on",
    )
    .with(&[("ComputeEnvironmentOrder.*.Order", "{n}")])],
    fields: &[
        Field::new(
            "Priority",
            "Priority",
            Format::Integer(0, 1000),
            "Queues with a higher one come first where they share a compute environment.",
        )
        .required(),
        Field::new(
            "ComputeEnvironmentOrder",
            "Compute environments",
            Format::Json,
            "Where its jobs run: tried in this order. All on Fargate, or none.",
        ),
        Field::new(
            "JobQueueName",
            "Name",
            Format::Text,
            "A fixed name. CloudFormation makes one if this is empty.",
        ),
        Field::new(
            "State",
            "State",
            Format::Choice(&["ENABLED", "DISABLED"]),
            "Whether it takes jobs.",
        ),
        Field::new(
            "JobStateTimeLimitActions",
            "Time limits",
            Format::Json,
            "What happens to jobs that cannot start for long.",
        ),
        TAGS,
    ],
    defaults: r#"{"Priority":1,"State":"ENABLED"}"#,
    companions: &[Companion::shared(
        "ComputeEnvironmentOrder.0.ComputeEnvironment",
        "AWS::Batch::ComputeEnvironment",
    )
    .with(&[("ComputeEnvironmentOrder.0.Order", "1")])],
    attributes: &["JobQueueArn"],
    ..Entry::BOX
};
