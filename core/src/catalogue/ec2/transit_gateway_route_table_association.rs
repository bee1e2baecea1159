//! `AWS::EC2::TransitGatewayRouteTableAssociation`.

use super::{TRANSIT_GATEWAY_ATTACHMENT_ID, TRANSIT_GATEWAY_ROUTE_TABLE_ID};
use crate::catalogue::{Category, End, Ends, Entry, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::TransitGatewayRouteTableAssociation",
    word: "tgwassociation",
    label: "Transit gateway association",
    stem: "TransitGatewayAssociation",
    summary: "Gives an attachment its table: packets that come from it are routed by that table. An attachment has one.",
    category: Category::Network,
    icon: include_str!("../icons/transit-gateway-route-table-association.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[
            End::new(
                "TransitGatewayAttachmentId",
                "AWS::EC2::TransitGatewayVpcAttachment",
            ),
            End::new(
                "TransitGatewayAttachmentId",
                "AWS::EC2::TransitGatewayAttachment",
            ),
        ],
        to: &[End::new(
            "TransitGatewayRouteTableId",
            "AWS::EC2::TransitGatewayRouteTable",
        )],
        verb: "uses",
        caption: None,
        overlay: false,
    }),
    fields: &[
        TRANSIT_GATEWAY_ATTACHMENT_ID,
        TRANSIT_GATEWAY_ROUTE_TABLE_ID,
    ],
    ..Entry::BOX
};
