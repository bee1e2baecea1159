//! `AWS::ECS::Service`.
//!
//! A new one goes back to the last release by itself when tasks do not come up:
//! <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ECS::Service",
    word: "ecsservice",
    label: "ECS service",
    stem: "EcsService",
    summary: "Keeps a number of a task running in its subnets, replaces those that fail, and rolls out new ones.",
    category: Category::Compute,
    icon: include_str!("../icons/ecs-service.svg"),
    homes: &[Home::beside(
        "NetworkConfiguration.AwsvpcConfiguration.Subnets.*",
        "AWS::EC2::Subnet",
    )
    .needed()],
    links: &[
        Link::new("Cluster", "AWS::ECS::Cluster", "runs in"),
        Link::new("TaskDefinition", "AWS::ECS::TaskDefinition", "runs"),
        Link::new(
            "LoadBalancers.*.TargetGroupArn",
            "AWS::ElasticLoadBalancingV2::TargetGroup",
            "registers with",
        )
        .with(&[
            ("LoadBalancers.*.ContainerName", "app"),
            ("LoadBalancers.*.ContainerPort", "80"),
        ]),
        Link::new(
            "NetworkConfiguration.AwsvpcConfiguration.Subnets.*",
            "AWS::EC2::Subnet",
            "runs tasks in",
        )
        .overlay(),
        Link::new(
            "NetworkConfiguration.AwsvpcConfiguration.SecurityGroups.*",
            "AWS::EC2::SecurityGroup",
            "is filtered by",
        )
        .by("GroupId")
        .overlay(),
    ],
    fields: &[
        Field::new(
            "Cluster",
            "Cluster",
            Format::Reference("AWS::ECS::Cluster", None),
            "Where it runs; the account's default cluster if this is empty.",
        ),
        Field::new(
            "TaskDefinition",
            "Task definition",
            Format::Reference("AWS::ECS::TaskDefinition", None),
            "The containers that it runs.",
        ),
        Field::new(
            "DesiredCount",
            "Tasks",
            Format::Integer(0, 5000),
            "How many tasks are kept running, spread over the subnets' zones.",
        ),
        Field::new(
            "LaunchType",
            "Launch type",
            Format::Choice(&["FARGATE", "EC2", "EXTERNAL"]),
            "Fargate needs no machines of yours; EC2 runs on the cluster's instances.",
        ),
        Field::new(
            "NetworkConfiguration.AwsvpcConfiguration.Subnets",
            "Subnets",
            Format::References("AWS::EC2::Subnet", None),
            "Where its tasks stand.",
        ),
        Field::new(
            "NetworkConfiguration.AwsvpcConfiguration.SecurityGroups",
            "Security groups",
            Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            "The filters around its tasks.",
        ),
        Field::new(
            "NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp",
            "Public address",
            Format::Choice(&["DISABLED", "ENABLED"]),
            "In a public subnet, tasks need one to fetch their images; in a private one, a NAT gateway.",
        ),
        Field::new(
            "LoadBalancers",
            "Load balancers",
            Format::Json,
            "The target groups that its containers take requests from; their targets are of type ip.",
        ),
        Field::new(
            "HealthCheckGracePeriodSeconds",
            "Grace period",
            Format::Integer(0, 2_147_483_647),
            "Seconds after the start in which the load balancer's judgment does not count.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"DesiredCount":2,"LaunchType":"FARGATE","DeploymentConfiguration":{"DeploymentCircuitBreaker":{"Enable":true,"Rollback":true}}}"#,
    companions: &[
        Companion::shared("Cluster", "AWS::ECS::Cluster"),
        Companion::own("TaskDefinition", "AWS::ECS::TaskDefinition", "{}"),
        Companion::own(
            "NetworkConfiguration.AwsvpcConfiguration.SecurityGroups.0",
            "AWS::EC2::SecurityGroup",
            r#"{"GroupDescription":"Who may connect to the tasks"}"#,
        )
        .by("GroupId")
        .in_vpc(),
    ],
    attributes: &["Name", "ServiceArn"],
    ..Entry::BOX
};
