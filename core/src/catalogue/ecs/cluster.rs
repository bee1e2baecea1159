//! `AWS::ECS::Cluster`.

use crate::catalogue::{Category, Entry, Field, Format, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ECS::Cluster",
    word: "ecscluster",
    label: "ECS cluster",
    stem: "EcsCluster",
    summary: "A group of containers' services and tasks, on Fargate or on instances of yours.",
    category: Category::Compute,
    icon: include_str!("../icons/ecs-cluster.svg"),
    fields: &[
        Field::new(
            "ClusterName",
            "Name",
            Format::Text,
            "A fixed name. CloudFormation makes one if this is empty.",
        ),
        Field::new(
            "ClusterSettings",
            "Settings",
            Format::Json,
            "Container Insights: what CloudWatch measures of it.",
        ),
        Field::new(
            "CapacityProviders",
            "Capacity providers",
            Format::Json,
            "What it may run on: FARGATE, FARGATE_SPOT, or Auto Scaling groups.",
        ),
        Field::new(
            "DefaultCapacityProviderStrategy",
            "Default strategy",
            Format::Json,
            "How services that name no launch type are spread over the capacity providers.",
        ),
        Field::new(
            "Configuration",
            "Configuration",
            Format::Json,
            "How commands run in containers are logged and encrypted.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"ClusterSettings":[{"Name":"containerInsights","Value":"enabled"}]}"#,
    attributes: &["Arn"],
    ..Entry::BOX
};
