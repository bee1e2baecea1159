//! `AWS::EC2::SubnetRouteTableAssociation`.

use super::view;
use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: SubnetRouteTableAssociation::KIND,
    word: "tableassociation",
    label: "Route table association",
    stem: "RouteTableAssociation",
    summary: "Gives a subnet its route table. A subnet without one uses the VPC's main table.",
    category: Category::Network,
    icon: include_str!("../icons/association.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[End::new("SubnetId", "AWS::EC2::Subnet")],
        to: &[End::new("RouteTableId", "AWS::EC2::RouteTable")],
        verb: "uses",
        caption: None,
        overlay: true,
    }),
    fields: &[
        Field::new(
            "SubnetId",
            "Subnet",
            Format::Reference("AWS::EC2::Subnet", None),
            "The subnet. It has one route table.",
        )
        .required(),
        Field::new(
            "RouteTableId",
            "Route table",
            Format::Reference("AWS::EC2::RouteTable", None),
            "The table that the subnet uses, of the same VPC.",
        )
        .required(),
    ],
    attributes: &["Id"],
    role: Role::RouteTableAssociation,
    ..Entry::BOX
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
