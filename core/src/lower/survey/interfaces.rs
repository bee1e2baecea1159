//! Network interfaces and the Elastic IP addresses on them. Which address AWS
//! deals is decided in lowering.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::{Fact, Used};
use crate::template::{LogicalId, PropertyPath};

/// A network interface as its owner or its own resource says it.
///
/// <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html>
#[derive(Clone, Debug, PartialEq)]
pub struct Interface {
    /// The `AWS::EC2::NetworkInterface` that it is; `None` where its owner
    /// makes it.
    pub resource: Option<LogicalId>,
    /// Where its owner writes it; the root for the owner's own properties.
    pub path: PropertyPath,
    /// Its subnet.
    pub subnet: Used,
    /// Its security groups. None: the VPC's default group.
    pub groups: Vec<Used>,
    /// `AssociatePublicIpAddress`; it counts with one interface only.
    pub associates_public_ip: Fact<bool>,
    /// The primary private address, where it is written.
    pub private_ip: Fact<Ipv4Addr>,
    /// The further private addresses; `Absent` for each one that AWS chooses.
    pub secondary_ips: Vec<Fact<Ipv4Addr>>,
    /// The IPv6 addresses, `Absent` for each one that AWS chooses. `Absent`
    /// where nothing is said, and the subnet decides.
    pub ipv6: Fact<Vec<Fact<Ipv6Addr>>>,
    /// Elastic IP addresses on it, in the order of the file.
    pub elastic_ips: Vec<LogicalId>,
    /// `SourceDestCheck`; true unless said otherwise.
    pub checks_source_destination: bool,
}

/// A network interface that is a resource of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkInterface {
    /// Its name.
    pub id: LogicalId,
    /// What it is.
    pub interface: Interface,
    /// The instance that it is attached to, by an attachment or by the
    /// instance's list.
    pub instance: Fact<LogicalId>,
}

/// An attachment of an interface to an instance.
#[derive(Clone, Debug, PartialEq)]
pub struct InterfaceAttachment {
    /// Its name.
    pub id: LogicalId,
    /// The instance.
    pub instance: Fact<LogicalId>,
    /// The interface.
    pub interface: Fact<LogicalId>,
    /// The place among the instance's interfaces; 0 is the primary one.
    pub device_index: Fact<i64>,
}

/// An Elastic IP address.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/vpc-eips.html>
#[derive(Clone, Debug, PartialEq)]
pub struct ElasticIp {
    /// Its name; that of the association for an address from elsewhere.
    pub id: LogicalId,
    /// The instance that it names itself, or that an association gives it.
    pub instance: Fact<LogicalId>,
    /// The network interface that an association gives it.
    pub interface: Fact<LogicalId>,
    /// The private address that it stands for; `Absent` for the primary one.
    pub private_ip: Fact<Ipv4Addr>,
    /// The association that says so, if one does.
    pub association: Option<LogicalId>,
}
