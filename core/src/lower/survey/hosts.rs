//! What has addresses: instances, load balancers and databases.

use super::Fact;
use crate::template::{LogicalId, PropertyPath};

/// A resource that another one uses, and where that is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Used {
    /// The property.
    pub path: PropertyPath,
    /// What it names.
    pub id: Fact<LogicalId>,
}

/// An instance, by its first network interface.
#[derive(Clone, Debug, PartialEq)]
pub struct Instance {
    /// Its name.
    pub id: LogicalId,
    /// Its subnet.
    pub subnet: Used,
    /// Its security groups. None: the VPC's default group.
    pub groups: Vec<Used>,
    /// `AssociatePublicIpAddress` of its first interface.
    pub associates_public_ip: Fact<bool>,
    /// The private address, where it is written.
    pub private_ip: Fact<std::net::Ipv4Addr>,
    /// Elastic IP addresses that name it.
    pub elastic_ips: Vec<LogicalId>,
    /// `SourceDestCheck`; true unless said otherwise.
    pub checks_source_destination: bool,
}

/// A load balancer.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadBalancer {
    /// Its name.
    pub id: LogicalId,
    /// Its kind; `application` unless said otherwise.
    pub kind: Fact<BalancerKind>,
    /// How it is to be called, as it is written.
    pub scheme: Fact<String>,
    /// Whether its nodes have public addresses for certain; they do unless
    /// said otherwise.
    pub is_internet_facing: bool,
    /// Its subnets, by `Subnets` or `SubnetMappings`.
    pub subnets: Vec<Used>,
    /// Its security groups.
    pub groups: Vec<Used>,
    /// The listeners that name it, in the order of the file.
    pub listeners: Vec<LogicalId>,
    /// Whether nodes send to targets in other zones too, where it is written.
    pub crosses_zones: Option<bool>,
}

/// The kinds of load balancer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BalancerKind {
    /// HTTP and HTTPS.
    Application,
    /// TCP, UDP and TLS.
    Network,
    /// GENEVE, to appliances.
    Gateway,
}

/// A listener.
#[derive(Clone, Debug, PartialEq)]
pub struct Listener {
    /// Its name.
    pub id: LogicalId,
    /// The load balancer.
    pub load_balancer: Fact<LogicalId>,
    /// The port.
    pub port: Fact<i64>,
    /// The protocol as written: HTTP, TCP, TLS and so on.
    pub protocol: Fact<String>,
    /// The target groups that its default actions forward to.
    pub groups: Vec<Used>,
    /// The target groups that its rules forward to, each with the rule that
    /// the place is in.
    pub by_rules: Vec<(LogicalId, Used)>,
    /// Whether a default action answers by itself: a redirect, a fixed
    /// response.
    pub answers_itself: bool,
}

/// A target group.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetGroup {
    /// Its name.
    pub id: LogicalId,
    /// Its VPC.
    pub vpc: Fact<LogicalId>,
    /// The port of the targets.
    pub port: Fact<i64>,
    /// The protocol as written.
    pub protocol: Fact<String>,
    /// `instance`, `ip`, `lambda` or `alb`; `instance` unless said otherwise.
    pub target_type: Fact<String>,
    /// The targets and the ports of their own.
    pub targets: Vec<(Used, Option<i64>)>,
    /// The port of the health check: `None` for the port of the traffic.
    pub health_check_port: Option<i64>,
    /// Whether targets see the client's address, where it is written.
    pub preserves_client_ip: Option<bool>,
}

/// A subnet group of databases.
#[derive(Clone, Debug, PartialEq)]
pub struct SubnetGroup {
    /// Its name.
    pub id: LogicalId,
    /// Its subnets.
    pub subnets: Vec<Used>,
}

/// A database instance.
#[derive(Clone, Debug, PartialEq)]
pub struct Database {
    /// Its name.
    pub id: LogicalId,
    /// Its subnet group.
    pub subnet_group: Fact<LogicalId>,
    /// Its security groups.
    pub groups: Vec<Used>,
    /// The port: as written, else the engine's default where it is known.
    pub port: Fact<i64>,
    /// Whether it gets a public address.
    pub is_public: bool,
    /// Whether it has a standby in a second zone.
    pub is_multi_az: bool,
}
