//! `AWS::ElasticBeanstalk::Environment`.
//!
//! Its platform must be filled in: the names change with each release, and
//! CloudFormation knows no word for the newest:
//! <https://docs.aws.amazon.com/elasticbeanstalk/latest/platforms/platforms-supported.html>
//!
//! Its instances need a profile whose role has AWS's policy for web servers:
//! <https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-instanceprofile.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ElasticBeanstalk::Environment",
    word: "beanstalkenvironment",
    label: "Elastic Beanstalk environment",
    stem: "BeanstalkEnvironment",
    summary: "Instances, scaling and load balancer that Elastic Beanstalk keeps up, running one version of a program.",
    category: Category::Compute,
    icon: include_str!("../icons/elasticbeanstalk-environment.svg"),
    links: &[
        Link::new(
            "ApplicationName",
            "AWS::ElasticBeanstalk::Application",
            "runs",
        ),
        Link::new(
            "VersionLabel",
            "AWS::ElasticBeanstalk::ApplicationVersion",
            "runs",
        ),
    ],
    fields: &[
        Field::new(
            "ApplicationName",
            "Application",
            Format::Reference("AWS::ElasticBeanstalk::Application", None),
            "The program that it runs.",
        )
        .required(),
        Field::new(
            "SolutionStackName",
            "Platform",
            Format::Text,
            "Language, system and their version, by the exact name that AWS lists; AWS retires old ones.",
        ),
        Field::new(
            "VersionLabel",
            "Version",
            Format::Reference("AWS::ElasticBeanstalk::ApplicationVersion", None),
            "The version that it runs; AWS's sample program if this is empty.",
        ),
        Field::new(
            "OptionSettings",
            "Options",
            Format::Json,
            "Instance profile, instance type, subnets, scaling and environment, each by namespace and name.",
        ),
        Field::new(
            "CNAMEPrefix",
            "Name in DNS",
            Format::Text,
            "The first part of its address; AWS makes one if this is empty.",
        ),
        Field::new(
            "Tier",
            "Tier",
            Format::Json,
            "A web server takes requests; a worker takes messages from a queue.",
        ),
        Field::new(
            "EnvironmentName",
            "Name",
            Format::Text,
            "A fixed name. CloudFormation makes one if this is empty.",
        ),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for, such as staging.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"SolutionStackName":"Name a platform here, such as 64bit Amazon Linux 2023 v4.7.2 running Python 3.13","OptionSettings":[{"Namespace":"aws:autoscaling:launchconfiguration","OptionName":"IamInstanceProfile"},{"Namespace":"aws:elasticbeanstalk:environment","OptionName":"EnvironmentType","Value":"SingleInstance"}]}"#,
    companions: &[
        Companion::shared("ApplicationName", "AWS::ElasticBeanstalk::Application"),
        Companion::along(
            "AWS::IAM::Role",
            r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]},"ManagedPolicyArns":[{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/AWSElasticBeanstalkWebTier"}]}"#,
        ),
        Companion::own(
            "OptionSettings.0.Value",
            "AWS::IAM::InstanceProfile",
            r#"{"Roles":[{"Ref":"<AWS::IAM::Role>"}]}"#,
        ),
    ],
    attributes: &["EndpointURL"],
    ..Entry::BOX
};
