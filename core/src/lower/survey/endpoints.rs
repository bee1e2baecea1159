//! VPC endpoints, the services behind them, and prefix lists: names for blocks
//! of addresses.

use ipnet::IpNet;

use super::{Fact, Used};
use crate::template::{LogicalId, PropertyPath};

/// A VPC endpoint.
///
/// <https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html>
#[derive(Clone, Debug, PartialEq)]
pub struct Endpoint {
    /// Its name.
    pub id: LogicalId,
    /// Its kind; a gateway endpoint unless said otherwise.
    pub kind: Fact<EndpointKind>,
    /// Its VPC.
    pub vpc: Fact<LogicalId>,
    /// What it leads to.
    pub service: Fact<Service>,
    /// The tables that a gateway endpoint writes its route into.
    pub tables: Vec<Used>,
    /// The subnets of the other kinds.
    pub subnets: Vec<Used>,
    /// The security groups of an interface endpoint. None: the VPC's default
    /// group.
    pub groups: Vec<Used>,
    /// Whether the service's own name leads to it; false unless said otherwise.
    pub private_dns: Fact<bool>,
    /// Whether a policy says who may use it for what.
    pub has_policy: bool,
}

/// The kinds of VPC endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EndpointKind {
    /// A route to S3 or `DynamoDB`.
    Gateway,
    /// Interfaces in subnets.
    Interface,
    /// A target of routes, before appliances.
    GatewayLoadBalancer,
    /// A resource or a service network of VPC Lattice.
    Lattice,
}

/// What an endpoint or a prefix list of AWS leads to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Service {
    /// S3.
    S3,
    /// `DynamoDB`.
    DynamoDb,
    /// Another service by its name.
    Named(String),
    /// A service of this template.
    Own(LogicalId),
}

/// A service that others reach by an endpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointService {
    /// Its name.
    pub id: LogicalId,
    /// The Network Load Balancers before it.
    pub network_balancers: Vec<Used>,
    /// The Gateway Load Balancers before it.
    pub gateway_balancers: Vec<Used>,
}

/// A prefix list.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html>
#[derive(Clone, Debug, PartialEq)]
pub struct PrefixList {
    /// Its name.
    pub id: LogicalId,
    /// Its entries: the property and the block.
    pub entries: Vec<(PropertyPath, Fact<IpNet>)>,
    /// How many entries it has room for: what it counts as in a rule or table.
    pub max_entries: Fact<i64>,
}

/// What a prefix list that is used comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The list, if it is one of this template.
    pub list: Option<LogicalId>,
    /// The service, if it is one of AWS's lists.
    pub service: Option<Service>,
    /// Its blocks.
    pub blocks: Vec<IpNet>,
}
