//! Causes of the network as AWS's codes and as sentences: what is in the way,
//! and what to do.

use super::{Blocked, Code, Direction, names};
use crate::lower::Lowered;
use crate::message::Message;
use crate::network::{
    self, Cause, FilterKind, Flow, Origin, PlaceKind, PortSet, Step, Trace, Verdict, is_shared,
};
use crate::template::PropertyPath;

/// Where a way ended, and why.
pub(super) struct Ended<'a> {
    pub(super) lowered: &'a Lowered,
    pub(super) trace: &'a Trace,
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
        let here = || names::whole(origin);
        match cause {
            Cause::NoAddress(id, family) => (
                Code::NoAddressInFamily,
                Message::new("{place} has no {family} address.")
                    .message("place", place(*id))
                    .text("family", family),
            ),
            Cause::NoOutsideAddress(id) => (
                Code::IgwPrivateIpAssociationForIngress,
                Message::new("{place} has no public address, so nothing on the Internet can name it. Give it one if the Internet is to reach it.")
                    .message("place", place(*id)),
            ),
            Cause::WrongFamily => (
                Code::NoAddressInFamily,
                Message::new("The ends have addresses of two families: IPv4 does not reach IPv6."),
            ),
            Cause::FilterDenied { by, direction, empty } => self.denied(*by, *direction, *empty),
            Cause::NotAttached(id) => (
                Code::BadStateAttachment,
                Message::new("{gateway} is not attached to this VPC. Attach it.")
                    .message("gateway", place(*id)),
            ),
            Cause::NoTranslation { gateway, source } => (
                Code::IgwPublicIpAssociationForEgress,
                Message::new("{gateway} drops what comes from {source}: it has no public address. Give it one, or route through a NAT gateway.")
                    .message("gateway", place(*gateway))
                    .text("source", source),
            ),
            Cause::NoWayIn(id) => (
                Code::NoPath,
                Message::new("{place} has a public address, but no Internet gateway is attached to its VPC. Attach one.")
                    .message("place", place(*id)),
            ),
            Cause::ProtocolRefused { at, .. } => (
                Code::ProtocolRestriction,
                Message::new("{at} carries TCP, UDP and ICMP only.").message("at", place(*at)),
            ),
            Cause::ForeignSource { at, source } => (
                Code::NgwRequiresSourceInVpc,
                Message::new("{at} serves its own VPC only, and {source} is not in it.")
                    .message("at", place(*at))
                    .text("source", source),
            ),
            Cause::NoState(id) => self.no_state(place(*id)),
            Cause::NotForwarding(id) => (
                Code::EniSourceDestCheckRestriction,
                Message::new("{place} drops what is not for itself. If it is to forward, turn SourceDestCheck off.")
                    .message("place", place(*id)),
            ),
            Cause::SpoofedSource(id) => (
                Code::EniAddressRestriction,
                Message::new("{place} sends from its own address only.").message("place", place(*id)),
            ),
            Cause::NoListener => (
                Code::Elbv2ListenersMismatch,
                Message::new("{balancer} has no listener for this protocol and port. Add one, or ask for a port that it listens at.")
                    .message("balancer", here()),
            ),
            Cause::NoTarget => self.no_target(origin),
            _ => self.astray(origin, cause),
        }
    }

    /// Causes of routing and delivery.
    fn astray(&self, origin: &Origin, cause: &Cause) -> (Code, Message) {
        let place = |id| names::place(self.lowered, id);
        let here = || names::whole(origin);
        match cause {
            Cause::NoRoute { .. } => (Code::NoRouteToDestination, self.no_route(origin)),
            Cause::Blackhole { .. } => (
                Code::BadStateRoute,
                Message::new("{route} leads nowhere: its target is gone.").message("route", here()),
            ),
            Cause::NotLocal => (
                Code::VpcLocalRouteCidrRestriction,
                Message::new("A local route delivers within the VPC's blocks only."),
            ),
            Cause::PrivateDestination(address) if is_shared(*address) => (
                Code::IgwDestinationAddressNotInRfc6598Egress,
                refused(origin, "{gateway} sends nothing to {address}, which is shared address space.", address),
            ),
            Cause::PrivateDestination(address) => (
                Code::IgwDestinationAddressNotInRfc1918Egress,
                refused(origin, "{gateway} sends nothing to {address}, which is a private address.", address),
            ),
            Cause::PrivateSource(address) if is_shared(*address) => (
                Code::IgwSourceAddressNotInRfc6598Ingress,
                refused(origin, "{gateway} takes nothing from {address}, which is shared address space.", address),
            ),
            Cause::PrivateSource(address) => (
                Code::IgwSourceAddressNotInRfc1918Ingress,
                refused(origin, "{gateway} takes nothing from {address}, which is a private address.", address),
            ),
            Cause::NotDeliverable(address) if self.is_from_site() => (
                Code::VgwPrivateIpAssociationForIngress,
                Message::new("{gateway} delivers to addresses of its VPC only, and nobody there has {address}.")
                    .message("gateway", here())
                    .text("address", address),
            ),
            Cause::NotDeliverable(address) => (
                Code::NoPossibleDestination,
                Message::new("Nobody there has the address {address}.").text("address", address),
            ),
            Cause::DeliveredElsewhere(id) => match self.direction {
                Direction::There => (
                    Code::DeliveredElsewhere,
                    Message::new("It arrives at {place} instead, which has that address.")
                        .message("place", place(*id)),
                ),
                Direction::Back => (
                    Code::ReplyAstray,
                    Message::new("The reply arrives at {place} instead of the one who asked.")
                        .message("place", place(*id)),
                ),
            },
            Cause::AnswerFromElsewhere { called, answered } => (
                Code::ReplyAddressMismatch,
                Message::new("The answer comes from {answered} although {called} was called: the client drops it.")
                    .text("called", called)
                    .text("answered", answered),
            ),
            Cause::LoopDetected(id) => (
                Code::RoutingLoop,
                Message::new("It comes back to {place}: the routes lead in a circle.")
                    .message("place", place(*id)),
            ),
            Cause::Unsupported(why) => (
                Code::NoPath,
                Message::new("Not modeled: {why}.").text("why", why),
            ),
            _ => (
                Code::RoutingLoop,
                Message::new("It takes more hops than a packet lives."),
            ),
        }
    }

    fn no_state(&self, gateway: Message) -> (Code, Message) {
        match self.direction {
            Direction::There => (
                Code::NatNoState,
                Message::new("Nothing can be opened towards {gateway}: it only takes answers to what it sent.")
                    .message("gateway", gateway),
            ),
            Direction::Back => (
                Code::NatAsymmetricReply,
                Message::new("The reply leaves through {gateway}, which did not see the call and drops it. Route it back the way it came.")
                    .message("gateway", gateway),
            ),
        }
    }

    fn no_route(&self, origin: &Origin) -> Message {
        let destination = self.flow().map(|flow| flow.destination.to_string());
        let destination = destination.unwrap_or_default();
        let message = if names::is_vpc(self.lowered, origin) {
            Message::new("{table} has no route of its own, only the local one: {destination} is outside. Associate the subnet with a route table that has a route.")
                .message("table", Message::new("The main route table of {vpc}").resource("vpc", &origin.resource))
        } else {
            Message::new("{table} has no route for {destination}. Add one.")
                .message("table", names::whole(origin))
        };
        message.text("destination", destination)
    }

    /// A listener without targets at all, or without one for this node.
    fn no_target(&self, origin: &Origin) -> (Code, Message) {
        let balancers = self.lowered.network.balancers();
        let mut listeners = balancers.flat_map(|(_, it)| it.listeners.iter());
        let listener = listeners.find(|it| it.origin == *origin);
        let backends = listener.map(|it| &it.backends[..]).unwrap_or_default();
        let here = names::whole(origin);
        if backends.is_empty() {
            let message = Message::new(
                "{listener} has nobody to send to: its target groups have no target. Register one.",
            );
            return (
                Code::Elbv2ListenerHasNoTg,
                message.message("listener", here),
            );
        }
        let is_nowhere = |nodes: &Option<Vec<_>>| nodes.as_ref().is_some_and(Vec::is_empty);
        if backends.iter().all(|backend| is_nowhere(&backend.nodes)) {
            let message = Message::new(
                "The load balancer of {listener} has no subnet in the zones of its targets. Add one.",
            );
            return (
                Code::ElbInstalledAzRestriction,
                message.message("listener", here),
            );
        }
        let message = Message::new(
            "No target of {listener} is in this node's zone, and the load balancer does not cross zones.",
        );
        (Code::Elbv2NoTargetsInAz, message.message("listener", here))
    }

    fn denied(
        &self,
        by: FilterKind,
        direction: network::Direction,
        is_empty: bool,
    ) -> (Code, Message) {
        let is_inbound = direction == network::Direction::Inbound;
        let code = match by {
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

    /// Whether the way ended where a site hands over to a gateway.
    fn is_from_site(&self) -> bool {
        let [hop] = &self.trace.hops[..] else {
            return false;
        };
        let Step::Leaves(place) = hop.step else {
            return false;
        };
        let place = self.lowered.network.place(place);
        matches!(place.map(|it| &it.kind), Some(PlaceKind::Remote(_)))
    }

    /// The names of the filters that were asked last.
    fn asked(&self) -> Message {
        let mut names = self.filters().iter().map(|it| {
            if names::is_vpc(self.lowered, it) {
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
        match self.trace.hops.last().map(|hop| &hop.step) {
            Some(Step::Filtered {
                verdict: Verdict::Judged { asked, .. },
                ..
            }) => asked,
            _ => &[],
        }
    }

    /// The flow before what stopped it.
    fn flow(&self) -> Option<&Flow> {
        let mut flows = self.trace.hops.iter().rev().map(|hop| &hop.flow);
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
        } => {
            if names::is_vpc(lowered, origin)
                && let Some(host) = lowered.network.place(*place)
            {
                return (host.origin.clone(), PropertyPath::root());
            }
            let rules = match direction {
                network::Direction::Inbound => "SecurityGroupIngress",
                network::Direction::Outbound => "SecurityGroupEgress",
            };
            (Origin::whole(origin.resource.clone()), rules.into())
        }
        Cause::NotForwarding(_) => (origin.clone(), "SourceDestCheck".into()),
        _ => (origin.clone(), names::path(origin)),
    }
}

fn refused(origin: &Origin, sentence: &'static str, address: &std::net::IpAddr) -> Message {
    Message::new(sentence)
        .message("gateway", names::whole(origin))
        .text("address", address)
}
