//! `AWS::DirectConnect::DirectConnectGatewayAssociation`.

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::DirectConnect::DirectConnectGatewayAssociation",
    word: "dxassociation",
    label: "Direct Connect gateway association",
    stem: "DirectConnectGatewayAssociation",
    summary: "Lets a Direct Connect gateway lead to a virtual private gateway or a transit gateway.",
    category: Category::Network,
    icon: include_str!("../icons/direct-connect-gateway-association.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[End::new(
            "DirectConnectGatewayId",
            "AWS::DirectConnect::DirectConnectGateway",
        )
        .by("DirectConnectGatewayId")],
        to: &[
            End::new("AssociatedGatewayId", "AWS::EC2::VPNGateway"),
            End::new("AssociatedGatewayId", "AWS::EC2::TransitGateway")
                .with(&[("AllowedPrefixesToDirectConnectGateway.0", "10.0.0.0/8")]),
        ],
        verb: "leads to",
        caption: None,
        overlay: false,
    }),
    fields: &[
        Field::new(
            "DirectConnectGatewayId",
            "Direct Connect gateway",
            Format::Reference(
                "AWS::DirectConnect::DirectConnectGateway",
                Some("DirectConnectGatewayId"),
            ),
            "The gateway that the virtual interfaces end at.",
        )
        .required(),
        Field::new(
            "AssociatedGatewayId",
            "Other gateway",
            Format::Reference("AWS::EC2::TransitGateway", None),
            "The virtual private gateway or transit gateway that it leads to.",
        )
        .required(),
        Field::new(
            "AllowedPrefixesToDirectConnectGateway",
            "Announced blocks",
            Format::Json,
            "The blocks that are announced to your side; needed with a transit gateway.",
        ),
    ],
    attributes: &["AssociationId"],
    ..Entry::BOX
};
