//! `AWS::EC2::SecurityGroupEgress`.

use super::view;
use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Owner, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: SecurityGroupEgress::KIND,
    word: "egress",
    label: "Outbound rule",
    stem: "Egress",
    summary: "Lets a security group's members open connections, beside what the rules inside the group allow.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupegress.html",
    category: Category::Security,
    icon: include_str!("../icons/security-group-egress.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "GroupId",
        kind: "AWS::EC2::SecurityGroup",
    }]),
    homes: &[],
    ends: Some(Ends {
        from: &[End {
            property: "GroupId",
            kind: "AWS::EC2::SecurityGroup",
            attribute: Some("GroupId"),
        }],
        to: &[End {
            property: "DestinationSecurityGroupId",
            kind: "AWS::EC2::SecurityGroup",
            attribute: Some("GroupId"),
        }],
        verb: "may connect to",
        caption: Some("ToPort"),
        overlay: true,
    }),
    links: &[],
    fields: &[
        Field {
            property: "IpProtocol",
            label: "Protocol",
            format: Format::Protocol,
            required: true,
            help: "tcp, udp, icmp, icmpv6 or a number; -1 is every protocol and every port.",
        },
        Field {
            property: "FromPort",
            label: "From port",
            format: Format::Port,
            required: false,
            help: "The first port; for ICMP the type, -1 for all.",
        },
        Field {
            property: "ToPort",
            label: "To port",
            format: Format::Port,
            required: false,
            help: "The last port; for ICMP the code, -1 for all.",
        },
        Field {
            property: "DestinationSecurityGroupId",
            label: "Destination group",
            format: Format::Reference("AWS::EC2::SecurityGroup", Some("GroupId")),
            required: false,
            help: "Lets members connect to the members of this group. A rule has one destination.",
        },
        Field {
            property: "CidrIp",
            label: "Destination",
            format: Format::Ipv4Cidr,
            required: false,
            help: "Lets members connect to these IPv4 addresses. A rule has one destination.",
        },
        Field {
            property: "CidrIpv6",
            label: "IPv6 destination",
            format: Format::Ipv6Cidr,
            required: false,
            help: "Lets members connect to these IPv6 addresses. A rule has one destination.",
        },
        Field {
            property: "GroupId",
            label: "Security group",
            format: Format::Reference("AWS::EC2::SecurityGroup", Some("GroupId")),
            required: true,
            help: "The group whose members connect.",
        },
        Field {
            property: "Description",
            label: "Description",
            format: Format::Text,
            required: false,
            help: "Why the rule is there.",
        },
    ],
    defaults: || {
        Map::from_iter([
            ("IpProtocol".to_owned(), "tcp".into()),
            ("FromPort".to_owned(), 443.into()),
            ("ToPort".to_owned(), 443.into()),
        ])
    },
    resource_attributes: Map::new,
    attributes: &["Id"],
    role: Role::SecurityGroupEgress,
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
