//! Security groups and network ACLs.

use ipnet::IpNet;

use super::{Fact, Listed};
use crate::network::Protocol;
use crate::template::{LogicalId, PropertyPath};

/// A security group.
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityGroup {
    /// Its name.
    pub id: LogicalId,
    /// Its VPC.
    pub vpc: Fact<LogicalId>,
    /// What may come in.
    pub ingress: Vec<Permission>,
    /// What may go out, as written.
    pub egress: Vec<Permission>,
    /// Whether everything may go out: no egress rule is written inside it.
    pub has_default_egress: bool,
}

/// A rule of a security group.
#[derive(Clone, Debug, PartialEq)]
pub struct Permission {
    /// Where it is written: the group, or a resource of its own.
    pub resource: LogicalId,
    /// The rule inside that resource: `SecurityGroupIngress.0`, or the root.
    pub path: PropertyPath,
    /// The protocol.
    pub protocol: Fact<Protocol>,
    /// The ports, or ICMP type and code.
    pub ports: Fact<Ports>,
    /// The other side.
    pub peer: Peer,
}

/// `FromPort` and `ToPort` as written. For ICMP they are type and code, and -1
/// is any.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ports {
    /// The first.
    pub from: i64,
    /// The last.
    pub to: i64,
}

/// The other side of a rule.
#[derive(Clone, Debug, PartialEq)]
pub enum Peer {
    /// A block: the property that says so, and what it says.
    Block(PropertyPath, Fact<IpNet>),
    /// A security group: the property, and the group.
    Group(PropertyPath, Fact<LogicalId>),
    /// A prefix list: the property, and what it lists.
    PrefixList(PropertyPath, Fact<Listed>),
    /// None is written.
    Nobody,
}

/// A network ACL.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkAcl {
    /// Its name.
    pub id: LogicalId,
    /// Its VPC.
    pub vpc: Fact<LogicalId>,
    /// Its entries, lowest number first.
    pub entries: Vec<AclEntry>,
    /// The associated subnets in the order of the file.
    pub subnets: Vec<LogicalId>,
}

/// An entry of a network ACL.
#[derive(Clone, Debug, PartialEq)]
pub struct AclEntry {
    /// Its name.
    pub id: LogicalId,
    /// Its number, which orders the entries.
    pub number: Fact<i64>,
    /// Whether it is about what leaves the subnet.
    pub is_egress: bool,
    /// Whether it allows; `None` if that is not known.
    pub allows: Option<bool>,
    /// The protocol.
    pub protocol: Fact<Protocol>,
    /// The block of the other side.
    pub block: Fact<IpNet>,
    /// The destination ports; `Absent` for all, and for ICMP.
    pub ports: Fact<Ports>,
    /// ICMP type and code; -1 is any.
    pub icmp: Fact<Ports>,
}
