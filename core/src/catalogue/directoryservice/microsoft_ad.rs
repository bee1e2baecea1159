//! `AWS::DirectoryService::MicrosoftAD`.
//!
//! Its password comes from a secret by a dynamic reference, so that no template
//! and no log has it:
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html>

use super::{NAME, PASSWORD, SHORT_NAME, VPC_SETTINGS_SUBNET_IDS, VPC_SETTINGS_VPC_ID};
use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::DirectoryService::MicrosoftAD",
    word: "microsoftad",
    label: "AWS Managed Microsoft AD",
    stem: "MicrosoftAd",
    summary: "A directory of people and computers: Active Directory of Microsoft, run by AWS in two zones.",
    category: Category::Security,
    icon: include_str!("../icons/microsoft-ad.svg"),
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
            "Edition",
            "Edition",
            Format::Choice(&["Standard", "Enterprise"]),
            "Standard is for up to about 30,000 objects; Enterprise, also when this is empty, for 500,000.",
        ),
        PASSWORD,
        VPC_SETTINGS_VPC_ID,
        VPC_SETTINGS_SUBNET_IDS,
        Field::new(
            "EnableSso",
            "Single sign-on",
            Format::Boolean,
            "Whether people sign in to AWS applications with their directory account.",
        ),
    ],
    defaults: r#"{"Name":"corp.example.com","Edition":"Standard"}"#,
    resource_attributes: r#"{"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}"#,
    companions: &[Companion::own(
        "Password",
        "AWS::SecretsManager::Secret",
        r#"{"GenerateSecretString":{"SecretStringTemplate":"{\"username\":\"Admin\"}","GenerateStringKey":"password","PasswordLength":32,"ExcludeCharacters":"\"'@/\\"}}"#,
    )
    .with(&[("Password", r#"{"Fn::Sub":"{{resolve:secretsmanager:${<to>}:SecretString:password}}"}"#)])],
    attributes: &["Alias", "DirectoryId", "DnsIpAddresses"],
    ..Entry::BOX
};
