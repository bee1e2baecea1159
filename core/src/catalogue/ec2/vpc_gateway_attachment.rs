//! `AWS::EC2::VPCGatewayAttachment`.

use super::view;
use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: VpcGatewayAttachment::KIND,
    word: "attachment",
    label: "Gateway attachment",
    stem: "GatewayAttachment",
    summary: "Attaches an Internet gateway or a virtual private gateway to a VPC. A VPC takes one of each.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcgatewayattachment.html",
    category: Category::Network,
    icon: include_str!("../icons/vpc-gateway-attachment.svg"),
    shape: Shape::Arrow,
    homes: &[],
    ends: Some(Ends {
        from: &[
            End {
                property: "InternetGatewayId",
                kind: "AWS::EC2::InternetGateway",
                attribute: None,
            },
            End {
                property: "VpnGatewayId",
                kind: "AWS::EC2::VPNGateway",
                attribute: None,
            },
        ],
        to: &[End {
            property: "VpcId",
            kind: "AWS::EC2::VPC",
            attribute: None,
        }],
        verb: "attaches to",
        caption: None,
        overlay: false,
    }),
    links: &[],
    fields: &[
        Field {
            property: "InternetGatewayId",
            label: "Internet gateway",
            format: Format::Reference("AWS::EC2::InternetGateway", None),
            required: false,
            help: "The gateway to attach; this or a virtual private gateway.",
        },
        Field {
            property: "VpnGatewayId",
            label: "Virtual private gateway",
            format: Format::Reference("AWS::EC2::VPNGateway", None),
            required: false,
            help: "The gateway of a VPN to attach; this or an Internet gateway.",
        },
        Field {
            property: "VpcId",
            label: "VPC",
            format: Format::Reference("AWS::EC2::VPC", None),
            required: true,
            help: "The network that the gateway is attached to.",
        },
    ],
    defaults: Map::new,
    resource_attributes: Map::new,
    attributes: &["AttachmentType"],
    role: Role::GatewayAttachment,
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
