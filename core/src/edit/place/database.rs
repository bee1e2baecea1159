//! Databases, clusters of them and their subnet groups: subnets in two zones,
//! the most secluded.

use super::making::made_of;
use super::start::Start;
use super::{Site, balancer, home};
use crate::catalogue::{ec2, home_of, rds};
use crate::document::Refusal;
use crate::edit::{naming, surroundings};
use crate::message::Message;
use crate::sorting;
use crate::template::{LogicalId, Map, Resource, Value};

/// A subnet group spans one subnet in each of two zones.
///
/// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html>
pub(super) fn group(site: &Site<'_>, properties: &mut Map) -> Result<Start, Refusal> {
    let vpc = vpc(site, rds::DbSubnetGroup::KIND)?;
    let subnets = two_zones(site, &vpc).ok_or_else(|| {
        let message = "A DB subnet group needs subnets in two zones: draw a second one in another zone of {vpc} first.";
        Refusal(Message::new(message).resource("vpc", &vpc))
    })?;
    properties.insert("SubnetIds".to_owned(), subnets.into());
    Ok(Start::default())
}

/// A database stands in a subnet group of the VPC.
pub(super) fn instance(site: &Site<'_>, properties: &mut Map) -> Result<Start, Refusal> {
    in_group(site, rds::DbInstance::KIND, properties)
}

/// A cluster stands in a subnet group too, and serves nothing without an
/// instance, so one comes along.
///
/// <https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.html>
pub(super) fn cluster(site: &Site<'_>, properties: &mut Map) -> Result<Start, Refusal> {
    let mut start = in_group(site, rds::db_cluster::ENTRY.kind, properties)?;
    let engine = properties.get("Engine").cloned().unwrap_or(Value::Null);
    let member = [
        ("Engine", engine),
        ("DBInstanceClass", "db.serverless".into()),
        ("DBClusterIdentifier", Value::reference(site.id.as_str())),
        ("PubliclyAccessible", false.into()),
    ];
    let member: Map = member
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    let given = sorting::set(start.along.iter().map(|(id, _)| id.clone()));
    let id = naming::fresh(site.document, &format!("{}Instance", site.id), &given);
    // Its disk is the cluster's, and so are its snapshots.
    let member = Resource::with_properties(rds::DbInstance::KIND, member);
    start.along.push((id, member));
    Ok(start)
}

/// Names a subnet group of the VPC; one is made if there is none.
fn in_group(site: &Site<'_>, kind: &str, properties: &mut Map) -> Result<Start, Refusal> {
    let vpc = vpc(site, kind)?;
    let groups = site.evaluator.template().of_kind(rds::DbSubnetGroup::KIND);
    let mut groups = groups.map(|(id, _)| id);
    let here = groups
        .find(|id| home_of(site.evaluator, id).is_some_and(|(container, _)| container == vpc));
    let mut start = Start::default();
    let group = if let Some(group) = here {
        group.clone()
    } else {
        let subnets = two_zones(site, &vpc).ok_or_else(|| {
            let message = "A database needs subnets in two zones, for its DB subnet group: draw a second one in another zone of {vpc} first.";
            Refusal(Message::new(message).resource("vpc", &vpc))
        })?;
        let known = &rds::db_subnet_group::ENTRY;
        let mut group = known.starting_properties();
        group.insert("SubnetIds".to_owned(), subnets.into());
        let id = naming::fresh(site.document, known.stem, &[site.id.clone()].into());
        start.along.push((id.clone(), made_of(known, group)));
        id
    };
    let group = Value::reference(group.as_str());
    properties.insert("DBSubnetGroupName".to_owned(), group);
    Ok(start)
}

fn vpc(site: &Site<'_>, kind: &str) -> Result<LogicalId, Refusal> {
    surroundings::nearest(site.evaluator, &site.chain, ec2::Vpc::KIND)
        .ok_or_else(|| home::homeless(kind, ec2::Vpc::KIND))
}

/// Subnets of a VPC in two zones: isolated before private before public ones.
fn two_zones(site: &Site<'_>, vpc: &LogicalId) -> Option<Vec<Value>> {
    let mut subnets = surroundings::subnets_of(site.evaluator, vpc);
    sorting::sort_by_key(&mut subnets, |id| surroundings::tier(site.evaluator, id));
    let mut chosen = balancer::one_a_zone(site, &subnets);
    chosen.truncate(2);
    let references = chosen.iter().map(|id| Value::reference(id.as_str()));
    (chosen.len() == 2).then(|| references.collect())
}
