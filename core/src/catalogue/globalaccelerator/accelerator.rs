//! `AWS::GlobalAccelerator::Accelerator`.

use crate::catalogue::{Category, Entry, Field, Format, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::GlobalAccelerator::Accelerator",
    word: "accelerator",
    label: "Accelerator",
    stem: "Accelerator",
    summary: "Two fixed addresses at the edge of AWS's network, which carries traffic on to the nearest healthy endpoint.",
    category: Category::Network,
    icon: include_str!("../icons/accelerator.svg"),
    fields: &[
        Field::new(
            "Name",
            "Name",
            Format::Text,
            "Its name, of up to 64 letters, digits, hyphens and underscores.",
        )
        .required(),
        Field::new(
            "Enabled",
            "Enabled",
            Format::Boolean,
            "Whether it takes traffic; it must be off before it is deleted by hand.",
        ),
        Field::new(
            "IpAddressType",
            "Address type",
            Format::Choice(&["IPV4", "DUAL_STACK"]),
            "Which addresses clients may use.",
        ),
        Field::new(
            "IpAddresses",
            "Addresses",
            Format::Json,
            "Addresses of your own, if you brought some to AWS.",
        ),
        Field::new(
            "FlowLogsEnabled",
            "Flow logs",
            Format::Boolean,
            "Whether it writes down who spoke to whom.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Name":"front","Enabled":true,"IpAddressType":"IPV4"}"#,
    attributes: &[
        "AcceleratorArn",
        "DnsName",
        "DualStackDnsName",
        "Ipv4Addresses",
        "Ipv6Addresses",
    ],
    ..Entry::BOX
};
