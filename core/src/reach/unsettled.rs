//! When the design does not settle a verdict: what would have to be known.

use super::{Answer, Code, End, Question, names};
use crate::lower::Lowered;
use crate::message::Message;
use crate::network::{
    self, Attached, Cause, FilterKind, Path, PlaceKind, Round, Step, Trace, Verdict, Way,
};

/// What makes the verdict of a path one that the design does not settle.
pub(super) fn unclear(lowered: &Lowered, path: &Path) -> Option<Message> {
    if let Some(blocked) = path.blocked() {
        let open = |resource: &str| lowered.open.get(resource).cloned();
        match &blocked.cause {
            Cause::Unsupported(why) => {
                return Some(Message::new("{why}.").text("why", why));
            }
            Cause::NotDeliverable(address) if leads_to_site(lowered, path) => {
                return Some(
                    Message::new("{address} is behind your site: what is there is not modeled.")
                        .text("address", address),
                );
            }
            Cause::FilterDenied {
                by: FilterKind::Stateful(place),
                ..
            }
            | Cause::GroupLost {
                by: FilterKind::Stateful(place),
                ..
            } => {
                let host = names::resource_of(lowered, *place);
                let of_host = host.and_then(|host| open(host.as_str()));
                let traces = path.rounds.iter().flat_map(traces);
                let mut asked = traces
                    .filter_map(|trace| trace.hops.last())
                    .flat_map(|hop| filters(&hop.step));
                let of_group = || asked.find_map(|origin| open(&origin.resource));
                if let Some(why) = of_host.or_else(of_group) {
                    return Some(not_settled(why));
                }
            }
            Cause::NoListener => {
                if let Some(why) = lowered.open_listeners.get(&*blocked.origin.resource) {
                    return Some(not_settled(why.clone()));
                }
            }
            Cause::NoTarget | Cause::NoTargetHere(_) => {
                if let Some(why) = open(&blocked.origin.resource) {
                    return Some(not_settled(why));
                }
            }
            _ => {}
        }
    }
    // A network ACL of which an entry is not known may allow or deny.
    let hops = path.rounds.iter().flat_map(traces).flat_map(|it| &it.hops);
    let mut stateless = hops.filter_map(|hop| match &hop.step {
        Step::Filtered {
            by: FilterKind::Stateless(_),
            ..
        } => lowered.open.get(&*hop.origin.resource),
        _ => None,
    });
    stateless.next().cloned().map(not_settled)
}

/// Why an end may have the public address after all that an answer misses.
pub(super) fn lacks_address(
    lowered: &Lowered,
    question: &Question,
    answer: &Answer,
) -> Option<Message> {
    let end = match answer.blocked.first()?.code {
        Code::IgwPrivateIpAssociationForIngress => &question.to,
        Code::IgwPublicIpAssociationForEgress => &question.from,
        _ => return None,
    };
    let (End::Resource(id) | End::Public(id)) = end else {
        return None;
    };
    lowered.open_addresses.get(id).cloned()
}

pub(super) fn not_settled(why: Message) -> Message {
    Message::new("It depends on what is not known: {why}.").message("why", why)
}

/// Whether a way ended in a gateway that leads to a site.
fn leads_to_site(lowered: &Lowered, path: &Path) -> bool {
    let mut last = path
        .rounds
        .iter()
        .flat_map(traces)
        .filter_map(|it| it.hops.last());
    last.any(|hop| {
        let Step::Crosses(gateway) = hop.step else {
            return false;
        };
        let kind = lowered.network.place(gateway).map(|place| &place.kind);
        let Some(PlaceKind::Gateway(gateway)) = kind else {
            return false;
        };
        match &gateway.way {
            Way::Link(_) => true,
            Way::Hub(attachment) => matches!(attachment.to, Attached::Remote(_)),
            _ => false,
        }
    })
}

fn traces(round: &Round) -> impl Iterator<Item = &Trace> {
    std::iter::once(&round.there).chain(&round.back)
}

fn filters(step: &Step) -> &[network::Origin] {
    match step {
        Step::Filtered {
            verdict: Verdict::Judged { asked, .. },
            ..
        } => asked,
        _ => &[],
    }
}
