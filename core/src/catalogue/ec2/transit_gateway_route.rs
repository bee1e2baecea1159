//! `AWS::EC2::TransitGatewayRoute`.

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Owner, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::EC2::TransitGatewayRoute",
    word: "tgwroute",
    label: "Transit gateway route",
    stem: "TransitGatewayRoute",
    summary: "A fixed route of a transit gateway: it sends a range of addresses to an attachment, or drops it.",
    category: Category::Network,
    icon: include_str!("../icons/transit-gateway-route.svg"),
    shape: Shape::Row(&[Owner::Named {
        property: "TransitGatewayRouteTableId",
        kind: "AWS::EC2::TransitGatewayRouteTable",
    }]),
    ends: Some(Ends {
        from: &[End::new(
            "TransitGatewayRouteTableId",
            "AWS::EC2::TransitGatewayRouteTable",
        )],
        to: &[
            End::new(
                "TransitGatewayAttachmentId",
                "AWS::EC2::TransitGatewayVpcAttachment",
            ),
            End::new(
                "TransitGatewayAttachmentId",
                "AWS::EC2::TransitGatewayAttachment",
            ),
        ],
        verb: "routes to",
        caption: Some("DestinationCidrBlock"),
        overlay: true,
    }),
    fields: &[
        Field::new(
            "DestinationCidrBlock",
            "Destination",
            Format::Ipv4Cidr,
            "The addresses that it is for; 0.0.0.0/0 is every address.",
        )
        .required(),
        Field::new(
            "TransitGatewayAttachmentId",
            "Attachment",
            Format::Reference("AWS::EC2::TransitGatewayVpcAttachment", None),
            "Where it sends packets; this or a black hole.",
        ),
        Field::new(
            "Blackhole",
            "Black hole",
            Format::Boolean,
            "Whether packets are dropped.",
        ),
        Field::new(
            "TransitGatewayRouteTableId",
            "Route table",
            Format::Reference("AWS::EC2::TransitGatewayRouteTable", None),
            "The table that it is a row of.",
        )
        .required(),
    ],
    defaults: r#"{"DestinationCidrBlock":"0.0.0.0/0"}"#,
    role: Role::TransitGatewayRoute,
    ..Entry::BOX
};
