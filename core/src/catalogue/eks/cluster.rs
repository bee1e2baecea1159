//! `AWS::EKS::Cluster`.
//!
//! Subnets in two zones, and reached publicly with a login:
//! <https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EKS::Cluster",
    word: "ekscluster",
    label: "EKS cluster",
    stem: "EksCluster",
    summary: "Kubernetes, with its control plane kept up by AWS over the zones of its subnets.",
    category: Category::Compute,
    icon: include_str!("../icons/eks-cluster.svg"),
    homes: &[Home::beside("ResourcesVpcConfig.SubnetIds.*", "AWS::EC2::Subnet")],
    links: &[Link::new("ResourcesVpcConfig.SubnetIds.*", "AWS::EC2::Subnet", "reaches into").overlay(), Link::new("ResourcesVpcConfig.SecurityGroupIds.*", "AWS::EC2::SecurityGroup", "is filtered by").by("GroupId").overlay(), Link::new("RoleArn", "AWS::IAM::Role", "acts as").by("Arn").overlay(), Link::new("EncryptionConfig.*.Provider.KeyArn", "AWS::KMS::Key", "is encrypted by").by("Arn").with(&[("EncryptionConfig.*.Resources.0", "secrets")]).overlay()],
    fields: &[Field::new("Name", "Name", Format::Text, "A fixed name. CloudFormation makes one if this is empty."), Field::new("Version", "Kubernetes version", Format::Text, "Such as 1.34; the newest that EKS offers if this is empty."), Field::new("ResourcesVpcConfig.SubnetIds", "Subnets", Format::References("AWS::EC2::Subnet", None), "Where the control plane reaches the nodes: in two zones at least.").required(), Field::new("ResourcesVpcConfig.SecurityGroupIds", "Security groups", Format::References("AWS::EC2::SecurityGroup", Some("GroupId")), "Further filters around the control plane's interfaces."), Field::new("ResourcesVpcConfig.EndpointPublicAccess", "Public endpoint", Format::Boolean, "Whether kubectl can come from the Internet, with a login."), Field::new("ResourcesVpcConfig.EndpointPrivateAccess", "Private endpoint", Format::Boolean, "Whether nodes and kubectl in the VPC stay inside it."), Field::new("AccessConfig.AuthenticationMode", "Authentication", Format::Choice(&["API", "API_AND_CONFIG_MAP", "CONFIG_MAP"]), "Who may log in: by access entries of EKS, or by the older map in the cluster."), Field::new("Logging", "Logs", Format::Json, "Which logs of the control plane go to CloudWatch."), Field::new("RoleArn", "Role", Format::Reference("AWS::IAM::Role", Some("Arn")), "What EKS may do for the cluster.").required(), field::TAGS],
    defaults: r#"{"ResourcesVpcConfig":{"EndpointPrivateAccess":true,"EndpointPublicAccess":true},"AccessConfig":{"AuthenticationMode":"API"},"Logging":{"ClusterLogging":{"EnabledTypes":[{"Type":"api"},{"Type":"audit"},{"Type":"authenticator"}]}}}"#,
    companions: &[Companion::own("RoleArn", "AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"eks.amazonaws.com"},"Action":"sts:AssumeRole"}]},"ManagedPolicyArns":[{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/AmazonEKSClusterPolicy"}]}"#).by("Arn")],
    attributes: &["Arn", "CertificateAuthorityData", "ClusterSecurityGroupId", "EncryptionConfigKeyArn", "Endpoint", "Id", "KubernetesNetworkConfig.ServiceIpv6Cidr", "OpenIdConnectIssuerUrl"],
    ..Entry::BOX
};
