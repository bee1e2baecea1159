//! `AWS::Cognito::UserPoolDomain`.

use crate::catalogue::{Category, Entry, Field, Format, Owner, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Cognito::UserPoolDomain",
    word: "userpooldomain",
    label: "Cognito domain",
    stem: "UserPoolDomain",
    summary: "The address of the login page of a user pool.",
    category: Category::Security,
    icon: include_str!("../icons/user-pool-domain.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "UserPoolId",
        kind: "AWS::Cognito::UserPool",
    }]),
    fields: &[
        Field::new(
            "Domain",
            "Domain",
            Format::Text,
            "A prefix that is unique in the region, or a domain of yours with a certificate.",
        )
        .required(),
        Field::new(
            "UserPoolId",
            "User pool",
            Format::Reference("AWS::Cognito::UserPool", None),
            "The pool whose login page it is.",
        )
        .required(),
        Field::new(
            "CustomDomainConfig.CertificateArn",
            "Certificate",
            Format::Text,
            "The certificate of a domain of yours, in us-east-1.",
        ),
        Field::new(
            "ManagedLoginVersion",
            "Login page",
            Format::Integer(1, 2),
            "1 is the classic hosted page, 2 managed login, which needs a branding style.",
        ),
    ],
    defaults: r#"{"Domain":{"Fn::Sub":"users-${AWS::AccountId}"}}"#,
    attributes: &["CloudFrontDistribution"],
    ..Entry::BOX
};
