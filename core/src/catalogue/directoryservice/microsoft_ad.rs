//! `AWS::DirectoryService::MicrosoftAD`.
//!
//! Its password comes from a secret by a dynamic reference, so that no template
//! and no log has it:
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html>

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
        Field::new(
            "Name",
            "Domain name",
            Format::Text,
            "Its full name, such as corp.example.com. It need not be registered.",
        )
        .required(),
        Field::new(
            "ShortName",
            "Short name",
            Format::Text,
            "Its NetBIOS name, such as CORP. AWS takes it from the full name if this is empty.",
        ),
        Field::new(
            "Edition",
            "Edition",
            Format::Choice(&["Standard", "Enterprise"]),
            "Standard is for up to about 30,000 objects; Enterprise, also when this is empty, for 500,000.",
        ),
        Field::new(
            "Password",
            "Password",
            Format::Text,
            "The administrator's, best as a dynamic reference to a secret: never write it here as text.",
        ),
        Field::new(
            "VpcSettings.VpcId",
            "VPC",
            Format::Reference("AWS::EC2::VPC", None),
            "The network that its servers stand in.",
        )
        .required(),
        Field::new(
            "VpcSettings.SubnetIds",
            "Subnets",
            Format::References("AWS::EC2::Subnet", None),
            "Two, in different zones: a server stands in each.",
        )
        .required(),
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
