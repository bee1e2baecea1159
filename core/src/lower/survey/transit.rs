//! Peering connections and transit gateways: ways between VPCs.

use super::{Fact, Used};
use crate::cidr::Parsed;
use crate::template::LogicalId;

/// A VPC peering connection.
///
/// <https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html>
#[derive(Clone, Debug, PartialEq)]
pub struct Peering {
    /// Its name.
    pub id: LogicalId,
    /// The VPC that asks.
    pub vpc: Fact<LogicalId>,
    /// The VPC that is asked; `Elsewhere` in another account or region.
    pub peer: Fact<LogicalId>,
    /// The account of the VPC that is asked, where it is written.
    pub peer_owner: Fact<String>,
    /// The region of the VPC that is asked, where it is written.
    pub peer_region: Fact<String>,
}

/// A transit gateway.
///
/// <https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html>
#[derive(Clone, Debug, PartialEq)]
pub struct TransitGateway {
    /// Its name.
    pub id: LogicalId,
    /// Whether attachments are associated with its default table; true unless
    /// said otherwise.
    pub default_association: Fact<bool>,
    /// Whether attachments propagate to its default table; true unless said
    /// otherwise.
    pub default_propagation: Fact<bool>,
    /// `SecurityGroupReferencingSupport`; false unless said otherwise.
    pub references_groups: Fact<bool>,
}

/// What is attached to a transit gateway.
#[derive(Clone, Debug, PartialEq)]
pub struct TransitAttachment {
    /// Its name; that of the connection for a VPN.
    pub id: LogicalId,
    /// What is attached.
    pub kind: TransitAttachmentKind,
    /// The transit gateway.
    pub gateway: Fact<LogicalId>,
    /// The VPC, of an attachment of one.
    pub vpc: Fact<LogicalId>,
    /// Its subnets: one in each zone.
    pub subnets: Vec<Used>,
    /// Whether a flow keeps to one zone; false unless said otherwise.
    pub appliance_mode: Fact<bool>,
    /// `SecurityGroupReferencingSupport`; true unless said otherwise.
    pub references_groups: Fact<bool>,
    /// `Ipv6Support`; false unless said otherwise.
    pub carries_ipv6: Fact<bool>,
    /// The other transit gateway, of a peering.
    pub peer: Fact<LogicalId>,
}

/// What is attached to a transit gateway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TransitAttachmentKind {
    /// A VPC.
    Vpc,
    /// A VPN connection.
    Vpn,
    /// Another transit gateway.
    Peering,
    /// A Connect attachment.
    Connect,
}

/// A route table of a transit gateway. Its default one has no resource.
#[derive(Clone, Debug, PartialEq)]
pub struct TransitTable {
    /// Its name.
    pub id: LogicalId,
    /// The transit gateway.
    pub gateway: Fact<LogicalId>,
    /// Its routes in the order of the file.
    pub routes: Vec<LogicalId>,
}

/// Associates an attachment with a table, or lets it propagate to one.
#[derive(Clone, Debug, PartialEq)]
pub struct TransitJoin {
    /// Its name.
    pub id: LogicalId,
    /// The attachment.
    pub attachment: Fact<LogicalId>,
    /// The table. A transit gateway means its default table.
    pub table: Fact<LogicalId>,
}

/// A static route of a transit gateway.
#[derive(Clone, Debug, PartialEq)]
pub struct TransitRoute {
    /// Its name.
    pub id: LogicalId,
    /// Its table. A transit gateway means its default table.
    pub table: Fact<LogicalId>,
    /// The destination.
    pub destination: Fact<Parsed>,
    /// The attachment that it leads to.
    pub attachment: Fact<LogicalId>,
    /// Whether it drops; false unless said otherwise.
    pub is_blackhole: Fact<bool>,
}
