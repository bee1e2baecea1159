//! `AWS::OpenSearchService::Domain`.
//!
//! Zones, nodes and subnets:
//! <https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html>

use crate::catalogue::{Category, Entry, Field, Format, Home, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::OpenSearchService::Domain",
    word: "opensearch",
    label: "OpenSearch domain",
    stem: "SearchDomain",
    summary: "Searches texts and logs, and draws them in dashboards, on nodes in subnets or behind a public endpoint.",
    category: Category::Database,
    icon: include_str!("../icons/opensearch-domain.svg"),
    homes: &[Home::beside("VPCOptions.SubnetIds.*", "AWS::EC2::Subnet")],
    links: &[
        Link::new("VPCOptions.SubnetIds.*", "AWS::EC2::Subnet", "has nodes in").overlay(),
        Link::new(
            "VPCOptions.SecurityGroupIds.*",
            "AWS::EC2::SecurityGroup",
            "is filtered by",
        )
        .by("GroupId")
        .overlay(),
        Link::new(
            "CognitoOptions.UserPoolId",
            "AWS::Cognito::UserPool",
            "signs in with",
        )
        .overlay(),
        Link::new(
            "EncryptionAtRestOptions.KmsKeyId",
            "AWS::KMS::Key",
            "is encrypted by",
        )
        .by("Arn")
        .overlay(),
    ],
    fields: &[
        Field::new(
            "EngineVersion",
            "Version",
            Format::Text,
            "The program and its version, such as OpenSearch_2.19; AWS's default if this is empty.",
        ),
        Field::new(
            "ClusterConfig.InstanceType",
            "Node type",
            Format::Text,
            "Processors and memory of a node, such as m7g.medium.search.",
        ),
        Field::new(
            "ClusterConfig.InstanceCount",
            "Nodes",
            Format::Integer(1, 1002),
            "How many nodes hold data: a multiple of the zones.",
        ),
        Field::new(
            "ClusterConfig.ZoneAwarenessEnabled",
            "Several zones",
            Format::Boolean,
            "Whether nodes are spread over two or three zones.",
        ),
        Field::new(
            "ClusterConfig.ZoneAwarenessConfig.AvailabilityZoneCount",
            "Zones",
            Format::Integer(2, 3),
            "Over how many zones: as many subnets are needed in a VPC.",
        ),
        Field::new(
            "EBSOptions.VolumeSize",
            "Storage",
            Format::Integer(10, 24576),
            "The disk of each node in gibibytes.",
        ),
        Field::new(
            "VPCOptions.SubnetIds",
            "Subnets",
            Format::References("AWS::EC2::Subnet", None),
            "Where its nodes stand, one in each zone; a public endpoint if this is empty.",
        ),
        Field::new(
            "VPCOptions.SecurityGroupIds",
            "Security groups",
            Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            "The filters around it. Without any, the VPC's default group.",
        ),
        Field::new(
            "AccessPolicies",
            "Access policy",
            Format::Json,
            "Who may ask it and change it. Without one, nobody may.",
        ),
        Field::new(
            "AdvancedSecurityOptions",
            "Fine-grained access",
            Format::Json,
            "Users and roles of its own, down to single fields.",
        ),
        Field::new(
            "EncryptionAtRestOptions.Enabled",
            "Encryption at rest",
            Format::Boolean,
            "Whether what it holds is encrypted.",
        ),
        Field::new(
            "DomainEndpointOptions.EnforceHTTPS",
            "Require HTTPS",
            Format::Boolean,
            "Whether it refuses requests that are not encrypted.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"EngineVersion":"OpenSearch_2.19","ClusterConfig":{"InstanceType":"m6g.large.search","InstanceCount":2,"ZoneAwarenessEnabled":true,"ZoneAwarenessConfig":{"AvailabilityZoneCount":2}},"EBSOptions":{"EBSEnabled":true,"VolumeType":"gp3","VolumeSize":20},"EncryptionAtRestOptions":{"Enabled":true},"NodeToNodeEncryptionOptions":{"Enabled":true},"DomainEndpointOptions":{"EnforceHTTPS":true,"TLSSecurityPolicy":"Policy-Min-TLS-1-2-PFS-2023-10"}}"#,
    resource_attributes: r#"{"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}"#,
    attributes: &[
        "AdvancedSecurityOptions.AnonymousAuthDisableDate",
        "Arn",
        "DomainArn",
        "DomainEndpoint",
        "DomainEndpointV2",
        "DomainEndpoints",
        "Id",
        "IdentityCenterOptions.IdentityCenterApplicationARN",
        "IdentityCenterOptions.IdentityStoreId",
        "ServiceSoftwareOptions",
    ],
    ..Entry::BOX
};
