//! `AWS::EC2::TransitGatewayRouteTablePropagation`.

use super::{TRANSIT_GATEWAY_ATTACHMENT_ID, TRANSIT_GATEWAY_ROUTE_TABLE_ID};
use crate::catalogue::{Category, End, Ends, Entry, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::TransitGatewayRouteTablePropagation",
    word: "tgwpropagation",
    label: "Transit gateway propagation",
    stem: "TransitGatewayPropagation",
    summary: "Writes the blocks behind an attachment into a table of the transit gateway, so that others find their way to it.",
    category: Category::Network,
    icon: include_str!("../icons/transit-gateway-route-table-propagation.svg"),
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
        verb: "announces routes to",
        caption: None,
        overlay: false,
    }),
    fields: &[
        TRANSIT_GATEWAY_ATTACHMENT_ID,
        TRANSIT_GATEWAY_ROUTE_TABLE_ID,
    ],
    ..Entry::BOX
};
