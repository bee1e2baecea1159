//! `AWS::EC2::TransitGatewayRouteTablePropagation`.

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Shape};

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
        Field::new(
            "TransitGatewayAttachmentId",
            "Attachment",
            Format::Reference("AWS::EC2::TransitGatewayVpcAttachment", None),
            "The attachment of a VPC, a VPN connection or Direct Connect.",
        )
        .required(),
        Field::new(
            "TransitGatewayRouteTableId",
            "Route table",
            Format::Reference("AWS::EC2::TransitGatewayRouteTable", None),
            "The table of the transit gateway.",
        )
        .required(),
    ],
    ..Entry::BOX
};
