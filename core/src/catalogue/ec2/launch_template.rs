//! `AWS::EC2::LaunchTemplate`.
//!
//! A new one asks for session tokens at the instance metadata service:
//! <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html>

use crate::catalogue::{Category, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::LaunchTemplate",
    word: "launchtemplate",
    label: "Launch template",
    stem: "LaunchTemplate",
    summary: "How new instances are to be: image, type, key, filters and first script, in versions, for groups that start them.",
    category: Category::Compute,
    icon: include_str!("../icons/launch-template.svg"),
    links: &[
        Link::new(
            "LaunchTemplateData.SecurityGroupIds.*",
            "AWS::EC2::SecurityGroup",
            "is filtered by",
        )
        .by("GroupId")
        .overlay(),
        Link::new(
            "LaunchTemplateData.NetworkInterfaces.*.Groups.*",
            "AWS::EC2::SecurityGroup",
            "is filtered by",
        )
        .by("GroupId")
        .overlay(),
        Link::new(
            "LaunchTemplateData.KeyName",
            "AWS::EC2::KeyPair",
            "is opened by",
        )
        .overlay(),
        Link::new(
            "LaunchTemplateData.IamInstanceProfile.Arn",
            "AWS::IAM::InstanceProfile",
            "acts as",
        )
        .by("Arn")
        .overlay(),
    ],
    fields: &[
        Field::new(
            "LaunchTemplateData.InstanceType",
            "Instance type",
            Format::Text,
            "Processors and memory, such as t3.micro.",
        ),
        Field::new(
            "LaunchTemplateData.ImageId",
            "Image",
            Format::Text,
            "The image (AMI) to start from; the newest Amazon Linux 2023 unless you say otherwise.",
        ),
        Field::new(
            "LaunchTemplateData.SecurityGroupIds",
            "Security groups",
            Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            "The filters around each instance. Without any, the VPC's default group.",
        ),
        Field::new(
            "LaunchTemplateData.IamInstanceProfile.Arn",
            "Instance profile",
            Format::Reference("AWS::IAM::InstanceProfile", Some("Arn")),
            "The role of each instance, for permissions without keys.",
        ),
        Field::new(
            "LaunchTemplateData.KeyName",
            "Key pair",
            Format::Reference("AWS::EC2::KeyPair", None),
            "The key for ssh.",
        ),
        Field::new(
            "LaunchTemplateData.MetadataOptions.HttpTokens",
            "Metadata tokens",
            Format::Choice(&["required", "optional"]),
            "Required asks programs for a session token (IMDSv2), which stops stolen credentials.",
        ),
        Field::new(
            "LaunchTemplateData.UserData",
            "User data",
            Format::Json,
            "A script that runs at first start, in base 64.",
        ),
        Field::new(
            "LaunchTemplateData.BlockDeviceMappings",
            "Disks",
            Format::Json,
            "The disks of each instance: size, type and encryption.",
        ),
        Field::new(
            "LaunchTemplateName",
            "Name",
            Format::Text,
            "A fixed name. CloudFormation makes one if this is empty.",
        ),
        Field::new(
            "TagSpecifications",
            "Tags",
            Format::Json,
            "Tags of the template itself; those of instances stand in its data.",
        ),
    ],
    defaults: r#"{"LaunchTemplateData":{"ImageId":"{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}","InstanceType":"t3.micro","MetadataOptions":{"HttpTokens":"required"}}}"#,
    attributes: &[
        "DefaultVersionNumber",
        "LatestVersionNumber",
        "LaunchTemplateId",
    ],
    ..Entry::BOX
};
