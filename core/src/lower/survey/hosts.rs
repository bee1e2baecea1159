//! What runs and has addresses: instances and databases of RDS.

use std::ops::Deref;

use super::{Fact, Interface};
use crate::template::{LogicalId, PropertyPath};

/// A resource that another one uses, and where that is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Used {
    /// The property.
    pub path: PropertyPath,
    /// What it names.
    pub id: Fact<LogicalId>,
}

/// An instance. It reads as its primary interface: `instance.subnet` is that
/// interface's.
#[derive(Clone, Debug, PartialEq)]
pub struct Instance {
    /// Its name.
    pub id: LogicalId,
    /// Its primary interface: that of device index 0.
    pub primary: Interface,
    /// Its further interfaces, by device index.
    pub further: Vec<Interface>,
    /// Whether it masquerades when it forwards: the tag `forward` is `nat`.
    pub masquerades: bool,
    /// The launch template that it is launched from.
    pub launch: Fact<LogicalId>,
}

impl Instance {
    /// Its interfaces, the primary one first.
    pub fn interfaces(&self) -> impl Iterator<Item = &Interface> {
        std::iter::once(&self.primary).chain(&self.further)
    }
}

impl Deref for Instance {
    type Target = Interface;

    fn deref(&self) -> &Interface {
        &self.primary
    }
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

/// A cluster of databases of RDS: what its endpoint leads to.
///
/// <https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Endpoints.html>
#[derive(Clone, Debug, PartialEq)]
pub struct DatabaseCluster {
    /// Its name.
    pub id: LogicalId,
    /// The databases of this template that are its members. None: it stands by
    /// itself, as a Multi-AZ cluster does.
    pub members: Vec<LogicalId>,
    /// Its subnet group.
    pub subnet_group: Fact<LogicalId>,
    /// Its security groups.
    pub groups: Vec<Used>,
    /// The port: as written, else the engine's default where it is known.
    pub port: Fact<i64>,
    /// Whether it gets a public address.
    pub is_public: bool,
}
