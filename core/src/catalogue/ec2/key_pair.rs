//! `AWS::EC2::KeyPair`.
//!
//! Unless a public key is given, the private key of a new one is left in Parameter
//! Store as `/ec2/keypair/` and its identifier:
//! <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/create-key-pairs.html>

use crate::catalogue::{Category, Entry, Field, Format, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::KeyPair",
    word: "keypair",
    label: "Key pair",
    stem: "KeyPair",
    summary: "A key for ssh to instances: its public half at AWS, its private half with whoever connects.",
    category: Category::Compute,
    icon: include_str!("../icons/key-pair.svg"),
    fields: &[
        Field::new(
            "KeyName",
            "Name",
            Format::Text,
            "Unique in the region. Instances name the key pair by it.",
        )
        .required(),
        Field::new(
            "KeyType",
            "Type",
            Format::Choice(&["rsa", "ed25519"]),
            "ed25519 is shorter and newer; Windows instances want rsa.",
        ),
        Field::new(
            "KeyFormat",
            "Format",
            Format::Choice(&["pem", "ppk"]),
            "The form of the private key: pem for OpenSSH, ppk for PuTTY.",
        ),
        Field::new(
            "PublicKeyMaterial",
            "Public key",
            Format::Text,
            "Your own public key. If this is empty, AWS makes both halves and keeps the private one in Parameter Store.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"KeyName":{"Fn::Sub":"${AWS::StackName}-key"},"KeyType":"ed25519"}"#,
    attributes: &["KeyFingerprint", "KeyPairId"],
    ..Entry::BOX
};
