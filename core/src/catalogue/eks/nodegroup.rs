//! `AWS::EKS::Nodegroup`.
//!
//! The policies that nodes need:
//! <https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EKS::Nodegroup",
    word: "nodegroup",
    label: "EKS node group",
    stem: "NodeGroup",
    summary: "Instances that run a Kubernetes cluster's containers, made, updated and replaced by EKS.",
    category: Category::Compute,
    icon: include_str!("../icons/eks-nodegroup.svg"),
    homes: &[Home::beside("Subnets.*", "AWS::EC2::Subnet")],
    links: &[Link::new("ClusterName", "AWS::EKS::Cluster", "joins"), Link::new("LaunchTemplate.Id", "AWS::EC2::LaunchTemplate", "starts instances from").with(&[("LaunchTemplate.Version", "@LatestVersionNumber")]), Link::new("Subnets.*", "AWS::EC2::Subnet", "starts instances in").overlay(), Link::new("NodeRole", "AWS::IAM::Role", "acts as").by("Arn").overlay()],
    fields: &[Field::new("ClusterName", "Cluster", Format::Reference("AWS::EKS::Cluster", None), "The cluster that its nodes join.").required(), Field::new("Subnets", "Subnets", Format::References("AWS::EC2::Subnet", None), "Where its nodes stand. They must reach the cluster and its images, as by a NAT gateway.").required(), Field::new("InstanceTypes", "Instance types", Format::Json, "Processors and memory of a node, such as t3.medium; several for Spot."), Field::new("ScalingConfig.MinSize", "Least", Format::Integer(0, 10_000), "How many nodes it never goes below."), Field::new("ScalingConfig.DesiredSize", "Wanted", Format::Integer(0, 10_000), "How many nodes it starts with."), Field::new("ScalingConfig.MaxSize", "Most", Format::Integer(1, 10_000), "How many nodes it never goes above."), Field::new("CapacityType", "Capacity", Format::Choice(&["ON_DEMAND", "SPOT", "CAPACITY_BLOCK"]), "Spot is cheaper, and AWS may take a node back."), Field::new("AmiType", "Image type", Format::Choice(&["AL2023_x86_64_STANDARD", "AL2023_ARM_64_STANDARD", "AL2023_x86_64_NVIDIA", "BOTTLEROCKET_x86_64", "BOTTLEROCKET_ARM_64", "WINDOWS_CORE_2022_x86_64", "CUSTOM"]), "The system of its nodes, and the processor that it is for."), Field::new("NodeRole", "Node role", Format::Reference("AWS::IAM::Role", Some("Arn")), "What its nodes may do: join the cluster, take addresses, fetch images.").required(), Field::new("Tags", "Tags", Format::Json, "Names and texts, for people and for cost reports.")],
    defaults: r#"{"AmiType":"AL2023_x86_64_STANDARD","CapacityType":"ON_DEMAND","InstanceTypes":["t3.medium"],"ScalingConfig":{"MinSize":2,"DesiredSize":2,"MaxSize":4}}"#,
    companions: &[Companion::shared("ClusterName", "AWS::EKS::Cluster"), Companion::own("NodeRole", "AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]},"ManagedPolicyArns":[{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/AmazonEKSWorkerNodePolicy"},{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/AmazonEKS_CNI_Policy"},{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly"}]}"#).by("Arn")],
    attributes: &["Arn", "Id"],
    ..Entry::BOX
};
