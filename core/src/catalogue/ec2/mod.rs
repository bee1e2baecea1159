//! Amazon EC2 and VPC: networks, filters and instances.

use crate::catalogue::{Field, Format, Link};

use super::{field, view};

pub mod customer_gateway;
pub mod egress_only_internet_gateway;
pub mod elastic_ip;
pub mod elastic_ip_association;
pub mod flow_log;
pub mod gateway_route_table_association;
pub mod instance;
pub mod internet_gateway;
pub mod key_pair;
pub mod launch_template;
pub mod nat_gateway;
pub mod network_acl;
pub mod network_acl_entry;
pub mod network_interface;
pub mod network_interface_attachment;
pub mod prefix_list;
pub mod route;
pub mod route_table;
pub mod security_group;
pub mod security_group_egress;
pub mod security_group_ingress;
pub mod subnet;
pub mod subnet_network_acl_association;
pub mod subnet_route_table_association;
pub mod transit_gateway;
pub mod transit_gateway_attachment;
pub mod transit_gateway_route;
pub mod transit_gateway_route_table;
pub mod transit_gateway_route_table_association;
pub mod transit_gateway_route_table_propagation;
pub mod transit_gateway_vpc_attachment;
pub mod volume;
pub mod volume_attachment;
pub mod vpc;
pub mod vpc_cidr_block;
pub mod vpc_endpoint;
pub mod vpc_endpoint_service;
pub mod vpc_gateway_attachment;
pub mod vpc_peering_connection;
pub mod vpn_connection;
pub mod vpn_connection_route;
pub mod vpn_gateway;
pub mod vpn_gateway_route_propagation;

pub use elastic_ip::ElasticIp;
pub use instance::Instance;
pub use internet_gateway::InternetGateway;
pub use nat_gateway::NatGateway;
pub use network_acl::NetworkAcl;
pub use network_acl_entry::NetworkAclEntry;
pub use route::Route;
pub use route_table::RouteTable;
pub use security_group::SecurityGroup;
pub use security_group_egress::SecurityGroupEgress;
pub use security_group_ingress::SecurityGroupIngress;
pub use subnet::Subnet;
pub use subnet_network_acl_association::SubnetNetworkAclAssociation;
pub use subnet_route_table_association::SubnetRouteTableAssociation;
pub use vpc::Vpc;
pub use vpc_cidr_block::VpcCidrBlock;
pub use vpc_gateway_attachment::VpcGatewayAttachment;

// What several kinds of the service have.

const AMAZON_SIDE_ASN: Field = Field::new(
    "AmazonSideAsn",
    "ASN",
    Format::Integer(64512, 4_294_967_294),
    "The number of AWS's side for BGP, a private one; 64512 if this is empty.",
);

const FROM_PORT: Field = Field::new(
    "FromPort",
    "From port",
    Format::Port,
    "The first port; for ICMP the type, -1 for all.",
);

const IP_PROTOCOL: Field = Field::new(
    "IpProtocol",
    "Protocol",
    Format::Protocol,
    "tcp, udp, icmp, icmpv6 or a number; -1 is every protocol and every port.",
)
.required();

const OPTIONS: Field = Field::new(
    "Options",
    "Options",
    Format::Json,
    "DnsSupport, Ipv6Support and ApplianceModeSupport, each enable or disable.",
);

const PRIVATE_IP_ADDRESS: Field = Field::new(
    "PrivateIpAddress",
    "Private address",
    Format::Ipv4Address,
    "Its address in the subnet. AWS picks a free one if this is empty.",
);

const SECURITY_GROUP_IDS_LINK: Link = Link::new(
    "SecurityGroupIds.*",
    "AWS::EC2::SecurityGroup",
    "is filtered by",
)
.by("GroupId")
.overlay();

const SOURCE_DEST_CHECK: Field = Field::new(
    "SourceDestCheck",
    "Source and destination check",
    Format::Boolean,
    "Whether it drops packets that are neither from it nor for it. Turn it off to forward.",
);

const SUBNET_IDS: Field = Field::new(
    "SubnetIds",
    "Subnets",
    Format::References("AWS::EC2::Subnet", None),
    "One in each zone whose subnets are to reach the gateway.",
)
.required();

const TO_PORT: Field = Field::new(
    "ToPort",
    "To port",
    Format::Port,
    "The last port; for ICMP the code, -1 for all.",
);

const TRANSIT_GATEWAY_ATTACHMENT_ID: Field = Field::new(
    "TransitGatewayAttachmentId",
    "Attachment",
    Format::Reference("AWS::EC2::TransitGatewayVpcAttachment", None),
    "The attachment of a VPC, a VPN connection or Direct Connect.",
)
.required();

const TRANSIT_GATEWAY_ID: Field = Field::new(
    "TransitGatewayId",
    "Transit gateway",
    Format::Reference("AWS::EC2::TransitGateway", None),
    "The router that the VPC is attached to.",
)
.required();

const TRANSIT_GATEWAY_ROUTE_TABLE_ID: Field = Field::new(
    "TransitGatewayRouteTableId",
    "Route table",
    Format::Reference("AWS::EC2::TransitGatewayRouteTable", None),
    "The table of the transit gateway.",
)
.required();

const TYPE: Field = Field::new(
    "Type",
    "Type",
    Format::Choice(&["ipsec.1"]),
    "The kind of VPN: there is one.",
)
.required();
