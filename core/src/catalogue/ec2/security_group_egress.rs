//! `AWS::EC2::SecurityGroupEgress`.

use super::view;
use super::{FROM_PORT, IP_PROTOCOL, TO_PORT};
use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Owner, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: SecurityGroupEgress::KIND,
    word: "egress",
    label: "Outbound rule",
    stem: "Egress",
    summary: "Lets a security group's members open connections, beside what the rules inside the group allow.",
    category: Category::Security,
    icon: include_str!("../icons/security-group-egress.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "GroupId",
        kind: "AWS::EC2::SecurityGroup",
    }]),
    ends: Some(Ends {
        from: &[End::new("GroupId", "AWS::EC2::SecurityGroup").by("GroupId")],
        to: &[End::new("DestinationSecurityGroupId", "AWS::EC2::SecurityGroup").by("GroupId")],
        verb: "may connect to",
        caption: Some("ToPort"),
        overlay: true,
    }),
    fields: &[
        IP_PROTOCOL,
        FROM_PORT,
        TO_PORT,
        Field::new(
            "DestinationSecurityGroupId",
            "Destination group",
            Format::Reference("AWS::EC2::SecurityGroup", Some("GroupId")),
            "Lets members connect to the members of this group. A rule has one destination.",
        ),
        Field::new(
            "CidrIp",
            "Destination",
            Format::Ipv4Cidr,
            "Lets members connect to these IPv4 addresses. A rule has one destination.",
        ),
        Field::new(
            "CidrIpv6",
            "IPv6 destination",
            Format::Ipv6Cidr,
            "Lets members connect to these IPv6 addresses. A rule has one destination.",
        ),
        Field::new(
            "GroupId",
            "Security group",
            Format::Reference("AWS::EC2::SecurityGroup", Some("GroupId")),
            "The group whose members connect.",
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
    role: Role::SecurityGroupEgress,
    ..Entry::BOX
};

view! {
    /// An outbound rule of a security group.
    SecurityGroupEgress of "AWS::EC2::SecurityGroupEgress" {
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
        /// The group whose members may be connected to.
        destination_group = "DestinationSecurityGroupId",
        /// The prefix list that may be connected to.
        destination_prefix_list = "DestinationPrefixListId",
    }
}
