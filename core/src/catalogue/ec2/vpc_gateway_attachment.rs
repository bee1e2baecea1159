//! `AWS::EC2::VPCGatewayAttachment`.

use super::view;
use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Role, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: VpcGatewayAttachment::KIND,
    word: "attachment",
    label: "Gateway attachment",
    stem: "GatewayAttachment",
    summary: "Attaches an Internet gateway or a virtual private gateway to a VPC. A VPC takes one of each.",
    category: Category::Network,
    icon: include_str!("../icons/vpc-gateway-attachment.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[
            End::new("InternetGatewayId", "AWS::EC2::InternetGateway"),
            End::new("VpnGatewayId", "AWS::EC2::VPNGateway"),
        ],
        to: &[End::new("VpcId", "AWS::EC2::VPC")],
        verb: "attaches to",
        caption: None,
        overlay: false,
    }),
    fields: &[
        Field::new(
            "InternetGatewayId",
            "Internet gateway",
            Format::Reference("AWS::EC2::InternetGateway", None),
            "The gateway to attach; this or a virtual private gateway.",
        ),
        Field::new(
            "VpnGatewayId",
            "Virtual private gateway",
            Format::Reference("AWS::EC2::VPNGateway", None),
            "The gateway of a VPN to attach; this or an Internet gateway.",
        ),
        Field::new(
            "VpcId",
            "VPC",
            Format::Reference("AWS::EC2::VPC", None),
            "The network that the gateway is attached to.",
        )
        .required(),
    ],
    attributes: &["AttachmentType"],
    role: Role::GatewayAttachment,
    ..Entry::BOX
};

view! {
    /// An attachment of a gateway to a VPC.
    VpcGatewayAttachment of "AWS::EC2::VPCGatewayAttachment" {
        /// The VPC.
        vpc = "VpcId",
        /// The Internet gateway, if it attaches one.
        internet_gateway = "InternetGatewayId",
        /// The virtual private gateway, if it attaches one.
        vpn_gateway = "VpnGatewayId",
    }
}
