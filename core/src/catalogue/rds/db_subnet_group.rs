//! `AWS::RDS::DBSubnetGroup`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Position, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: DbSubnetGroup::KIND,
    word: "dbsubnetgroup",
    label: "DB subnet group",
    stem: "DbSubnetGroup",
    summary: "The subnets that databases may stand in: of one VPC, in at least two Availability Zones.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbsubnetgroup.html",
    category: Category::Database,
    icon: include_str!("../icons/db-subnet-group.svg"),
    shape: Shape::Chip,
    homes: &[Home {
        property: "SubnetIds.*",
        kind: "AWS::EC2::Subnet",
        position: Position::Beside,
    }],
    ends: None,
    links: &[Link {
        property: "SubnetIds.*",
        kind: "AWS::EC2::Subnet",
        attribute: None,
        verb: "spans",
        overlay: true,
    }],
    fields: &[
        Field {
            property: "SubnetIds",
            label: "Subnets",
            format: Format::References("AWS::EC2::Subnet", None),
            required: true,
            help: "Subnets in at least two Availability Zones.",
        },
        Field {
            property: "DBSubnetGroupDescription",
            label: "Description",
            format: Format::Text,
            required: true,
            help: "What it is for.",
        },
        Field {
            property: "DBSubnetGroupName",
            label: "Name",
            format: Format::Text,
            required: false,
            help: "A fixed name in lower case. AWS makes one up if this is empty.",
        },
        field::TAGS,
    ],
    defaults: || {
        Map::from_iter([(
            "DBSubnetGroupDescription".to_owned(),
            "Subnets that databases may stand in".into(),
        )])
    },
    resource_attributes: Map::new,
    attributes: &["DBSubnetGroupArn"],
    role: Role::SubnetGroup,
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
