//! What some kinds need beyond their entry when they are made: the one place
//! that knows single kinds while placing.

use super::{Site, balancer, blocks, bucket, database, filter, gateway, zone};
use crate::catalogue::{Entry, Role, ec2, rds, s3};
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
        Role::Nothing => beside_the_network(site, known, properties),
        _ => Ok(Start::default()),
    }
}

/// Kinds without a part in the network.
fn beside_the_network(
    site: &Site<'_>,
    known: &Entry,
    properties: &mut Map,
) -> Result<Start, Refusal> {
    if known == &ec2::volume::ENTRY {
        zone::of_volume(site, properties);
    } else if known == &s3::bucket_policy::ENTRY && !properties.contains_key("PolicyDocument") {
        return Ok(bucket::policy(site, properties));
    } else if known == &rds::db_cluster::ENTRY {
        return database::cluster(site, properties);
    }
    Ok(Start::default())
}
