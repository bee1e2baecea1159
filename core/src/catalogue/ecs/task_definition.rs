//! `AWS::ECS::TaskDefinition`.
//!
//! Which memory Fargate takes with which processor:
//! <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ECS::TaskDefinition",
    word: "taskdefinition",
    label: "ECS task definition",
    stem: "TaskDefinition",
    summary: "The containers that run together: their images, memory, ports, logs and permissions.",
    category: Category::Compute,
    icon: include_str!("../icons/ecs-task-definition.svg"),
    links: &[Link::new("ContainerDefinitions.*.LogConfiguration.Options.awslogs-group", "AWS::Logs::LogGroup", "logs to"), Link::new("TaskRoleArn", "AWS::IAM::Role", "acts as").by("Arn").overlay(), Link::new("ExecutionRoleArn", "AWS::IAM::Role", "is started as").by("Arn").overlay(), Link::new("Volumes.*.EFSVolumeConfiguration.FilesystemId", "AWS::EFS::FileSystem", "mounts").with(&[("Volumes.*.Name", "files{n}")])],
    fields: &[Field::new("ContainerDefinitions", "Containers", Format::Json, "Each container: name, image, ports, environment and logs."), Field::new("Cpu", "Processor", Format::Text, "Of the whole task, in 1024ths of a processor: 256, 512, 1024 and on for Fargate."), Field::new("Memory", "Memory", Format::Text, "Of the whole task, in megabytes. What Fargate allows depends on the processor."), Field::new("RuntimePlatform.CpuArchitecture", "Architecture", Format::Choice(&["X86_64", "ARM64"]), "The processor that the images are for."), Field::new("RequiresCompatibilities", "For", Format::Json, "What it must be able to run on: FARGATE, EC2."), Field::new("NetworkMode", "Network mode", Format::Choice(&["awsvpc", "bridge", "host", "none"]), "awsvpc gives each task an interface of its own; Fargate knows no other."), Field::new("ExecutionRoleArn", "Execution role", Format::Reference("AWS::IAM::Role", Some("Arn")), "What ECS may do to start it: fetch images, write logs, read secrets."), Field::new("TaskRoleArn", "Task role", Format::Reference("AWS::IAM::Role", Some("Arn")), "What the programs in the containers may do."), Field::new("Family", "Name", Format::Text, "What its versions have in common. CloudFormation makes one if this is empty."), field::TAGS],
    defaults: r#"{"RequiresCompatibilities":["FARGATE"],"NetworkMode":"awsvpc","Cpu":"256","Memory":"512","ContainerDefinitions":[{"Name":"app","Image":"public.ecr.aws/nginx/nginx:stable","Essential":true,"PortMappings":[{"ContainerPort":80}],"LogConfiguration":{"LogDriver":"awslogs","Options":{"awslogs-region":{"Ref":"AWS::Region"},"awslogs-stream-prefix":"app"}}}]}"#,
    companions: &[Companion::own("ExecutionRoleArn", "AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole"}]},"ManagedPolicyArns":[{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"}]}"#).by("Arn"), Companion::own("ContainerDefinitions.0.LogConfiguration.Options.awslogs-group", "AWS::Logs::LogGroup", "{}")],
    attributes: &["TaskDefinitionArn"],
    ..Entry::BOX
};
