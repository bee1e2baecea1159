//! `AWS::RDS::DBSubnetGroup`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: DbSubnetGroup::KIND,
    word: "dbsubnetgroup",
    label: "DB subnet group",
    stem: "DbSubnetGroup",
    summary: "The subnets that databases may stand in: of one VPC, in at least two Availability Zones.",
    category: Category::Database,
    icon: include_str!("../icons/db-subnet-group.svg"),
    shape: Shape::Chip,
    homes: &[Home::beside("SubnetIds.*", "AWS::EC2::Subnet")],
    links: &[Link::new("SubnetIds.*", "AWS::EC2::Subnet", "spans").overlay()],
    fields: &[
        Field::new(
            "SubnetIds",
            "Subnets",
            Format::References("AWS::EC2::Subnet", None),
            "Subnets in at least two Availability Zones.",
        )
        .required(),
        Field::new(
            "DBSubnetGroupDescription",
            "Description",
            Format::Text,
            "What it is for.",
        )
        .required(),
        Field::new(
            "DBSubnetGroupName",
            "Name",
            Format::Text,
            "A fixed name in lower case. AWS makes one up if this is empty.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"DBSubnetGroupDescription":"Subnets that databases may stand in"}"#,
    attributes: &["DBSubnetGroupArn"],
    role: Role::SubnetGroup,
    ..Entry::BOX
};

view! {
    /// A DB subnet group.
    DbSubnetGroup of "AWS::RDS::DBSubnetGroup" {
        /// Its subnets, a list.
        subnets = "SubnetIds",
        /// What it is for.
        description = "DBSubnetGroupDescription",
    }
}
