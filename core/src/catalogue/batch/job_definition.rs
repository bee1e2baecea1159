//! `AWS::Batch::JobDefinition`.
//!
//! A job on Fargate needs an execution role:
//! <https://docs.aws.amazon.com/batch/latest/userguide/execution-IAM-role.html>

use super::TAGS;
use crate::catalogue::{Category, Companion, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Batch::JobDefinition",
    word: "jobdefinition",
    label: "Batch job definition",
    stem: "JobDefinition",
    summary: "How a job runs: its image, command, processors, memory, retries and permissions.",
    category: Category::Compute,
    icon: include_str!("../icons/batch-job-definition.svg"),
    links: &[Link::new("ContainerProperties.JobRoleArn", "AWS::IAM::Role", "acts as").by("Arn").overlay(), Link::new("ContainerProperties.ExecutionRoleArn", "AWS::IAM::Role", "is started as").by("Arn").overlay()],
    fields: &[Field::new("Type", "Type", Format::Choice(&["container", "multinode"]), "A container on one node, or one job on many nodes.").required(), Field::new("ContainerProperties", "Container", Format::Json, "Image, command, environment, processors and memory."), Field::new("PlatformCapabilities", "Runs on", Format::Json, "FARGATE or EC2, as the compute environments of its queue."), Field::new("ContainerProperties.ExecutionRoleArn", "Execution role", Format::Reference("AWS::IAM::Role", Some("Arn")), "What Batch may do to start it: fetch the image, write logs."), Field::new("ContainerProperties.JobRoleArn", "Job role", Format::Reference("AWS::IAM::Role", Some("Arn")), "What the program in the container may do."), Field::new("RetryStrategy.Attempts", "Attempts", Format::Integer(1, 10), "How often it is tried before it has failed."), Field::new("Timeout.AttemptDurationSeconds", "Timeout", Format::Integer(60, 2_147_483_647), "Seconds after which an attempt is ended."), Field::new("JobDefinitionName", "Name", Format::Text, "What its versions have in common. CloudFormation makes one if this is empty."), Field::new("Parameters", "Parameters", Format::Json, "Values for placeholders in the command, which a job may replace."), TAGS],
    defaults: r#"{"Type":"container","PlatformCapabilities":["FARGATE"],"ContainerProperties":{"Image":"public.ecr.aws/amazonlinux/amazonlinux:2023","Command":["echo","Hello"],"ResourceRequirements":[{"Type":"VCPU","Value":"0.25"},{"Type":"MEMORY","Value":"512"}]},"RetryStrategy":{"Attempts":2},"Timeout":{"AttemptDurationSeconds":3600}}"#,
    companions: &[Companion::own("ContainerProperties.ExecutionRoleArn", "AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole"}]},"ManagedPolicyArns":[{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"}]}"#).by("Arn")],
    attributes: &["JobDefinitionArn"],
    ..Entry::BOX
};
