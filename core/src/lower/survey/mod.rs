//! What a template says of networks, evaluated once and typed: what rules and
//! lowering read. It records; it does not judge.

mod attaching;
mod balancers;
mod endpoints;
mod entrances;
mod fact;
mod filters;
mod fleets;
mod grounds;
mod hosts;
mod interfaces;
mod joining;
mod reading;
mod registering;
mod services;
mod sites;
mod transit;
mod ways;

pub use balancers::{
    AddressType, BalancerKind, ClassicBalancer, ClassicListener, Listener, LoadBalancer,
    NodeAddress, TargetGroup,
};
pub use endpoints::{Endpoint, EndpointKind, EndpointService, Listed, PrefixList, Service};
pub use entrances::{
    Api, ApiIntegration, BlockMode, Distribution, DistributionOrigin, PublicAccessBlock,
    PublicAccessExclusion, VpcLink, VpcOrigin,
};
pub use fact::Fact;
pub use filters::{AclEntry, NetworkAcl, Peer, Permission, Ports, SecurityGroup};
pub use fleets::AutoScalingGroup;
pub use grounds::Grounds;
pub use hosts::{Database, DatabaseCluster, Instance, SubnetGroup, Used};
pub use interfaces::{ElasticIp, Interface, InterfaceAttachment, NetworkInterface};
pub use services::{Host, HostKind, Member, Offered, Registered, Standing};
pub use sites::{CustomerGateway, DirectConnectAssociation, Propagation, SiteBlock, VpnConnection};
pub use transit::{
    Peering, TransitAttachment, TransitAttachmentKind, TransitGateway, TransitJoin, TransitRoute,
    TransitTable,
};
pub use ways::{
    Association, Availability, Block, Connectivity, EdgeAssociation, EgressOnlyGateway, Gateway,
    GatewayKind, NatGateway, Route, RouteTable, RouteTarget, Subnet, Tier, Vpc,
};

use indexmap::IndexMap;

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
    /// Associations of gateways with route tables.
    pub edge_associations: Vec<EdgeAssociation>,
    /// Egress-only Internet gateways.
    pub egress_only_gateways: IndexMap<LogicalId, EgressOnlyGateway>,
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
    /// Network interfaces that are resources of their own.
    pub interfaces: IndexMap<LogicalId, NetworkInterface>,
    /// Attachments of network interfaces.
    pub interface_attachments: Vec<InterfaceAttachment>,
    /// Auto Scaling groups.
    pub fleets: IndexMap<LogicalId, AutoScalingGroup>,
    /// Other things with interfaces in subnets.
    pub hosts: IndexMap<LogicalId, Host>,
    /// Load balancers.
    pub load_balancers: IndexMap<LogicalId, LoadBalancer>,
    /// Classic Load Balancers.
    pub classic_balancers: IndexMap<LogicalId, ClassicBalancer>,
    /// Target groups.
    pub target_groups: IndexMap<LogicalId, TargetGroup>,
    /// Listeners.
    pub listeners: IndexMap<LogicalId, Listener>,
    /// Subnet groups of databases.
    pub subnet_groups: IndexMap<LogicalId, SubnetGroup>,
    /// Databases.
    pub databases: IndexMap<LogicalId, Database>,
    /// Clusters of databases.
    pub clusters: IndexMap<LogicalId, DatabaseCluster>,
    /// Peering connections.
    pub peerings: IndexMap<LogicalId, Peering>,
    /// Transit gateways.
    pub transit_gateways: IndexMap<LogicalId, TransitGateway>,
    /// What is attached to transit gateways, VPN connections included.
    pub transit_attachments: IndexMap<LogicalId, TransitAttachment>,
    /// Route tables of transit gateways.
    pub transit_tables: IndexMap<LogicalId, TransitTable>,
    /// Static routes of transit gateways.
    pub transit_routes: IndexMap<LogicalId, TransitRoute>,
    /// Which attachment is associated with which table.
    pub transit_associations: Vec<TransitJoin>,
    /// Which attachment propagates to which table.
    pub transit_propagations: Vec<TransitJoin>,
    /// VPN connections.
    pub vpn_connections: IndexMap<LogicalId, VpnConnection>,
    /// Devices at sites.
    pub customer_gateways: IndexMap<LogicalId, CustomerGateway>,
    /// Gateways joined to Direct Connect gateways.
    pub direct_connects: Vec<DirectConnectAssociation>,
    /// VPC endpoints.
    pub endpoints: IndexMap<LogicalId, Endpoint>,
    /// Services of this template that endpoints lead to.
    pub endpoint_services: IndexMap<LogicalId, EndpointService>,
    /// Prefix lists.
    pub prefix_lists: IndexMap<LogicalId, PrefixList>,
    /// Distributions.
    pub distributions: IndexMap<LogicalId, Distribution>,
    /// Ways of distributions into VPCs.
    pub vpc_origins: IndexMap<LogicalId, VpcOrigin>,
    /// APIs.
    pub apis: IndexMap<LogicalId, Api>,
    /// Ways of APIs into VPCs. Those with subnets stand in `hosts` too.
    pub vpc_links: IndexMap<LogicalId, VpcLink>,
    /// Blocks of public access.
    pub public_access_blocks: Vec<PublicAccessBlock>,
    /// What blocks of public access do not count for.
    pub public_access_exclusions: Vec<PublicAccessExclusion>,
    /// Resources that may not be made, with why it cannot be told.
    pub open_conditions: IndexMap<LogicalId, Unknown>,
    /// Rules of their own for the default security group of a VPC: those in,
    /// then those out.
    pub default_groups: IndexMap<LogicalId, [Vec<Permission>; 2]>,
    /// Entries of their own for the default network ACL of a VPC.
    pub default_acls: IndexMap<LogicalId, Vec<AclEntry>>,
    /// What the facts rest on beside the template.
    pub grounds: Grounds,
}

