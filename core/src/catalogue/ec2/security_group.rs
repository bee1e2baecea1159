//! `AWS::EC2::SecurityGroup`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: SecurityGroup::KIND,
    word: "sg",
    label: "Security group",
    stem: "SecurityGroup",
    summary: "A stateful filter around its members: what no rule allows is dropped, and replies always pass.",
    category: Category::Security,
    icon: include_str!("../icons/security-group.svg"),
    shape: Shape::Chip,
    homes: &[Home::inside("VpcId", "AWS::EC2::VPC")],
    fields: &[
        Field::new(
            "GroupDescription",
            "Description",
            Format::Text,
            "What it is for, in up to 255 characters. Changing it makes a new group.",
        )
        .required(),
        Field::new(
            "SecurityGroupIngress",
            "Inbound rules",
            Format::Rules,
            "What may open connections to members. Without a rule, nothing may.",
        ),
        Field::new(
            "SecurityGroupEgress",
            "Outbound rules",
            Format::Rules,
            "What members may open connections to. Without a rule here, everything.",
        ),
        Field::new(
            "GroupName",
            "Name",
            Format::Text,
            "A fixed name. AWS makes one up if this is empty, which is easier to replace.",
        ),
        // Without one it is made in the account's default VPC.
        Field {
            required: false,
            ..field::VPC
        },
        field::TAGS,
    ],
    defaults: r#"{"GroupDescription":"Which connections its members accept and open"}"#,
    attributes: &["GroupId", "Id", "VpcId"],
    role: Role::SecurityGroup,
    ..Entry::BOX
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
