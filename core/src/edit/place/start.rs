//! What some kinds need beyond their entry when they are made: the one place
//! that knows single kinds while placing.

use super::{Site, balancer, blocks, database, filter, gateway, zone};
use crate::catalogue::{Entry, Role};
use crate::document::Refusal;
use crate::template::{LogicalId, Map, Resource};

/// What making a resource led to besides its properties.
#[derive(Default)]
pub(super) struct Start {
    /// What the resource must wait for.
    pub(super) after: Option<LogicalId>,
    /// The resources that come along.
    pub(super) along: Vec<(LogicalId, Resource)>,
}

/// Fills in what a kind needs, from what is around it.
pub(super) fn finish(
    site: &Site<'_>,
    known: &Entry,
    properties: &mut Map,
) -> Result<Start, Refusal> {
    match known.role {
        Role::Vpc => blocks::vpc(site, properties),
        Role::VpcCidrBlock => blocks::further(site, properties),
        Role::Subnet => {
            blocks::subnet(site, properties)?;
            zone::write(site, properties);
            Ok(Start::default())
        }
        Role::InternetGateway => gateway::internet(site),
        Role::NatGateway => Ok(gateway::nat(site, properties)),
        Role::LoadBalancer => balancer::start(site, properties),
        Role::SubnetGroup => database::group(site, properties),
        Role::Database => database::instance(site, properties),
        Role::NetworkAclEntry => {
            filter::number(site, properties);
            Ok(Start::default())
        }
        _ => Ok(Start::default()),
    }
}
