//! `AWS::KMS::Key`.
//!
//! A new one rotates, and is kept when the stack goes: what is encrypted under a
//! deleted key is lost. Without a policy it gets the default one, which leaves the
//! decision to the policies of the account:
//! <https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html>

use crate::catalogue::{Category, Entry, Field, Format, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::KMS::Key",
    word: "key",
    label: "KMS key",
    stem: "Key",
    summary: "A key that never leaves AWS: services encrypt and decrypt with it for those whom its policy allows.",
    category: Category::Security,
    icon: include_str!("../icons/kms-key.svg"),
    fields: &[
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for.",
        ),
        Field::new(
            "EnableKeyRotation",
            "Rotate by itself",
            Format::Boolean,
            "Whether AWS makes new key material from time to time; what is encrypted stays readable.",
        ),
        Field::new(
            "RotationPeriodInDays",
            "Rotation period",
            Format::Integer(90, 2560),
            "After how many days it is rotated; 365 if this is empty.",
        ),
        Field::new(
            "KeyPolicy",
            "Key policy",
            Format::Json,
            "Who may use and administer it. Without one, the policies of the account decide.",
        ),
        Field::new(
            "PendingWindowInDays",
            "Waiting period",
            Format::Integer(7, 30),
            "How many days after its deletion it can still be brought back; 30 if this is empty.",
        ),
        Field::new(
            "KeySpec",
            "Key type",
            Format::Choice(&[
                "SYMMETRIC_DEFAULT",
                "RSA_2048",
                "RSA_3072",
                "RSA_4096",
                "ECC_NIST_P256",
                "ECC_NIST_P384",
                "ECC_NIST_P521",
                "ECC_NIST_EDWARDS25519",
                "ECC_SECG_P256K1",
                "ML_DSA_44",
                "ML_DSA_65",
                "ML_DSA_87",
                "HMAC_224",
                "HMAC_256",
                "HMAC_384",
                "HMAC_512",
                "SM2",
            ]),
            "What kind of key it is. Services encrypt with symmetric ones.",
        ),
        Field::new(
            "KeyUsage",
            "Usage",
            Format::Choice(&[
                "ENCRYPT_DECRYPT",
                "SIGN_VERIFY",
                "GENERATE_VERIFY_MAC",
                "KEY_AGREEMENT",
            ]),
            "What it does; encrypts and decrypts if this is empty.",
        ),
        Field::new(
            "MultiRegion",
            "In several regions",
            Format::Boolean,
            "Whether replicas in other regions may share it. It cannot be changed later.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"EnableKeyRotation":true}"#,
    resource_attributes: r#"{"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}"#,
    attributes: &["Arn", "KeyId"],
    ..Entry::BOX
};
