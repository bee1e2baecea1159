//! `AWS::EC2::NetworkAclEntry`.

use super::view;
use crate::catalogue::{Category, Entry, Field, Format, Owner, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: NetworkAclEntry::KIND,
    word: "aclentry",
    label: "Network ACL entry",
    stem: "AclEntry",
    summary: "Allows or denies packets that enter or leave the subnets of a network ACL. The lowest number that fits decides.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html",
    category: Category::Security,
    icon: include_str!("../icons/network-acl-entry.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "NetworkAclId",
        kind: "AWS::EC2::NetworkAcl",
    }]),
    homes: &[],
    ends: None,
    links: &[],
    fields: &[
        Field {
            property: "RuleNumber",
            label: "Number",
            format: Format::Integer(1, 32766),
            required: true,
            help: "Its place: lower numbers are asked first.",
        },
        Field {
            property: "Egress",
            label: "Outbound",
            format: Format::Boolean,
            required: false,
            help: "Whether it is for packets that leave the subnet.",
        },
        Field {
            property: "RuleAction",
            label: "Action",
            format: Format::Choice(&["allow", "deny"]),
            required: true,
            help: "What happens to packets that fit.",
        },
        Field {
            property: "Protocol",
            label: "Protocol",
            format: Format::Protocol,
            required: true,
            help: "The number of the protocol: 6 is TCP, 17 is UDP, -1 is all.",
        },
        Field {
            property: "CidrBlock",
            label: "Addresses",
            format: Format::Ipv4Cidr,
            required: false,
            help: "The IPv4 addresses of the other side.",
        },
        Field {
            property: "Ipv6CidrBlock",
            label: "IPv6 addresses",
            format: Format::Ipv6Cidr,
            required: false,
            help: "The IPv6 addresses of the other side, instead of IPv4 ones.",
        },
        Field {
            property: "PortRange.From",
            label: "From port",
            format: Format::Port,
            required: false,
            help: "The first port, for TCP and UDP.",
        },
        Field {
            property: "PortRange.To",
            label: "To port",
            format: Format::Port,
            required: false,
            help: "The last port, for TCP and UDP.",
        },
        Field {
            property: "NetworkAclId",
            label: "Network ACL",
            format: Format::Reference("AWS::EC2::NetworkAcl", None),
            required: true,
            help: "The ACL that it is a row of.",
        },
    ],
    defaults: || {
        Map::from_iter([
            ("RuleNumber".to_owned(), 100.into()),
            ("Protocol".to_owned(), 6.into()),
            ("RuleAction".to_owned(), "allow".into()),
            ("Egress".to_owned(), false.into()),
            ("CidrBlock".to_owned(), "0.0.0.0/0".into()),
            (
                "PortRange".to_owned(),
                Map::from_iter([
                    ("From".to_owned(), 443.into()),
                    ("To".to_owned(), 443.into()),
                ])
                .into(),
            ),
        ])
    },
    resource_attributes: Map::new,
    attributes: &["Id"],
    role: Role::NetworkAclEntry,
};

view! {
    /// A rule of a network ACL.
    NetworkAclEntry of "AWS::EC2::NetworkAclEntry" {
        /// The ACL that it is a row of.
        network_acl = "NetworkAclId",
        /// Its place among the rules.
        number = "RuleNumber",
        /// Whether it is for packets that leave; absent for those that enter.
        egress = "Egress",
        /// `allow` or `deny`.
        action = "RuleAction",
        /// The number of the protocol; -1 is all.
        protocol = "Protocol",
        /// IPv4 addresses of the other side.
        cidr = "CidrBlock",
        /// IPv6 addresses of the other side.
        ipv6_cidr = "Ipv6CidrBlock",
        /// The first port.
        from_port = "PortRange.From",
        /// The last port.
        to_port = "PortRange.To",
        /// The ICMP type; -1 is all.
        icmp_type = "Icmp.Type",
        /// The ICMP code; -1 is all.
        icmp_code = "Icmp.Code",
    }
}
