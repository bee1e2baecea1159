//! Sites outside of AWS: VPN connections, what is behind them, and Direct
//! Connect. What a site announces over BGP is not known before deployment.

use ipnet::IpNet;

use super::Fact;
use crate::cidr::Parsed;
use crate::template::{LogicalId, PropertyPath};

/// Routes that a virtual private gateway writes into a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Propagation {
    /// The propagation's name.
    pub id: LogicalId,
    /// The property that names the table.
    pub path: PropertyPath,
    /// The table.
    pub table: Fact<LogicalId>,
    /// The gateway.
    pub gateway: Fact<LogicalId>,
}

/// A block of a site, as a static route of a VPN connection says it.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteBlock {
    /// The route's name.
    pub id: LogicalId,
    /// The VPN connection.
    pub connection: Fact<LogicalId>,
    /// The virtual private gateway of its connection.
    pub gateway: Fact<LogicalId>,
    /// The block.
    pub block: Fact<Parsed>,
}

/// A VPN connection.
///
/// <https://docs.aws.amazon.com/vpn/latest/s2svpn/VPC_VPN.html>
#[derive(Clone, Debug, PartialEq)]
pub struct VpnConnection {
    /// Its name.
    pub id: LogicalId,
    /// The virtual private gateway that it ends at.
    pub gateway: Fact<LogicalId>,
    /// The transit gateway that it ends at.
    pub transit_gateway: Fact<LogicalId>,
    /// The device at the site.
    pub customer_gateway: Fact<LogicalId>,
    /// Whether routes are written, not learned; false unless said otherwise.
    pub is_static: Fact<bool>,
    /// The site's blocks that it is held to, IPv4 then IPv6, where they are
    /// written.
    pub site_blocks: Vec<Fact<IpNet>>,
}

/// A device at a site.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomerGateway {
    /// Its name.
    pub id: LogicalId,
    /// Its public address.
    pub address: Fact<std::net::Ipv4Addr>,
}

/// A gateway joined to a Direct Connect gateway.
///
/// <https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-gateways-intro.html>
#[derive(Clone, Debug, PartialEq)]
pub struct DirectConnectAssociation {
    /// Its name.
    pub id: LogicalId,
    /// The Direct Connect gateway.
    pub direct_connect: Fact<LogicalId>,
    /// The virtual private gateway or transit gateway.
    pub gateway: Fact<LogicalId>,
    /// The blocks that are announced to the site.
    pub allowed: Vec<Fact<IpNet>>,
}
