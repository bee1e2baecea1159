//! What a template says of networks, evaluated once and typed: what rules and
//! lowering read. It records; it does not judge.

mod fact;
mod filters;
mod grounds;
mod hosts;
mod joining;
mod reading;
mod ways;

pub use fact::Fact;
pub use filters::{AclEntry, NetworkAcl, Peer, Permission, Ports, SecurityGroup};
pub use grounds::Grounds;
pub use hosts::{
    BalancerKind, Database, Instance, Listener, LoadBalancer, SubnetGroup, TargetGroup, Used,
};
pub use ways::{
    Association, Block, Connectivity, ElasticIp, Gateway, GatewayKind, NatGateway, Propagation,
    Route, RouteTable, RouteTarget, SiteBlock, Subnet, Tier, Vpc,
};

use indexmap::IndexMap;

use self::grounds::Notebook;
use self::reading::Reader;
use crate::catalogue::ec2;
use crate::document::Document;
use crate::template::{Evaluator, LogicalId, Unknown};

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
    /// Tables that virtual private gateways write routes into.
    pub propagations: Vec<Propagation>,
    /// Blocks of sites behind virtual private gateways.
    pub site_blocks: Vec<SiteBlock>,
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
    /// Resources that may not be made, with why it cannot be told.
    pub open_conditions: IndexMap<LogicalId, Unknown>,
    /// Rules of their own for the default security group of a VPC: those in,
    /// then those out.
    pub default_groups: IndexMap<LogicalId, [Vec<Permission>; 2]>,
    /// What the facts rest on beside the template.
    pub grounds: Grounds,
}

impl Survey {
    /// Reads a document.
    pub fn of(document: &Document) -> Self {
        let setting = document.setting();
        let reader = Reader {
            evaluator: Evaluator::new(&document.template, &setting),
            notebook: Notebook::default(),
        };
        let elastic_ips = reader.elastic_ips();
        let listeners = reader.listeners();
        let mut survey = Self {
            vpcs: reader.vpcs(),
            subnets: reader.subnets(),
            tables: reader.tables(),
            routes: reader.routes(),
            table_associations: reader
                .associations(ec2::SubnetRouteTableAssociation::KIND, "RouteTableId"),
            acl_associations: reader
                .associations(ec2::SubnetNetworkAclAssociation::KIND, "NetworkAclId"),
            gateways: reader.gateways(),
            propagations: reader.propagations(),
            site_blocks: reader.site_blocks(),
            nat_gateways: reader.nat_gateways(),
            security_groups: reader.security_groups(),
            network_acls: reader.network_acls(),
            instances: reader.instances(&elastic_ips),
            load_balancers: reader.load_balancers(&listeners),
            target_groups: reader.target_groups(),
            subnet_groups: reader.subnet_groups(),
            databases: reader.databases(),
            open_conditions: reader.open_conditions(),
            default_groups: reader.default_groups(),
            elastic_ips,
            listeners,
            grounds: Grounds::default(),
        };
        survey.grounds = reader.notebook.close(&reader.evaluator);
        survey.join();
        survey
    }
}
