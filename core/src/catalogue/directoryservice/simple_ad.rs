//! `AWS::DirectoryService::SimpleAD`.
//!
//! Its password comes from a secret by a dynamic reference, so that no template
//! and no log has it:
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html>

use super::{NAME, PASSWORD, SHORT_NAME, VPC_SETTINGS_SUBNET_IDS, VPC_SETTINGS_VPC_ID};
use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::DirectoryService::SimpleAD",
    word: "simplead",
    label: "Simple AD",
    stem: "SimpleAd",
    summary: "A small directory of people and computers, run by AWS in two zones: Samba, which is like Active Directory.",
    category: Category::Security,
    icon: include_str!("../icons/simple-ad.svg"),
    homes: &[
        Home::inside("VpcSettings.VpcId", "AWS::EC2::VPC"),
        Home::beside("VpcSettings.SubnetIds.*", "AWS::EC2::Subnet"),
    ],
    links: &[Link::new(
        "VpcSettings.SubnetIds.*",
        "AWS::EC2::Subnet",
        "has a server in",
    )
    .overlay()],
    fields: &[
        NAME,
        SHORT_NAME,
        Field::new(
            "Size",
            "Size",
            Format::Choice(&["Small", "Large"]),
            "Small is for up to 500 users, Large for 5,000.",
        )
        .required(),
        PASSWORD,
        VPC_SETTINGS_VPC_ID,
        VPC_SETTINGS_SUBNET_IDS,
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Name":"corp.example.com","Size":"Small"}"#,
    resource_attributes: r#"{"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}"#,
    companions: &[Companion::own(
        "Password",
        "AWS::SecretsManager::Secret",
        r#"{"GenerateSecretString":{"SecretStringTemplate":"{\"username\":\"Administrator\"}","GenerateStringKey":"password","PasswordLength":32,"ExcludeCharacters":"\"'@/\\"}}"#,
    )
    .with(&[("Password", r#"{"Fn::Sub":"{{resolve:secretsmanager:${<to>}:SecretString:password}}"}"#)])],
    attributes: &["Alias", "DirectoryId", "DnsIpAddresses"],
    ..Entry::BOX
};
