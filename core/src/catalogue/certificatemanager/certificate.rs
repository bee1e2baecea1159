//! `AWS::CertificateManager::Certificate`.
//!
//! Creating the stack waits until the domain is proven, which is by itself only
//! where `DomainValidationOptions` names its hosted zone:
//! <https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html>

use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::CertificateManager::Certificate",
    word: "certificate",
    label: "Certificate",
    stem: "Certificate",
    summary: "Proves to browsers that a name is yours; AWS renews it for as long as its DNS record stands.",
    category: Category::Security,
    icon: include_str!("../icons/certificate.svg"),
    links: &[Link::new(
        "DomainValidationOptions.*.HostedZoneId",
        "AWS::Route53::HostedZone",
        "is proven in",
    )
    .with(&[("DomainValidationOptions.*.DomainName", "=DomainName")])],
    fields: &[
        Field::new(
            "DomainName",
            "Domain",
            Format::Text,
            "The name that it is for; *.example.com is for every name one step below.",
        )
        .required(),
        Field::new(
            "SubjectAlternativeNames",
            "Further names",
            Format::Json,
            "A list of other names that it is for too.",
        ),
        Field::new(
            "ValidationMethod",
            "Validation",
            Format::Choice(&["DNS", "EMAIL"]),
            "How you prove that the domain is yours; DNS can be renewed by itself.",
        ),
        Field::new(
            "DomainValidationOptions",
            "Validation options",
            Format::Json,
            "For each DomainName the HostedZoneId in which the proof is written by itself.",
        ),
        Field::new(
            "KeyAlgorithm",
            "Key",
            Format::Choice(&["RSA_2048", "EC_prime256v1", "EC_secp384r1"]),
            "The algorithm of its key.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"DomainName":"example.com","ValidationMethod":"DNS"}"#,
    attributes: &["CertificateArn"],
    ..Entry::BOX
};
