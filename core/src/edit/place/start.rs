//! What some kinds need beyond their entry when they are made: the one place
//! that knows single kinds while placing.

use super::{
    Site, balancer, blocks, bucket, database, endpoint, filter, gateway, peering, record, zone,
};
use crate::catalogue::{Companion, Entry, Role, ec2, rds, s3};
use crate::document::Refusal;
use crate::template::{LogicalId, Map, Resource};

/// What making a resource led to besides its properties.
#[derive(Default)]
pub(super) struct Start {
    /// What the resource must wait for.
    pub(super) after: Option<LogicalId>,
    /// The resources that come along.
    pub(super) along: Vec<(LogicalId, Resource)>,
    /// What it cannot do without where it stands, beside its kind's own.
    pub(super) companions: &'static [Companion],
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
        Role::VpnGateway => gateway::vpn(site),
        Role::VpnConnection => Ok(gateway::end_of_vpn(site)),
        Role::VpcPeering => peering::start(site, properties),
        Role::VpcEndpoint => endpoint::start(site, properties),
        Role::VpcEndpointService => Ok(endpoint::service(site)),
        Role::LoadBalancer | Role::ClassicLoadBalancer => balancer::start(site, properties),
        Role::SubnetGroup => database::group(site, properties),
        Role::Database => database::instance(site, properties),
        Role::SecurityGroupIngress | Role::SecurityGroupEgress => {
            filter::peer(site, properties);
            Ok(Start::default())
        }
        Role::DnsRecord => {
            record::fill(site, properties);
            Ok(Start::default())
        }
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
