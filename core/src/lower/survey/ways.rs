//! Networks, and the ways through them.

use std::net::Ipv4Addr;

use ipnet::IpNet;

use super::{Fact, Listed, Used};
use crate::cidr::Parsed;
use crate::template::{LogicalId, PropertyPath};

/// A VPC.
#[derive(Clone, Debug, PartialEq)]
pub struct Vpc {
    /// Its name.
    pub id: LogicalId,
    /// Its primary block.
    pub cidr: Fact<Parsed>,
    /// All its known blocks, the primary first, IPv6 last.
    pub blocks: Vec<Block>,
    /// Further blocks whose addresses are not known, by what gives them.
    pub open_blocks: Vec<(LogicalId, Fact<Parsed>)>,
    /// Whether AWS's resolver answers.
    pub dns_support: bool,
    /// Whether instances get host names.
    pub dns_hostnames: bool,
}

/// A block of addresses, and where it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The resource that says so: the VPC, or a `VPCCidrBlock`.
    pub resource: LogicalId,
    /// The property.
    pub path: PropertyPath,
    /// The block.
    pub net: IpNet,
}

/// A subnet.
#[derive(Clone, Debug, PartialEq)]
pub struct Subnet {
    /// Its name.
    pub id: LogicalId,
    /// Its VPC.
    pub vpc: Fact<LogicalId>,
    /// Its IPv4 block.
    pub cidr: Fact<Parsed>,
    /// Its IPv6 block, its own or that of a `SubnetCidrBlock`.
    pub ipv6_cidr: Fact<Parsed>,
    /// The `SubnetCidrBlock` that says the IPv6 block, if one does.
    pub ipv6_resource: Option<LogicalId>,
    /// Whether instances launched here get an IPv6 address.
    pub assigns_ipv6: Fact<bool>,
    /// Whether it has IPv6 only.
    pub is_ipv6_only: Fact<bool>,
    /// Whether the resolver makes IPv6 addresses of IPv4 ones: DNS64.
    pub dns64: Fact<bool>,
    /// Its zone by name.
    pub zone: Fact<String>,
    /// Whether instances launched here get a public address.
    pub maps_public_ip: Fact<bool>,
    /// The route table that it is associated with; of several, the last, as
    /// `CloudFormation` would leave it. `None`: the VPC's main route table.
    pub table: Option<LogicalId>,
    /// The network ACL that it is associated with. `None`: the default one.
    pub acl: Option<LogicalId>,
    /// How its default route leaves.
    pub tier: Tier,
}

/// How a subnet's default route leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// To an Internet gateway.
    Public,
    /// To a NAT gateway, a virtual private gateway, or an instance.
    Private,
    /// Nowhere: the local network only.
    Isolated,
}

/// Gives a subnet a route table or a network ACL.
#[derive(Clone, Debug, PartialEq)]
pub struct Association {
    /// The association's name.
    pub id: LogicalId,
    /// The subnet.
    pub subnet: Fact<LogicalId>,
    /// The route table or network ACL.
    pub to: Fact<LogicalId>,
}

/// A route table.
#[derive(Clone, Debug, PartialEq)]
pub struct RouteTable {
    /// Its name.
    pub id: LogicalId,
    /// Its VPC.
    pub vpc: Fact<LogicalId>,
    /// Its routes in the order of the file.
    pub routes: Vec<LogicalId>,
    /// The associated subnets in the order of the file.
    pub subnets: Vec<LogicalId>,
    /// The associated gateways in the order of the file: it is an edge table.
    pub gateways: Vec<LogicalId>,
}

/// A route.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// Its name.
    pub id: LogicalId,
    /// Its table.
    pub table: Fact<LogicalId>,
    /// The property that names the destination, if any does.
    pub destination_path: Option<PropertyPath>,
    /// The destination block; `Absent` for a prefix list too.
    pub destination: Fact<Parsed>,
    /// The destination as a prefix list.
    pub destination_list: Fact<Listed>,
    /// Every target that is written: none or several are mistakes.
    pub targets: Vec<RouteTarget>,
}

/// A target of a route.
#[derive(Clone, Debug, PartialEq)]
pub struct RouteTarget {
    /// The property, such as `NatGatewayId`.
    pub path: PropertyPath,
    /// The resource.
    pub target: Fact<LogicalId>,
}

/// A gateway that an attachment joins to a VPC.
#[derive(Clone, Debug, PartialEq)]
pub struct Gateway {
    /// Its name.
    pub id: LogicalId,
    /// What it leads to.
    pub kind: GatewayKind,
    /// The attachments and the VPCs that they name.
    pub attachments: Vec<(LogicalId, Fact<LogicalId>)>,
    /// The route table of what comes in by it; of several, the last.
    pub table: Option<LogicalId>,
}

/// Gives a gateway a route table for what comes in by it.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html>
#[derive(Clone, Debug, PartialEq)]
pub struct EdgeAssociation {
    /// The association's name.
    pub id: LogicalId,
    /// The Internet gateway or virtual private gateway.
    pub gateway: Fact<LogicalId>,
    /// The route table.
    pub table: Fact<LogicalId>,
}

/// A gateway to the Internet for IPv6, and for what begins inside only.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html>
#[derive(Clone, Debug, PartialEq)]
pub struct EgressOnlyGateway {
    /// Its name.
    pub id: LogicalId,
    /// Its VPC.
    pub vpc: Fact<LogicalId>,
}

/// What a gateway leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GatewayKind {
    /// The Internet.
    Internet,
    /// A site, over VPN or Direct Connect.
    Vpn,
}

/// A NAT gateway.
#[derive(Clone, Debug, PartialEq)]
pub struct NatGateway {
    /// Its name.
    pub id: LogicalId,
    /// Its subnet.
    pub subnet: Fact<LogicalId>,
    /// Its Elastic IP address.
    pub allocation: Fact<LogicalId>,
    /// Whether it leads to the Internet.
    pub connectivity: Connectivity,
    /// Its address in the subnet, where it is written.
    pub private_ip: Fact<Ipv4Addr>,
    /// Further Elastic IP addresses.
    pub further_allocations: Vec<Used>,
    /// Whether it stands in one zone or in all of its VPC.
    pub availability: Fact<Availability>,
    /// The VPC that a regional one names; `Absent` for one in a subnet.
    pub vpc: Fact<LogicalId>,
    /// The zones that a regional one is written for: the zone, and its Elastic
    /// IP addresses. None: those that AWS chooses.
    pub zones: Vec<(Fact<String>, Vec<Used>)>,
}

/// Where a NAT gateway stands.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html>
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Availability {
    /// In one zone: in its subnet.
    Zonal,
    /// In the zones of its VPC, without a subnet.
    Regional,
}

/// Whether a NAT gateway leads to the Internet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Connectivity {
    /// It does, by an Elastic IP address.
    Public,
    /// It leads to other networks only.
    Private,
}
