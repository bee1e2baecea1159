//! Hops of the network as sentences in AWS's words, each with the resource and
//! property that decided.

use super::names;
use super::{Direction, ReachHop, Translation};
use crate::lower::Lowered;
use crate::message::Message;
use crate::network::{
    self, Action, Decision, FilterKind, Hop, Origin, Peer, PlaceId, Role, SegmentId, Step, TableId,
    Target, Trace, Verdict,
};
use crate::template::{LogicalId, Step as PathStep};

/// The steps of one way.
pub(super) fn describe(lowered: &Lowered, trace: &Trace, direction: Direction) -> Vec<ReachHop> {
    let mut teller = Teller {
        lowered,
        direction,
        at: None,
        has_left: false,
    };
    trace.hops.iter().map(|hop| teller.tell(hop)).collect()
}

/// Tells a way from its first hop on.
struct Teller<'a> {
    lowered: &'a Lowered,
    direction: Direction,
    at: Option<LogicalId>,
    has_left: bool,
}

impl Teller<'_> {
    fn tell(&mut self, hop: &Hop) -> ReachHop {
        let mut translation = None;
        let mut decided = hop.origin.clone();
        let what = match &hop.step {
            Step::Leaves(place) => self.leaves(*place, hop),
            Step::Filtered {
                by,
                direction,
                verdict,
            } => {
                match by {
                    FilterKind::Stateful(place) => self.go_to(*place),
                    FilterKind::Stateless(segment) => self.enter(*segment),
                }
                if let Some(rule) = deciding(verdict) {
                    decided = rule;
                }
                self.filtered(hop, *by, *direction, verdict)
            }
            Step::Direct(segment) => {
                self.enter(*segment);
                Message::new(
                    "Both ends are in {subnet}: no route table and no network ACL is asked.",
                )
                .message("subnet", names::whole(&hop.origin))
            }
            Step::Routed { table, route } => self.routed(*table, *route, hop),
            Step::Carried(place) => {
                self.go_to(*place);
                Message::new(
                    "The reply goes back through {node}, which passed the client's address on.",
                )
                .message("node", names::place(self.lowered, *place))
            }
            Step::Crosses(place) => {
                self.go_to(*place);
                Message::new("It passes {gateway}.")
                    .message("gateway", names::place(self.lowered, *place))
            }
            Step::SourceTranslated { at, before, after } => {
                self.go_to(*at);
                translation = Some(Translation::Source {
                    before: *before,
                    after: *after,
                });
                Message::new("{at} puts {after} in the place of {before} as the sender.")
                    .message("at", names::place(self.lowered, *at))
                    .text("before", before)
                    .text("after", after)
            }
            Step::DestinationTranslated { at, before, after } => {
                self.go_to(*at);
                translation = Some(Translation::Destination {
                    before: *before,
                    after: *after,
                });
                Message::new("{at} puts {after} in the place of {before} as the receiver.")
                    .message("at", names::place(self.lowered, *at))
                    .text("before", before)
                    .text("after", after)
            }
            Step::Delivered(place) => {
                self.go_to(*place);
                Message::new("It arrives at {place}, {address}.")
                    .message("place", names::place(self.lowered, *place))
                    .text("address", hop.flow.destination)
            }
        };
        ReachHop {
            what,
            resource: names::resource(self.lowered, &decided),
            path: names::path(&decided),
            at: self.at.clone(),
            direction: self.direction,
            translation,
        }
    }

    fn go_to(&mut self, place: PlaceId) {
        self.at = names::resource_of(self.lowered, place);
    }

    fn enter(&mut self, segment: SegmentId) {
        let segment = self.lowered.network.segment(segment);
        self.at = segment.and_then(|it| names::resource(self.lowered, &it.origin));
    }

    fn leaves(&mut self, place: PlaceId, hop: &Hop) -> Message {
        self.go_to(place);
        let is_first = !std::mem::replace(&mut self.has_left, true);
        let message = match (is_first, self.direction) {
            (true, Direction::There) => Message::new("{place} sends from {address}."),
            (true, Direction::Back) => Message::new("{place} answers from {address}."),
            (false, _) => Message::new("{place} sends it on from {address}."),
        };
        message
            .message("place", capital(names::place(self.lowered, place)))
            .text("address", hop.flow.source)
    }

    fn filtered(
        &self,
        hop: &Hop,
        by: FilterKind,
        direction: network::Direction,
        verdict: &Verdict,
    ) -> Message {
        let is_inbound = direction == network::Direction::Inbound;
        let host = match by {
            FilterKind::Stateful(place) => names::place(self.lowered, place),
            FilterKind::Stateless(segment) => {
                let segment = self.lowered.network.segment(segment);
                segment.map_or_else(|| Message::new("the subnet"), |it| names::whole(&it.origin))
            }
        };
        let (passed, decisions) = match verdict {
            Verdict::Remembered => {
                return Message::new(
                    "The security groups of {host} remember the connection and let the reply pass.",
                )
                .message("host", host);
            }
            Verdict::Judged {
                passed, decisions, ..
            } => (passed, decisions),
        };
        if passed.is_empty() {
            let message = match (by, is_inbound) {
                (FilterKind::Stateful(_), true) => {
                    Message::new("The security groups of {host} let nothing of it in.")
                }
                (FilterKind::Stateful(_), false) => {
                    Message::new("The security groups of {host} let nothing of it out.")
                }
                (FilterKind::Stateless(_), true) => {
                    Message::new("{filter} lets nothing of it into {host}.")
                }
                (FilterKind::Stateless(_), false) => {
                    Message::new("{filter} lets nothing of it out of {host}.")
                }
            };
            return message
                .message("host", host)
                .message("filter", self.filter(&hop.origin, by));
        }
        let allowed = decisions.iter().find(|it| it.action == Action::Allow);
        let message = match (by, is_inbound) {
            (FilterKind::Stateful(_), true) => {
                Message::new("{filter} lets {traffic} in from {peer} ({rule}).")
            }
            (FilterKind::Stateful(_), false) => {
                Message::new("{filter} lets {traffic} out to {peer} ({rule}).")
            }
            (FilterKind::Stateless(_), true) => {
                Message::new("{filter} lets {traffic} into {host} ({rule}).")
            }
            (FilterKind::Stateless(_), false) => {
                Message::new("{filter} lets {traffic} out of {host} ({rule}).")
            }
        };
        let filter = allowed.map_or(&hop.origin, |it| &it.filter);
        let message = message
            .message("filter", self.filter(filter, by))
            .text("traffic", names::traffic(&hop.flow, passed))
            .message("rule", rule(allowed));
        match by {
            FilterKind::Stateful(place) => {
                let peer = self.peer(place, direction, allowed);
                let far = || Message::new("{a}").text("a", hop.flow.peer(direction));
                message.message("peer", peer.unwrap_or_else(far))
            }
            FilterKind::Stateless(_) => message.message("host", host),
        }
    }

    /// A filter by its name; the default ones have that of their VPC.
    fn filter(&self, origin: &Origin, by: FilterKind) -> Message {
        if !names::is_vpc(self.lowered, origin) {
            return names::whole(origin);
        }
        let name = match by {
            FilterKind::Stateful(_) => Message::new("The default security group of {vpc}"),
            FilterKind::Stateless(_) => Message::new("The default network ACL of {vpc}"),
        };
        name.resource("vpc", &origin.resource)
    }

    /// The far end that the deciding rule names.
    fn peer(
        &self,
        place: PlaceId,
        direction: network::Direction,
        decision: Option<&Decision>,
    ) -> Option<Message> {
        let network = &self.lowered.network;
        let decision = decision?;
        let (index, _) = decision.rule.as_ref()?;
        let guards = &network.interface(place)?.guards;
        let filters = guards.iter().filter_map(|id| network.stateful(*id));
        let filter = filters
            .into_iter()
            .find(|it| it.origin == decision.filter)?;
        match &filter.rules(direction).get(*index)?.peer {
            Peer::Blocks(blocks) => {
                let block = blocks.first()?;
                Some(Message::new("{block}").text("block", block))
            }
            Peer::Members(group) => {
                let group = network.stateful(*group)?;
                Some(self.filter(&group.origin, FilterKind::Stateful(place)))
            }
        }
    }

    fn routed(&self, table: TableId, number: usize, hop: &Hop) -> Message {
        let network = &self.lowered.network;
        let Some(table) = network.table(table) else {
            return Message::new("A route is used.");
        };
        let Some(route) = table.routes().get(number) else {
            return Message::new("A route is used.");
        };
        let name = if names::is_vpc(self.lowered, &table.origin) {
            Message::new("The main route table of {vpc}").resource("vpc", &table.origin.resource)
        } else {
            names::whole(&table.origin)
        };
        let message = match &route.target {
            Target::Local => {
                return Message::new(
                    "{table} delivers {address} within the VPC ({prefix} is local).",
                )
                .message("table", name)
                .text("address", hop.flow.destination)
                .text("prefix", route.prefix);
            }
            Target::Through(place) => Message::new("{table} sends {prefix} to {target}.")
                .message("target", self.target(*place)),
            Target::Blackhole | Target::Unsupported(_) => {
                Message::new("{table} sends {prefix} to what is not there.")
            }
        };
        message.message("table", name).text("prefix", route.prefix)
    }

    fn target(&self, place: PlaceId) -> Message {
        let is_forwarder = self
            .lowered
            .network
            .interface(place)
            .is_some_and(|it| it.role == Role::Forwarder);
        let name = names::place(self.lowered, place);
        if is_forwarder {
            return Message::new("{place}, which forwards").message("place", name);
        }
        name
    }
}

