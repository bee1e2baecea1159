//! What a template says of networks, evaluated once and typed: what rules and
//! lowering read. It records; it does not judge.

mod fact;
mod filters;
mod hosts;
mod ways;

pub use fact::Fact;
pub use filters::{AclEntry, NetworkAcl, Peer, Permission, Ports, SecurityGroup};
pub use hosts::{
    BalancerKind, Database, Instance, Listener, LoadBalancer, SubnetGroup, TargetGroup, Used,
};
pub use ways::{
    Association, Block, Connectivity, ElasticIp, Gateway, GatewayKind, NatGateway, Route,
    RouteTable, RouteTarget, Subnet, Tier, Vpc,
};

use indexmap::IndexMap;

use crate::document::Document;
use crate::template::LogicalId;

/// Everything that the template says of networks, in the order of the file.
/// Resources whose condition is known to be false are left out.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// VPCs.
    pub vpcs: IndexMap<LogicalId, Vpc>,
    /// Subnets.
    pub subnets: IndexMap<LogicalId, Subnet>,
    /// Route tables.
    pub tables: IndexMap<LogicalId, RouteTable>,
    /// Routes.
    pub routes: IndexMap<LogicalId, Route>,
    /// Associations of subnets with route tables.
    pub table_associations: Vec<Association>,
    /// Associations of subnets with network ACLs.
    pub acl_associations: Vec<Association>,
    /// Internet gateways and virtual private gateways.
    pub gateways: IndexMap<LogicalId, Gateway>,
    /// NAT gateways.
    pub nat_gateways: IndexMap<LogicalId, NatGateway>,
    /// Elastic IP addresses.
    pub elastic_ips: IndexMap<LogicalId, ElasticIp>,
    /// Security groups, the rules of standalone resources included.
    pub security_groups: IndexMap<LogicalId, SecurityGroup>,
    /// Network ACLs with their entries.
    pub network_acls: IndexMap<LogicalId, NetworkAcl>,
    /// Instances.
    pub instances: IndexMap<LogicalId, Instance>,
    /// Load balancers.
    pub load_balancers: IndexMap<LogicalId, LoadBalancer>,
    /// Target groups.
    pub target_groups: IndexMap<LogicalId, TargetGroup>,
    /// Listeners.
    pub listeners: IndexMap<LogicalId, Listener>,
    /// Subnet groups of databases.
    pub subnet_groups: IndexMap<LogicalId, SubnetGroup>,
    /// Databases.
    pub databases: IndexMap<LogicalId, Database>,
}

impl Survey {
    /// Reads a document.
    pub fn of(_document: &Document) -> Self {
        Self::default()
    }
}
