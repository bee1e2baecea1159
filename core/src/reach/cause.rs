//! Causes of the network as AWS's codes and as sentences: what is in the way,
//! and what to do.

use super::{Blocked, Code, Direction, names};
use crate::lower::Lowered;
use crate::message::Message;
use crate::network::{
    self, Cause, FilterKind, Flow, Hop, Origin, PlaceKind, PortSet, Step, Verdict, Way,
};
use crate::template::PropertyPath;

/// Where a way ended, and why.
pub(super) struct Ended<'a> {
    pub(super) lowered: &'a Lowered,
    /// The hops before it.
    pub(super) hops: &'a [Hop],
    pub(super) direction: Direction,
}

impl Ended<'_> {
    /// What is in the way, by code and sentence.
    pub(super) fn explain(&self, blocked: &network::Blocked) -> Blocked {
        let origin = &blocked.origin;
        let (code, sentence) = self.say(origin, &blocked.cause);
        let (resource, path) = look_at(self.lowered, origin, &blocked.cause);
        Blocked {
            code,
            sentence,
            resource: names::resource(self.lowered, &resource),
            path,
            direction: self.direction,
        }
    }

    fn say(&self, origin: &Origin, cause: &Cause) -> (Code, Message) {
        let place = |id| names::place(self.lowered, id);
        match cause {
            Cause::NoAddress(id, family) => (
                Code::NoAddressInFamily,
                Message::new("{place} has no {family} address.")
                    .message("place", place(*id))
                    .text("family", family),
            ),
            Cause::NoOutsideAddress(id) => (
                Code::IgwPrivateIpAssociationForIngress,
                Message::new("{place} has no public address, so the Internet cannot reach it. That is right for what is private; otherwise put a load balancer before it, or give it a public address.")
                    .message("place", place(*id)),
            ),
            Cause::WrongFamily => (
                Code::NoAddressInFamily,
                Message::new("The ends have addresses of two families: IPv4 does not reach IPv6."),
            ),
            Cause::FilterDenied { by, direction, empty } => self.denied(*by, *direction, *empty),
            Cause::GroupLost { at, .. } => self.group_lost(*at),
            Cause::NotForwarding(id) => (
                Code::EniSourceDestCheckRestriction,
                Message::new("{place} drops what is not for itself. If it is to forward, turn SourceDestCheck off.")
                    .message("place", place(*id)),
            ),
            Cause::SpoofedSource(id) => (
                Code::EniAddressRestriction,
                Message::new("{place} sends from its own address only.").message("place", place(*id)),
            ),
            Cause::NeverOpens(id) => (
                Code::VpceIntraVpcTraffic,
                Message::new("{place} only answers: an endpoint opens no connection itself.")
                    .message("place", place(*id)),
            ),
            Cause::NeverTakes(id) => (
                Code::NoPossibleDestination,
                Message::new("{place} takes no connection: a function in a VPC only opens them. Invoke it by its API, or through a load balancer.")
                    .message("place", place(*id)),
            ),
            Cause::NoListener
            | Cause::NoTarget
            | Cause::NoTargetHere(_)
            | Cause::Hairpin(_) => self.unbalanced(origin, cause),
            Cause::NoRoute { .. }
            | Cause::Blackhole { .. }
            | Cause::NotLocal
            | Cause::NotDeliverable(_)
            | Cause::DeliveredElsewhere(_)
            | Cause::AnswerFromElsewhere { .. }
            | Cause::Asymmetric(_)
            | Cause::LoopDetected(_)
            | Cause::TooManyHops
            | Cause::Unsupported(_) => self.astray(origin, cause),
            _ => self.at_gateway(origin, cause),
        }
    }

    fn denied(
        &self,
        by: FilterKind,
        direction: network::Direction,
        is_empty: bool,
    ) -> (Code, Message) {
        let is_inbound = direction == network::Direction::Inbound;
        let code = match by {
            FilterKind::Stateless(segment) if self.is_inside(segment) => Code::ElbAclRestriction,
            FilterKind::Stateless(_) => Code::SubnetAclRestriction,
            FilterKind::Stateful(_) if is_empty => Code::SgHasNoRules,
            FilterKind::Stateful(_) => Code::EniSgRulesMismatch,
        };
        let is_reply = self.direction == Direction::Back;
        let message = Message::new(match (by, is_inbound) {
            (FilterKind::Stateful(_), true) => {
                "No inbound rule of {filters} lets {traffic} from {peer} in. Add one if it should."
            }
            (FilterKind::Stateful(_), false) => {
                "No outbound rule of {filters} lets {traffic} to {peer} out. Add one if it should."
            }
            (FilterKind::Stateless(_), true) if is_reply => {
                "{filters} does not let the reply, {traffic} from {peer}, into the subnet. A network ACL remembers nothing: allow the ports of clients, 1024-65535."
            }
            (FilterKind::Stateless(_), false) if is_reply => {
                "{filters} does not let the reply, {traffic} to {peer}, out of the subnet. A network ACL remembers nothing: allow the ports of clients, 1024-65535."
            }
            (FilterKind::Stateless(_), true) => {
                "{filters} does not let {traffic} from {peer} into the subnet."
            }
            (FilterKind::Stateless(_), false) => {
                "{filters} does not let {traffic} to {peer} out of the subnet."
            }
        });
        let flow = self.flow();
        let peer = flow.map(|flow| flow.peer(direction).to_string());
        let traffic = flow.map(|flow| names::traffic(flow, &flow.destination_ports));
        let message = message
            .message("filters", self.asked())
            .text("traffic", traffic.unwrap_or_default())
            .text("peer", peer.unwrap_or_default());
        (code, message)
    }

    /// Whether both ends are in this segment: only what a Classic Load Balancer
    /// sends meets a network ACL there.
    fn is_inside(&self, segment: network::SegmentId) -> bool {
        let segment = self.lowered.network.segment(segment);
        let (Some(segment), Some(flow)) = (segment, self.flow()) else {
            return false;
        };
        let has = |address| segment.blocks.iter().any(|block| block.contains(address));
        has(&flow.source) && has(&flow.destination)
    }

    fn group_lost(&self, at: network::PlaceId) -> (Code, Message) {
        let network = &self.lowered.network;
        let is_hub = network
            .gateway(at)
            .is_some_and(|it| matches!(it.way, Way::Hub(_)));
        let (code, message) = if is_hub {
            let message = Message::new(
                "A rule of {filters} names the group of the sender, but {at} does not tell groups. Turn SecurityGroupReferencingSupport on at the transit gateway and its attachments, or name the addresses instead.",
            );
            (Code::SgReferencingSupport, message)
        } else {
            let message = Message::new(
                "A rule of {filters} names the group of the sender, but {at} stands between: which group it comes from is lost there. Name the addresses instead.",
            );
            (Code::SgReferencesNotPreserved, message)
        };
        let message = message
            .message("filters", self.asked())
            .message("at", names::place(self.lowered, at));
        (code, message)
    }

    /// Whether the way ended where a site hands over to a gateway.
    pub(super) fn is_from_site(&self) -> bool {
        let [hop] = self.hops else {
            return false;
        };
        let Step::Leaves(place) = hop.step else {
            return false;
        };
        let place = self.lowered.network.place(place);
        matches!(place.map(|it| &it.kind), Some(PlaceKind::Remote(_)))
    }

    /// The names of the filters that were asked last.
    pub(super) fn asked(&self) -> Message {
        let last = self.hops.last().map(|hop| &hop.step);
        let is_acl = matches!(
            last,
            Some(Step::Filtered {
                by: FilterKind::Stateless(_),
                ..
            })
        );
        let mut names = self.filters().iter().map(|it| {
            if names::is_vpc(self.lowered, it) && is_acl {
                Message::new("the default network ACL of {vpc}").resource("vpc", &it.resource)
            } else if names::is_vpc(self.lowered, it) {
                Message::new("the default security group of {vpc}").resource("vpc", &it.resource)
            } else {
                names::whole(it)
            }
        });
        let first = names.next().unwrap_or_else(|| Message::new("nothing"));
        names.fold(first, |all, next| {
            Message::new("{all}, {next}")
                .message("all", all)
                .message("next", next)
        })
    }

    fn filters(&self) -> &[Origin] {
        match self.hops.last().map(|hop| &hop.step) {
            Some(Step::Filtered {
                verdict: Verdict::Judged { asked, .. },
                ..
            }) => asked,
            _ => &[],
        }
    }

    /// The flow before what stopped it.
    pub(super) fn flow(&self) -> Option<&Flow> {
        let mut flows = self.hops.iter().rev().map(|hop| &hop.flow);
        flows.find(|flow| flow.destination_ports != PortSet::none())
    }
}

