//! `AWS::Batch::ComputeEnvironment`.
//!
//! On Fargate it needs neither instance types nor a role of its own:
//! <https://docs.aws.amazon.com/batch/latest/userguide/fargate.html>

use super::TAGS;
use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Batch::ComputeEnvironment",
    word: "batchenvironment",
    label: "Batch compute environment",
    stem: "ComputeEnvironment",
    summary: "What Batch runs jobs on: as much of Fargate or of instances as its queues need, and nothing when they are empty.",
    category: Category::Compute,
    icon: include_str!("../icons/batch-compute-environment.svg"),
    homes: &[Home::beside("ComputeResources.Subnets.*", "AWS::EC2::Subnet").needed()],
    links: &[
        Link::new(
            "ComputeResources.Subnets.*",
            "AWS::EC2::Subnet",
            "runs jobs in",
        )
        .overlay(),
        Link::new(
            "ComputeResources.SecurityGroupIds.*",
            "AWS::EC2::SecurityGroup",
            "is filtered by",
        )
        .by("GroupId")
        .overlay(),
        Link::new(
            "ComputeResources.LaunchTemplate.LaunchTemplateId",
            "AWS::EC2::LaunchTemplate",
            "starts instances from",
        )
        .with(&[(
            "ComputeResources.LaunchTemplate.Version",
            "@LatestVersionNumber",
        )]),
        Link::new("ServiceRole", "AWS::IAM::Role", "acts as")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "Type",
            "Managed by",
            Format::Choice(&["MANAGED", "UNMANAGED"]),
            "Managed lets Batch make and end what runs the jobs.",
        )
        .required(),
        Field::new(
            "ComputeResources.Type",
            "Runs on",
            Format::Choice(&["FARGATE", "FARGATE_SPOT", "EC2", "SPOT"]),
            "Fargate needs no machines of yours; Spot is cheaper, and jobs may be interrupted.",
        ),
        Field::new(
            "ComputeResources.MaxvCpus",
            "Most processors",
            Format::Integer(1, 100_000),
            "How many processors it never goes above.",
        ),
        Field::new(
            "ComputeResources.Subnets",
            "Subnets",
            Format::References("AWS::EC2::Subnet", None),
            "Where jobs run. They must reach their images, as by a NAT gateway.",
        ),
        Field::new(
            "ComputeResources.SecurityGroupIds",
            "Security groups",
            Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            "The filters around the jobs.",
        ),
        Field::new(
            "ComputeResources.InstanceTypes",
            "Instance types",
            Format::Json,
            "For EC2 and Spot: which machines, such as optimal.",
        ),
        Field::new(
            "State",
            "State",
            Format::Choice(&["ENABLED", "DISABLED"]),
            "Whether it takes jobs from queues.",
        ),
        Field::new(
            "ServiceRole",
            "Service role",
            Format::Reference("AWS::IAM::Role", Some("Arn")),
            "What Batch may do; its service-linked role if this is empty.",
        ),
        TAGS,
    ],
    defaults: r#"{"Type":"MANAGED","State":"ENABLED","ComputeResources":{"Type":"FARGATE","MaxvCpus":16}}"#,
    companions: &[Companion::own(
        "ComputeResources.SecurityGroupIds.0",
        "AWS::EC2::SecurityGroup",
        r#"{"GroupDescription":"What Batch jobs may connect to"}"#,
    )
    .by("GroupId")
    .in_vpc()],
    attributes: &["ComputeEnvironmentArn"],
    ..Entry::BOX
};
