//! `AWS::RDS::DBProxy`.
//!
//! What it needs around it:
//! <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-setup.html>

use super::{VPC_SECURITY_GROUP_IDS, VPC_SECURITY_GROUP_IDS_LINK};
use crate::catalogue::{Category, Companion, Entry, Field, Format, Home, Link, field};

/// What comes along: a role that the service may take on.
const ROLE: &str = r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"rds.amazonaws.com"},"Action":"sts:AssumeRole"}]},"Policies":[{"PolicyName":"read-the-password","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":{"Ref":"<Auth.0.SecretArn>"}}]}}]}"#;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::RDS::DBProxy",
    word: "dbproxy",
    label: "RDS Proxy",
    stem: "DbProxy",
    summary: "Keeps connections to a database open and shares them among many clients, such as functions.",
    category: Category::Database,
    icon: include_str!("../icons/db-proxy.svg"),
    homes: &[Home::beside("VpcSubnetIds.*", "AWS::EC2::Subnet")],
    links: &[
        Link::new("VpcSubnetIds.*", "AWS::EC2::Subnet", "has an address in").overlay(),
        VPC_SECURITY_GROUP_IDS_LINK,
        Link::new(
            "Auth.*.SecretArn",
            "AWS::SecretsManager::Secret",
            "signs in with",
        )
        .with(&[("Auth.*.AuthScheme", "SECRETS")]),
        Link::new("RoleArn", "AWS::IAM::Role", "acts as")
            .by("Arn")
            .overlay(),
    ],
    fields: &[
        Field::new(
            "DBProxyName",
            "Name",
            Format::Text,
            "Unique in the account and region: letters, digits and hyphens.",
        )
        .required(),
        Field::new(
            "EngineFamily",
            "Engine",
            Format::Choice(&["POSTGRESQL", "MYSQL", "SQLSERVER"]),
            "The kind of database that it speaks to.",
        )
        .required(),
        Field::new(
            "VpcSubnetIds",
            "Subnets",
            Format::References("AWS::EC2::Subnet", None),
            "Subnets in at least two Availability Zones.",
        )
        .required(),
        VPC_SECURITY_GROUP_IDS,
        Field::new(
            "Auth",
            "Users",
            Format::Json,
            "The secrets by which it signs in to the database, one for each user.",
        ),
        Field::new(
            "RoleArn",
            "Role",
            Format::Reference("AWS::IAM::Role", Some("Arn")),
            "What it may do: read those secrets.",
        )
        .required(),
        Field::new(
            "RequireTLS",
            "Require TLS",
            Format::Boolean,
            "Whether clients must encrypt their connections.",
        ),
        Field::new(
            "IdleClientTimeout",
            "Idle time",
            Format::Integer(1, 28800),
            "After how many seconds without a word a client is disconnected; 1800 if this is empty.",
        ),
        Field::new(
            "DebugLogging",
            "Log statements",
            Format::Boolean,
            "Whether it logs every statement: for finding faults, never for long.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"DBProxyName":{"Fn::Sub":"${AWS::StackName}-proxy"},"EngineFamily":"POSTGRESQL","RequireTLS":true,"Auth":[{"AuthScheme":"SECRETS","IAMAuth":"DISABLED"}]}"#,
    companions: &[
        Companion::shared("Auth.0.SecretArn", "AWS::SecretsManager::Secret"),
        Companion::own("RoleArn", "AWS::IAM::Role", ROLE).by("Arn"),
    ],
    attributes: &["DBProxyArn", "Endpoint", "VpcId"],
    ..Entry::BOX
};