/// The rule that let something pass, else the one that denied.
fn deciding(verdict: &Verdict) -> Option<Origin> {
    let Verdict::Judged { decisions, .. } = verdict else {
        return None;
    };
    let allows = decisions.iter().find(|it| it.action == Action::Allow);
    let decision = allows.or_else(|| decisions.iter().find(|it| it.rule.is_some()))?;
    let (_, origin) = decision.rule.as_ref()?;
    Some(origin.clone())
}

/// A rule as people count: "rule 1" of the group, the name of a resource of
/// its own, or "by default".
fn rule(decision: Option<&Decision>) -> Message {
    let by_default = || Message::new("by default");
    let Some((_, origin)) = decision.and_then(|it| it.rule.as_ref()) else {
        return by_default();
    };
    let is_own = decision.is_some_and(|it| it.filter.resource != origin.resource);
    if is_own {
        return names::whole(origin);
    }
    match names::path(origin).steps().last() {
        Some(PathStep::Index(index)) => Message::new("rule {number}").text("number", index + 1),
        Some(PathStep::Key(_)) => Message::new("its rule"),
        None => by_default(),
    }
}

/// A name at the start of a sentence.
fn capital(name: Message) -> Message {
    match name.sentence {
        "the Internet" => Message::new("The Internet"),
        "the site behind {gateway}" => Message {
            sentence: "The site behind {gateway}",
            ..name
        },
        _ => name,
    }
}
