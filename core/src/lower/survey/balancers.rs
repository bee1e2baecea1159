//! Load balancers of both generations, their listeners and their targets.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::{Fact, Member, Used};
use crate::template::{LogicalId, PropertyPath};

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
    /// The families of its addresses; IPv4 unless said otherwise.
    pub address_type: Fact<AddressType>,
    /// What `SubnetMappings` says of the node in each subnet, in the order of
    /// `subnets`; empty where only `Subnets` is written.
    pub nodes: Vec<NodeAddress>,
}

/// The families of a load balancer's addresses.
///
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-ip-address-type.html>
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AddressType {
    /// IPv4.
    Ipv4,
    /// Both.
    Dualstack,
    /// Both inside, and outside IPv6 only.
    DualstackWithoutPublicIpv4,
}

/// The addresses that are written for a node of a load balancer.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeAddress {
    /// Its Elastic IP address.
    pub allocation: Fact<LogicalId>,
    /// Its private address.
    pub private_ip: Fact<Ipv4Addr>,
    /// Its IPv6 address.
    pub ipv6: Fact<Ipv6Addr>,
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
    /// The zone that each target is said to be in, in the order of `targets`:
    /// `all` for one outside of the VPC.
    pub target_zones: Vec<Fact<String>>,
    /// What registers itself: Auto Scaling groups and services.
    pub members: Vec<Member>,
    /// The port of the health check: `None` for the port of the traffic.
    pub health_check_port: Option<i64>,
    /// The protocol of the health check, where it is written.
    pub health_check_protocol: Fact<String>,
    /// Whether nodes send to targets in other zones too; `None` where the load
    /// balancer decides.
    pub crosses_zones: Option<bool>,
    /// Whether targets have IPv6 addresses, not IPv4: `IpAddressType`.
    pub is_ipv6: Fact<bool>,
    /// Whether targets see the client's address, where it is written.
    pub preserves_client_ip: Option<bool>,
}

/// A Classic Load Balancer.
///
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/introduction.html>
#[derive(Clone, Debug, PartialEq)]
pub struct ClassicBalancer {
    /// Its name.
    pub id: LogicalId,
    /// Its subnets.
    pub subnets: Vec<Used>,
    /// Its security groups. None: the VPC's default group.
    pub groups: Vec<Used>,
    /// Whether its nodes have public addresses; they do unless said otherwise.
    pub is_internet_facing: Fact<bool>,
    /// Whether nodes send to instances in other zones too; false unless said
    /// otherwise.
    pub crosses_zones: Fact<bool>,
    /// Its listeners.
    pub listeners: Vec<ClassicListener>,
    /// The instances that it names.
    pub instances: Vec<Used>,
    /// The Auto Scaling groups that register themselves.
    pub members: Vec<Member>,
    /// The port of the health check, as in `HTTP:80/index.html`.
    pub health_check_port: Fact<i64>,
}

/// A listener of a Classic Load Balancer.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassicListener {
    /// The listener inside the load balancer.
    pub path: PropertyPath,
    /// The protocol as written: HTTP, HTTPS, TCP or SSL.
    pub protocol: Fact<String>,
    /// The port.
    pub port: Fact<i64>,
    /// The port of the instances.
    pub instance_port: Fact<i64>,
}
