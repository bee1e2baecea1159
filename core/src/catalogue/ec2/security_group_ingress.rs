//! `AWS::EC2::SecurityGroupIngress`.

use super::view;
use super::{FROM_PORT, IP_PROTOCOL, TO_PORT};
use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Owner, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: SecurityGroupIngress::KIND,
    word: "ingress",
    label: "Inbound rule",
    stem: "Ingress",
    summary: "Lets connections in to a security group's members. A rule of its own can name groups that name each other.",
    category: Category::Security,
    icon: include_str!("../icons/security-group-ingress.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "GroupId",
        kind: "AWS::EC2::SecurityGroup",
    }]),
    ends: Some(Ends {
        from: &[End::new("SourceSecurityGroupId", "AWS::EC2::SecurityGroup").by("GroupId")],
        to: &[End::new("GroupId", "AWS::EC2::SecurityGroup").by("GroupId")],
        verb: "may connect to",
        caption: Some("ToPort"),
        overlay: true,
    }),
    fields: &[
        IP_PROTOCOL,
        FROM_PORT,
        TO_PORT,
        Field::new(
            "SourceSecurityGroupId",
            "Source group",
            Format::Reference("AWS::EC2::SecurityGroup", Some("GroupId")),
            "Lets the members of this group in. A rule has one source.",
        ),
        Field::new(
            "CidrIp",
            "Source",
            Format::Ipv4Cidr,
            "Lets these IPv4 addresses in. A rule has one source.",
        ),
        Field::new(
            "CidrIpv6",
            "IPv6 source",
            Format::Ipv6Cidr,
            "Lets these IPv6 addresses in. A rule has one source.",
        ),
        Field::new(
            "GroupId",
            "Security group",
            Format::Reference("AWS::EC2::SecurityGroup", Some("GroupId")),
            "The group whose members are reached.",
        )
        .required(),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "Why the rule is there.",
        ),
    ],
    defaults: r#"{"IpProtocol":"tcp","FromPort":443,"ToPort":443}"#,
    attributes: &["Id"],
    role: Role::SecurityGroupIngress,
    ..Entry::BOX
};

view! {
    /// An inbound rule of a security group.
    SecurityGroupIngress of "AWS::EC2::SecurityGroupIngress" {
        /// The group that it is a rule of.
        group = "GroupId",
        /// The protocol by name or number; -1 is all.
        protocol = "IpProtocol",
        /// The first port, or the ICMP type.
        from_port = "FromPort",
        /// The last port, or the ICMP code.
        to_port = "ToPort",
        /// IPv4 addresses of the other side.
        cidr = "CidrIp",
        /// IPv6 addresses of the other side.
        ipv6_cidr = "CidrIpv6",
        /// The group whose members may connect.
        source_group = "SourceSecurityGroupId",
        /// The prefix list that may connect.
        source_prefix_list = "SourcePrefixListId",
    }
}
