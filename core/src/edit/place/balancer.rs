//! Load balancers: one subnet of each zone, public ones if there are any.

use super::start::Start;
use super::{Site, home};
use crate::catalogue::{ec2, elbv2};
use crate::document::Refusal;
use crate::edit::surroundings::{self, Tier};
use crate::message::Message;
use crate::sorting;
use crate::template::{LogicalId, Map, Value};

/// Chooses the subnets. Without a public one, the load balancer is internal.
/// One without a scheme, which leads packets through appliances, stands where
/// nothing from outside gets to.
///
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html>
pub(super) fn start(site: &Site<'_>, properties: &mut Map) -> Result<Start, Refusal> {
    let evaluator = site.evaluator;
    let Some(vpc) = surroundings::nearest(evaluator, &site.chain, ec2::Vpc::KIND) else {
        return Err(home::homeless(elbv2::LoadBalancer::KIND, ec2::Vpc::KIND));
    };
    let mut subnets = surroundings::subnets_of(evaluator, &vpc);
    // The subnet that it was dropped on comes first, and so counts for its zone.
    let dropped = surroundings::nearest(evaluator, &site.chain, ec2::Subnet::KIND);
    sorting::sort_by_key(&mut subnets, |id| Some(id) != dropped.as_ref());
    let is_public = |id: &LogicalId| surroundings::tier(evaluator, id) == Tier::Public;
    let public: Vec<_> = subnets.iter().filter(|id| is_public(id)).cloned().collect();
    let has_scheme = properties.contains_key("Scheme");
    let is_beside = dropped.is_some_and(|subnet| !public.contains(&subnet));
    if !has_scheme {
        subnets.retain(|id| !public.contains(id));
        // Better among public ones than nowhere.
        if subnets.is_empty() {
            subnets = public;
        }
    } else if public.is_empty() || is_beside {
        subnets.retain(|id| !public.contains(id));
        properties.insert("Scheme".to_owned(), "internal".into());
    } else {
        subnets = public;
    }
    let chosen = one_a_zone(site, &subnets);
    if chosen.is_empty() {
        let message = "A load balancer stands in subnets: draw a subnet in {vpc} first, best one in each of two zones.";
        return Err(Message::new(message).resource("vpc", &vpc).into());
    }
    let references = chosen.iter().map(|id| Value::reference(id.as_str()));
    let references: Vec<_> = references.collect();
    properties.insert("Subnets".to_owned(), references.into());
    Ok(Start::default())
}

/// The first subnet of each zone; a subnet whose zone cannot be told is taken
/// for one in a zone of its own.
pub(super) fn one_a_zone(site: &Site<'_>, subnets: &[LogicalId]) -> Vec<LogicalId> {
    let mut zones = Vec::new();
    let mut chosen = Vec::new();
    for id in subnets {
        let zone = surroundings::zone_of(site.evaluator, id);
        if zone.is_none() || !zones.contains(&zone) {
            zones.push(zone);
            chosen.push(id.clone());
        }
    }
    chosen
}
