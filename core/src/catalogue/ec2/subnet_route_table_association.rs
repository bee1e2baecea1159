//! `AWS::EC2::SubnetRouteTableAssociation`.

use super::view;
use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: SubnetRouteTableAssociation::KIND,
    word: "tableassociation",
    label: "Route table association",
    stem: "RouteTableAssociation",
    summary: "Gives a subnet its route table. A subnet without one uses the VPC's main table.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnetroutetableassociation.html",
    category: Category::Network,
    icon: include_str!("../icons/association.svg"),
    shape: Shape::Arrow,
    homes: &[],
    ends: Some(Ends {
        from: &[End {
            property: "SubnetId",
            kind: "AWS::EC2::Subnet",
            attribute: None,
        }],
        to: &[End {
            property: "RouteTableId",
            kind: "AWS::EC2::RouteTable",
            attribute: None,
        }],
        verb: "uses",
        caption: None,
        overlay: true,
    }),
    links: &[],
    fields: &[
        Field {
            property: "SubnetId",
            label: "Subnet",
            format: Format::Reference("AWS::EC2::Subnet", None),
            required: true,
            help: "The subnet. It has one route table.",
        },
        Field {
            property: "RouteTableId",
            label: "Route table",
            format: Format::Reference("AWS::EC2::RouteTable", None),
            required: true,
            help: "The table that the subnet uses, of the same VPC.",
        },
    ],
    defaults: Map::new,
    resource_attributes: Map::new,
    attributes: &["Id"],
    role: Role::RouteTableAssociation,
};

view! {
    /// The use of a route table by a subnet.
    SubnetRouteTableAssociation of "AWS::EC2::SubnetRouteTableAssociation" {
        /// The subnet.
        subnet = "SubnetId",
        /// The table that it uses.
        route_table = "RouteTableId",
    }
}
