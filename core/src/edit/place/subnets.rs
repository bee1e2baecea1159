//! The subnets of what stands in several: one in each of two zones.

use super::making::put;
use super::{Site, balancer, home};
use crate::catalogue::{Entry, Position, Role, ec2};
use crate::document::Refusal;
use crate::edit::{surroundings, wording};
use crate::message::Message;
use crate::sorting;
use crate::template::{LogicalId, Map, Value};

/// How many subnets are chosen: what one zone's failure leaves is one.
const ZONES: usize = 2;

/// Fills the list of subnets that an entry names as a home, if it was dropped
/// in a VPC: the subnet under the pointer first, then the most secluded.
///
/// Load balancers and databases choose by rules of their own.
pub(super) fn write(site: &Site<'_>, known: &Entry, properties: &mut Map) -> Result<(), Refusal> {
    if known.role != Role::Nothing {
        return Ok(());
    }
    let mut homes = known
        .homes
        .iter()
        .filter(|home| home.position == Position::Beside && home.kind == ec2::Subnet::KIND);
    let Some((list, home)) = homes.find_map(|home| Some((home.property.strip_suffix(".*")?, home)))
    else {
        return Ok(());
    };
    let mut fields = known.fields.iter();
    let is_required =
        home.is_needed || fields.any(|field| field.required && field.property == list);
    let Some(vpc) = surroundings::nearest(site.evaluator, &site.chain, ec2::Vpc::KIND) else {
        return if is_required {
            Err(home::homeless(known.kind, ec2::Vpc::KIND))
        } else {
            Ok(())
        };
    };
    let chosen = secluded(site, &vpc);
    if chosen.is_empty() && is_required {
        let message = "{what} stands in subnets: draw a subnet in {vpc} first, best one in each of two zones.";
        let message = Message::new(message).text("what", wording::one_first(known.kind));
        return Err(message.resource("vpc", &vpc).into());
    }
    if !chosen.is_empty() {
        let references = chosen.iter().map(|id| Value::reference(id.as_str()));
        put(properties, list, references.collect::<Vec<_>>().into());
    }
    Ok(())
}

/// The subnet under the pointer, and the most secluded of another zone.
pub(super) fn secluded(site: &Site<'_>, vpc: &LogicalId) -> Vec<LogicalId> {
    let dropped = surroundings::nearest(site.evaluator, &site.chain, ec2::Subnet::KIND);
    let mut subnets = surroundings::subnets_of(site.evaluator, vpc);
    sorting::sort_by_key(&mut subnets, |id| {
        let is_other = Some(id) != dropped.as_ref();
        (is_other, surroundings::tier(site.evaluator, id))
    });
    let mut chosen = balancer::one_a_zone(site, &subnets);
    chosen.truncate(ZONES);
    chosen
}
