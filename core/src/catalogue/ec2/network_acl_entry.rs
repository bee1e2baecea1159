//! `AWS::EC2::NetworkAclEntry`.

use super::view;
use crate::catalogue::{Category, Entry, Field, Format, Owner, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: NetworkAclEntry::KIND,
    word: "aclentry",
    label: "Network ACL entry",
    stem: "AclEntry",
    summary: "Allows or denies packets that enter or leave the subnets of a network ACL. The lowest number that fits decides.",
    category: Category::Security,
    icon: include_str!("../icons/network-acl-entry.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "NetworkAclId",
        kind: "AWS::EC2::NetworkAcl",
    }]),
    fields: &[
        Field::new(
            "RuleNumber",
            "Number",
            Format::Integer(1, 32766),
            "Its place: lower numbers are asked first.",
        )
        .required(),
        Field::new(
            "Egress",
            "Outbound",
            Format::Boolean,
            "Whether it is for packets that leave the subnet.",
        ),
        Field::new(
            "RuleAction",
            "Action",
            Format::Choice(&["allow", "deny"]),
            "What happens to packets that fit.",
        )
        .required(),
        Field::new(
            "Protocol",
            "Protocol",
            Format::Protocol,
            "The number of the protocol: 6 is TCP, 17 is UDP, -1 is all.",
        )
        .required(),
        Field::new(
            "CidrBlock",
            "Addresses",
            Format::Ipv4Cidr,
            "The IPv4 addresses of the other side.",
        ),
        Field::new(
            "Ipv6CidrBlock",
            "IPv6 addresses",
            Format::Ipv6Cidr,
            "The IPv6 addresses of the other side, instead of IPv4 ones.",
        ),
        Field::new(
            "PortRange.From",
            "From port",
            Format::Port,
            "The first port, for TCP and UDP.",
        ),
        Field::new(
            "PortRange.To",
            "To port",
            Format::Port,
            "The last port, for TCP and UDP.",
        ),
        Field::new(
            "NetworkAclId",
            "Network ACL",
            Format::Reference("AWS::EC2::NetworkAcl", None),
            "The ACL that it is a row of.",
        )
        .required(),
    ],
    defaults: r#"{"RuleNumber":100,"Protocol":6,"RuleAction":"allow","Egress":false,"CidrBlock":"0.0.0.0/0","PortRange":{"From":443,"To":443}}"#,
    attributes: &["Id"],
    role: Role::NetworkAclEntry,
    ..Entry::BOX
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