/// The resource and property to look at. The default group is no resource: its
/// host is.
fn look_at(lowered: &Lowered, origin: &Origin, cause: &Cause) -> (Origin, PropertyPath) {
    match cause {
        Cause::FilterDenied {
            by: FilterKind::Stateful(place),
            direction,
            ..
        } => at_rules(lowered, origin, *place, *direction),
        Cause::GroupLost {
            by: FilterKind::Stateful(place),
            ..
        } => at_rules(lowered, origin, *place, network::Direction::Inbound),
        Cause::NotForwarding(_) => (origin.clone(), "SourceDestCheck".into()),
        _ => (origin.clone(), names::path(origin)),
    }
}

/// The rules of a security group; for the default group, which is no
/// resource, the host that carries it.
fn at_rules(
    lowered: &Lowered,
    origin: &Origin,
    place: network::PlaceId,
    direction: network::Direction,
) -> (Origin, PropertyPath) {
    if names::is_vpc(lowered, origin)
        && let Some(host) = lowered.network.place(place)
    {
        return (host.origin.clone(), PropertyPath::root());
    }
    let rules = match direction {
        network::Direction::Inbound => "SecurityGroupIngress",
        network::Direction::Outbound => "SecurityGroupEgress",
    };
    (Origin::whole(origin.resource.clone()), rules.into())
}
