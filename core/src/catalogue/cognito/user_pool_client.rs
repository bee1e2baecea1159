//! `AWS::Cognito::UserPoolClient`.

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Cognito::UserPoolClient",
    word: "userpoolclient",
    label: "Cognito app client",
    stem: "UserPoolClient",
    summary: "An application that signs people in at a user pool: how they may, and how long tokens last.",
    category: Category::Security,
    icon: include_str!("../icons/user-pool-client.svg"),
    links: &[Link::new(
        "UserPoolId",
        "AWS::Cognito::UserPool",
        "signs in at",
    )],
    fields: &[
        Field::new(
            "UserPoolId",
            "User pool",
            Format::Reference("AWS::Cognito::UserPool", None),
            "The pool whose people sign in.",
        )
        .required(),
        Field::new("ClientName", "Name", Format::Text, "Its name in the pool."),
        Field::new(
            "ExplicitAuthFlows",
            "Ways to sign in",
            Format::Json,
            "Such as ALLOW_USER_SRP_AUTH, in which the password is not sent, and ALLOW_REFRESH_TOKEN_AUTH.",
        ),
        Field::new(
            "GenerateSecret",
            "With a secret",
            Format::Boolean,
            "For applications on servers, which can keep one; never for those in browsers or on phones.",
        ),
        Field::new(
            "AllowedOAuthFlows",
            "OAuth flows",
            Format::Json,
            "How it gets tokens from the login page: code is the safe one.",
        ),
        Field::new(
            "CallbackURLs",
            "Return addresses",
            Format::Json,
            "Where the login page may send people back to.",
        ),
        Field::new(
            "SupportedIdentityProviders",
            "Identity providers",
            Format::Json,
            "COGNITO for the pool itself, and the names of outside ones.",
        ),
        Field::new(
            "PreventUserExistenceErrors",
            "Hide who exists",
            Format::Choice(&["ENABLED", "LEGACY"]),
            "Enabled does not tell strangers whether a user exists.",
        ),
    ],
    defaults: r#"{"ExplicitAuthFlows":["ALLOW_USER_SRP_AUTH","ALLOW_REFRESH_TOKEN_AUTH"],"PreventUserExistenceErrors":"ENABLED"}"#,
    companions: &[Companion::shared("UserPoolId", "AWS::Cognito::UserPool")],
    attributes: &["ClientId", "ClientSecret", "Name"],
    ..Entry::BOX
};
