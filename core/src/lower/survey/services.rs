//! Everything with interfaces in subnets that is neither an instance, nor a
//! load balancer, nor a database of RDS: what it offers, and who begins.

use std::net::Ipv4Addr;

use super::{Fact, Used};
use crate::network::Protocol;
use crate::template::{LogicalId, PropertyPath};

/// Something with interfaces in subnets.
#[derive(Clone, Debug, PartialEq)]
pub struct Host {
    /// Its name.
    pub id: LogicalId,
    /// What it is.
    pub kind: HostKind,
    /// The subnets that it may stand in.
    pub subnets: Vec<Used>,
    /// Whether it stands in all of its subnets or in one.
    pub standing: Standing,
    /// Its security groups. None: the VPC's default group.
    pub groups: Vec<Used>,
    /// What it listens at.
    pub ports: Vec<Offered>,
    /// Whether it takes connections.
    pub takes: bool,
    /// Whether it opens connections.
    pub opens: bool,
    /// Whether it gets a public address; `Absent` if it never does.
    pub public_ip: Fact<bool>,
    /// The private address, where it is written and it stands in one subnet.
    pub private_ip: Fact<Ipv4Addr>,
    /// The target groups that it registers itself with.
    pub registered: Vec<Registered>,
}

/// The kinds of [`Host`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HostKind {
    /// A Lambda function in a VPC.
    Function,
    /// An ECS service whose tasks have interfaces of their own.
    Service,
    /// A mount target of EFS.
    MountTarget,
    /// A file system of `FSx`.
    FileSystem,
    /// A cache of `ElastiCache` or `MemoryDB`.
    Cache,
    /// A database that is not one of RDS: `DocumentDB`, Neptune, Redshift.
    Store,
    /// A proxy before databases of RDS.
    DatabaseProxy,
    /// A domain of `OpenSearch`.
    Search,
    /// A broker of Amazon MQ.
    Broker,
    /// A cluster of Kafka.
    Stream,
    /// An interface endpoint.
    Endpoint,
    /// What an API's VPC link has in a VPC.
    ApiLink,
}

/// In which of its subnets something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// In each of them.
    Each,
    /// In one of them, which AWS chooses.
    One,
}

/// A protocol and a port that something listens at.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// The protocol.
    pub protocol: Protocol,
    /// The port.
    pub port: Fact<i64>,
}

/// A target group that something registers itself with.
#[derive(Clone, Debug, PartialEq)]
pub struct Registered {
    /// Where that is written, and the target group.
    pub group: Used,
    /// The port that is registered; `Absent` for the group's.
    pub port: Fact<i64>,
}

/// Something that registers itself with a target group or with a Classic Load
/// Balancer.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// An Auto Scaling group or a service.
    pub id: LogicalId,
    /// Where that is written in it.
    pub path: PropertyPath,
    /// The port; `Absent` for that of the group or listener.
    pub port: Fact<i64>,
}
