//! `AWS::EC2::SecurityGroup`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Position, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: SecurityGroup::KIND,
    word: "sg",
    label: "Security group",
    stem: "SecurityGroup",
    summary: "A stateful filter around its members: what no rule allows is dropped, and replies always pass.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html",
    category: Category::Security,
    icon: include_str!("../icons/security-group.svg"),
    shape: Shape::Chip,
    homes: &[Home {
        property: "VpcId",
        kind: "AWS::EC2::VPC",
        position: Position::Inside,
    }],
    ends: None,
    links: &[],
    fields: &[
        Field {
            property: "GroupDescription",
            label: "Description",
            format: Format::Text,
            required: true,
            help: "What it is for, in up to 255 characters. Changing it makes a new group.",
        },
        Field {
            property: "SecurityGroupIngress",
            label: "Inbound rules",
            format: Format::Rules,
            required: false,
            help: "What may open connections to members. Without a rule, nothing may.",
        },
        Field {
            property: "SecurityGroupEgress",
            label: "Outbound rules",
            format: Format::Rules,
            required: false,
            help: "What members may open connections to. Without a rule here, everything.",
        },
        Field {
            property: "GroupName",
            label: "Name",
            format: Format::Text,
            required: false,
            help: "A fixed name. AWS makes one up if this is empty, which is easier to replace.",
        },
        // Without one it is made in the account's default VPC.
        Field {
            required: false,
            ..field::VPC
        },
        field::TAGS,
    ],
    defaults: || {
        Map::from_iter([(
            "GroupDescription".to_owned(),
            "Which connections its members accept and open".into(),
        )])
    },
    resource_attributes: Map::new,
    attributes: &["GroupId", "Id", "VpcId"],
    role: Role::SecurityGroup,
};

view! {
    /// A security group.
    SecurityGroup of "AWS::EC2::SecurityGroup" {
        /// The VPC that it belongs to.
        vpc = "VpcId",
        /// What it is for.
        description = "GroupDescription",
        /// Its own inbound rules, a list; more may stand as resources.
        ingress = "SecurityGroupIngress",
        /// Its own outbound rules, a list; more may stand as resources.
        egress = "SecurityGroupEgress",
    }
}
