//! `AWS::Cognito::UserPool`.

use crate::catalogue::{Category, Entry, Field, Format, Grant, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Cognito::UserPool",
    word: "userpool",
    label: "Cognito user pool",
    stem: "UserPool",
    summary: "The people who use an application: signs them up and in, and hands out tokens that say who they are.",
    category: Category::Security,
    icon: include_str!("../icons/user-pool.svg"),
    links: &[
        Link::new(
            "LambdaConfig.PreSignUp",
            "AWS::Lambda::Function",
            "asks before sign-up",
        )
        .by("Arn")
        .grants(&[Grant::new(
            "AWS::Lambda::Permission",
            r#"{"Action":"lambda:InvokeFunction","FunctionName":{"Ref":"<to>"},"Principal":"cognito-idp.amazonaws.com","SourceArn":{"Fn::GetAtt":["<from>","Arn"]}}"#,
        )]),
        Link::new(
            "LambdaConfig.PostConfirmation",
            "AWS::Lambda::Function",
            "calls after sign-up",
        )
        .by("Arn")
        .grants(&[Grant::new(
            "AWS::Lambda::Permission",
            r#"{"Action":"lambda:InvokeFunction","FunctionName":{"Ref":"<to>"},"Principal":"cognito-idp.amazonaws.com","SourceArn":{"Fn::GetAtt":["<from>","Arn"]}}"#,
        )]),
    ],
    fields: &[
        Field::new(
            "UserPoolName",
            "Name",
            Format::Text,
            "Its name. CloudFormation makes one if this is empty.",
        ),
        Field::new(
            "UsernameAttributes",
            "Sign in by",
            Format::Json,
            "What people sign in with: email, phone_number or both. It cannot be changed later.",
        ),
        Field::new(
            "AutoVerifiedAttributes",
            "Verified by itself",
            Format::Json,
            "What Cognito verifies by a code: email, phone_number or both.",
        ),
        Field::new(
            "MfaConfiguration",
            "Second factor",
            Format::Choice(&["OFF", "OPTIONAL", "ON"]),
            "Whether people need a second proof, such as a code of an app.",
        ),
        Field::new(
            "Policies.PasswordPolicy.MinimumLength",
            "Password length",
            Format::Integer(6, 99),
            "How many characters a password has at least; 8 if this is empty.",
        ),
        Field::new(
            "AdminCreateUserConfig.AllowAdminCreateUserOnly",
            "By invitation",
            Format::Boolean,
            "Whether only an administrator makes users, rather than people themselves.",
        ),
        Field::new(
            "DeletionProtection",
            "Deletion protection",
            Format::Choice(&["ACTIVE", "INACTIVE"]),
            "Active keeps it and its people from being deleted by mistake.",
        ),
        Field::new(
            "UserPoolTier",
            "Feature plan",
            Format::Choice(&["LITE", "ESSENTIALS", "PLUS"]),
            "What it can do and what a user costs.",
        ),
        Field::new(
            "UserPoolTags",
            "Tags",
            Format::Json,
            "Names for people and for cost reports, as a mapping.",
        ),
    ],
    defaults: r#"{"UsernameAttributes":["email"],"AutoVerifiedAttributes":["email"],"AccountRecoverySetting":{"RecoveryMechanisms":[{"Name":"verified_email","Priority":1}]},"AdminCreateUserConfig":{"AllowAdminCreateUserOnly":true},"Policies":{"PasswordPolicy":{"MinimumLength":12}},"DeletionProtection":"ACTIVE"}"#,
    resource_attributes: r#"{"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}"#,
    attributes: &["Arn", "ProviderName", "ProviderURL", "UserPoolId"],
    ..Entry::BOX
};
