//! `AWS::Route53::RecordSet`.
//!
//! An alias names its target's own zone, which is fixed for `CloudFront` and for
//! Global Accelerator:
//! <https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-alias.html>

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Link, Owner, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Route53::RecordSet",
    word: "record",
    label: "DNS record",
    stem: "Record",
    summary: "What a name stands for: addresses, another name, or, as an alias, a load balancer or a distribution.",
    category: Category::Network,
    icon: include_str!("../icons/record-set.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "HostedZoneId",
        kind: "AWS::Route53::HostedZone",
    }]),
    ends: Some(Ends {
        from: &[End::new("HostedZoneId", "AWS::Route53::HostedZone")],
        to: &[
            End::new(
                "AliasTarget.DNSName",
                "AWS::ElasticLoadBalancingV2::LoadBalancer",
            )
            .by("DNSName")
            .with(&[("AliasTarget.HostedZoneId", "@CanonicalHostedZoneID")]),
            End::new("AliasTarget.DNSName", "AWS::CloudFront::Distribution")
                .by("DomainName")
                .with(&[("AliasTarget.HostedZoneId", "Z2FDTNDATAQYW2")]),
            End::new("AliasTarget.DNSName", "AWS::GlobalAccelerator::Accelerator")
                .by("DnsName")
                .with(&[("AliasTarget.HostedZoneId", "Z2BJ6XQ5FK7U4H")]),
            End::new(
                "AliasTarget.DNSName",
                "AWS::ElasticLoadBalancing::LoadBalancer",
            )
            .by("DNSName")
            .with(&[("AliasTarget.HostedZoneId", "@CanonicalHostedZoneNameID")]),
            End::new("ResourceRecords.*", "AWS::EC2::EIP"),
            End::new("ResourceRecords.*", "AWS::EC2::Instance").by("PublicIp"),
        ],
        verb: "names",
        caption: Some("Name"),
        overlay: false,
    }),
    links: &[Link::new(
        "HealthCheckId",
        "AWS::Route53::HealthCheck",
        "is checked by",
    )
    .overlay()],
    fields: &[
        Field::new(
            "Name",
            "Name",
            Format::Text,
            "The full name, such as www.example.com.",
        )
        .required(),
        Field::new(
            "Type",
            "Type",
            Format::Choice(&[
                "A", "AAAA", "CAA", "CNAME", "DS", "HTTPS", "MX", "NAPTR", "NS", "PTR", "SOA",
                "SPF", "SRV", "SSHFP", "SVCB", "TLSA", "TXT",
            ]),
            "A is for IPv4 addresses, AAAA for IPv6 ones, CNAME for another name.",
        )
        .required(),
        Field::new(
            "ResourceRecords",
            "Values",
            Format::Json,
            "What it stands for, a list of texts; none for an alias.",
        ),
        Field::new(
            "TTL",
            "Time to live",
            Format::Text,
            "For how many seconds an answer may be kept; none for an alias.",
        ),
        Field::new(
            "AliasTarget",
            "Alias",
            Format::Json,
            "The AWS resource that it stands for, by DNSName and HostedZoneId.",
        ),
        Field::new(
            "HostedZoneId",
            "Hosted zone",
            Format::Reference("AWS::Route53::HostedZone", None),
            "The zone that it is a record of.",
        ),
        Field::new(
            "HealthCheckId",
            "Health check",
            Format::Reference("AWS::Route53::HealthCheck", None),
            "The record is left out of answers while the check fails.",
        ),
        Field::new(
            "SetIdentifier",
            "Set",
            Format::Text,
            "What tells it from records of the same name, with a Weight, Region or Failover.",
        ),
    ],
    defaults: r#"{"Name":"www.example.com","Type":"A","TTL":"300"}"#,
    role: Role::DnsRecord,
    ..Entry::BOX
};