impl Survey {
    /// Reads a document.
    pub fn of(document: &Document) -> Self {
        let setting = document.setting();
        let reader = Reader::new(Evaluator::new(&document.template, &setting));
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
            edge_associations: reader.edge_associations(),
            egress_only_gateways: reader.egress_only_gateways(),
            nat_gateways: reader.nat_gateways(),
            security_groups: reader.security_groups(),
            network_acls: reader.network_acls(),
            instances: reader.instances(),
            interfaces: reader.interfaces(),
            interface_attachments: reader.interface_attachments(),
            fleets: reader.fleets(),
            hosts: reader.hosts(),
            classic_balancers: reader.classic_balancers(),
            clusters: reader.clusters(),
            peerings: reader.peerings(),
            transit_gateways: reader.transit_gateways(),
            transit_attachments: reader.transit_attachments(),
            transit_tables: reader.transit_tables(),
            transit_routes: reader.transit_routes(),
            transit_associations: reader
                .transit_joins("AWS::EC2::TransitGatewayRouteTableAssociation"),
            transit_propagations: reader
                .transit_joins("AWS::EC2::TransitGatewayRouteTablePropagation"),
            endpoints: reader.endpoints(),
            endpoint_services: reader.endpoint_services(),
            distributions: reader.distributions(),
            vpc_origins: reader.vpc_origins(),
            apis: reader.apis(),
            vpc_links: reader.vpc_links(),
            public_access_blocks: reader.public_access_blocks(),
            public_access_exclusions: reader.public_access_exclusions(),
            load_balancers: reader.load_balancers(&listeners),
            target_groups: reader.target_groups(),
            subnet_groups: reader.subnet_groups(),
            databases: reader.databases(),
            open_conditions: reader.open_conditions(),
            default_groups: reader.default_groups(),
            default_acls: reader.default_acls(),
            vpn_connections: reader.vpn_connections(),
            customer_gateways: reader.customer_gateways(),
            direct_connects: reader.direct_connects(),
            prefix_lists: reader.prefix_lists(),
            elastic_ips: reader.elastic_ips(),
            listeners,
            grounds: Grounds::default(),
        };
        survey.grounds = reader.notebook.close(&reader.evaluator);
        survey.attach();
        survey.register();
        survey.join();
        survey
    }
}
