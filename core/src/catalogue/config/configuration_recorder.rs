//! `AWS::Config::ConfigurationRecorder`.
//!
//! CloudFormation starts it as soon as there is a delivery channel, and so a new one
//! brings one along:
//! <https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Config::ConfigurationRecorder",
    word: "configrecorder",
    label: "Configuration recorder",
    stem: "ConfigRecorder",
    summary: "Records how the account's resources are set, and every change: one in each region.",
    category: Category::Management,
    icon: include_str!("../icons/config-configuration-recorder.svg"),
    links: &[Link::new("RoleARN", "AWS::IAM::Role", "acts as").by("Arn").overlay()],
    fields: &[Field::new("RoleARN", "Role", Format::Reference("AWS::IAM::Role", Some("Arn")), "What Config may read.").required(), Field::new("RecordingGroup.AllSupported", "Everything", Format::Boolean, "Whether it records every type that Config knows."), Field::new("RecordingGroup.IncludeGlobalResourceTypes", "Global types", Format::Boolean, "Whether it records users, groups, roles and policies too. Do so in one region only."), Field::new("RecordingGroup", "What", Format::Json, "Which types it records, or leaves out."), Field::new("RecordingMode", "How often", Format::Json, "At each change, or once a day, which is cheaper."), Field::new("Name", "Name", Format::Text, "A fixed name. It cannot be changed later.")],
    defaults: r#"{"RecordingGroup":{"AllSupported":true,"IncludeGlobalResourceTypes":true}}"#,
    companions: &[Companion::own("RoleARN", "AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"config.amazonaws.com"},"Action":"sts:AssumeRole"}]},"ManagedPolicyArns":[{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/service-role/AWS_ConfigRole"}]}"#).by("Arn"), Companion::along("AWS::Config::DeliveryChannel", "{}").or_existing()],
    attributes: &["ResourceARN"],
    ..Entry::BOX
};
