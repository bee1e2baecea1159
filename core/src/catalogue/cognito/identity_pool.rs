//! `AWS::Cognito::IdentityPool`.

use crate::catalogue::{Category, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Cognito::IdentityPool",
    word: "identitypool",
    label: "Cognito identity pool",
    stem: "IdentityPool",
    summary: "Gives people who signed in elsewhere credentials of AWS for a while, by a role.",
    category: Category::Security,
    icon: include_str!("../icons/identity-pool.svg"),
    links: &[Link::new(
        "CognitoIdentityProviders.*.ClientId",
        "AWS::Cognito::UserPoolClient",
        "trusts",
    )
    .with(&[(
        "CognitoIdentityProviders.*.ProviderName",
        r#"{"Fn::GetAtt":["<to:UserPoolId>","ProviderName"]}"#,
    )])],
    fields: &[
        Field::new(
            "AllowUnauthenticatedIdentities",
            "Guests",
            Format::Boolean,
            "Whether those who did not sign in get credentials too.",
        )
        .required(),
        Field::new(
            "CognitoIdentityProviders",
            "User pools",
            Format::Json,
            "The app clients of user pools whose people it trusts.",
        ),
        Field::new(
            "AllowClassicFlow",
            "Classic flow",
            Format::Boolean,
            "Whether the older way to get credentials is open; leave it off.",
        ),
        Field::new(
            "SupportedLoginProviders",
            "Outside providers",
            Format::Json,
            "Such as Google or Facebook, with the number of your application there.",
        ),
        Field::new(
            "IdentityPoolName",
            "Name",
            Format::Text,
            "Its name. CloudFormation makes one if this is empty.",
        ),
    ],
    defaults: r#"{"AllowUnauthenticatedIdentities":false}"#,
    attributes: &["Id", "Name"],
    ..Entry::BOX
};
