//! Causes at gateways and hubs as codes and sentences.

use super::cause::Ended;
use super::{Code, Direction, names};
use crate::message::Message;
use crate::network::{Cause, Origin, PlaceId, Role, Way, is_shared};

impl Ended<'_> {
    /// Causes at the gateways of a VPC.
    pub(super) fn at_gateway(&self, origin: &Origin, cause: &Cause) -> (Code, Message) {
        let place = |id| names::place(self.lowered, id);
        match cause {
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
                Message::new("No Internet gateway is attached to the VPC of {place}. Attach one if the Internet is to reach it.")
                    .message("place", place(*id)),
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
            Cause::ProtocolRefused { at, .. } if self.is_service(*at) => (
                Code::VpceGatewayProtocolRestriction,
                Message::new("{at} carries TCP and echo requests only.").message("at", place(*at)),
            ),
            Cause::ProtocolRefused { at, .. } => (
                Code::ProtocolRestriction,
                Message::new("{at} carries TCP, UDP and ICMP only.").message("at", place(*at)),
            ),
            Cause::FamilyRefused { at, family } => (
                Code::NoAddressInFamily,
                Message::new("{at} does not carry {family}.")
                    .message("at", place(*at))
                    .text("family", family),
            ),
            Cause::ForeignSource { at, source } => {
                let (code, message) = self.foreign(*at);
                (code, message.message("at", place(*at)).text("source", source))
            }
            Cause::NoState(id) => self.no_state(*id),
            Cause::Barred(id) => (
                Code::VpcBlockPublicAccessEnabled,
                Message::new("{block} blocks public access, so {gateway} does not let it through. Add an exclusion if it should pass.")
                    .message("block", names::whole(origin))
                    .message("gateway", place(*id)),
            ),
            Cause::Redirected { gateway, through } => (
                Code::IngressRtbTrafficRedirection,
                Message::new("What comes in by {gateway} goes through {through} first, so what goes out has to as well. Route it through {through}.")
                    .message("gateway", place(*gateway))
                    .message("through", place(*through)),
            ),
            Cause::MiddleboxNotOutside(id) => (
                Code::IngressRtbNoPublicIp,
                Message::new("The edge route table leads through {place}, which has no public address. Give it one.")
                    .message("place", place(*id)),
            ),
            _ => self.at_joint(origin, cause),
        }
    }

    /// Causes at peering connections and transit gateways.
    fn at_joint(&self, origin: &Origin, cause: &Cause) -> (Code, Message) {
        let place = |id| names::place(self.lowered, id);
        match cause {
            Cause::NotInPeer { at, address } => (
                Code::PcxRequiresAddressInVpcCidr,
                Message::new("{at} joins the addresses of its two VPCs only, and {address} is in neither: nothing goes on from a peer.")
                    .message("at", place(*at))
                    .text("address", address),
            ),
            Cause::ZoneNotServed(id) if self.lowered.network.interface(*id).is_some() => (
                Code::RegionalNgwRouteAzRestriction,
                Message::new("{at} is not in the zone that this comes from. Add the zone to it.")
                    .message("at", place(*id)),
            ),
            Cause::ZoneNotServed(id) => (
                Code::TgwRouteAzRestriction,
                Message::new("{at} has no subnet in the zone that this comes from. Add one to the attachment.")
                    .message("at", place(*id)),
            ),
            Cause::NoHubTable(id) => (
                Code::TgwAttachMissingTgwRtbAssociation,
                Message::new("{at} is associated with no route table of the transit gateway. Associate it with one.")
                    .message("at", place(*id)),
            ),
            Cause::NoHubRoute { at, .. } => {
                let destination = self.flow().map(|flow| flow.destination.to_string());
                let message = Message::new("{table}, the transit gateway's table for {at}, has no route for {destination}. Let the other attachment propagate into it, or add a route.")
                    .message("table", names::whole(origin))
                    .message("at", place(*at))
                    .text("destination", destination.unwrap_or_default());
                (Code::TgwRtbNoRouteToTgwAttachment, message)
            }
            Cause::HubBlackhole { .. } => (
                Code::TgwRtbBadStateRoute,
                Message::new("{route} is a blackhole: the transit gateway drops what it is for.")
                    .message("route", names::whole(origin)),
            ),
            _ => (
                Code::NoPath,
                Message::new("It gets no further than {here}.").message("here", names::whole(origin)),
            ),
        }
    }

    fn is_service(&self, id: PlaceId) -> bool {
        let gateway = self.lowered.network.gateway(id);
        gateway.is_some_and(|it| matches!(it.way, Way::Service(_)))
    }

    /// A source that a gateway does not serve.
    fn foreign(&self, id: PlaceId) -> (Code, Message) {
        match self.lowered.network.gateway(id).map(|it| &it.way) {
            Some(Way::Service(_)) => (
                Code::GatewayEndpointNotTransitive,
                Message::new(
                    "{at} serves its own VPC only, and {source} is not in it: use an interface endpoint.",
                ),
            ),
            Some(_) => (
                Code::VgwPrivateIpAssociationForEgress,
                Message::new(
                    "{at} sends for interfaces of its own VPC only, and {source} is none.",
                ),
            ),
            None => (
                Code::NgwRequiresSourceInVpc,
                Message::new("{at} serves its own VPC only, and {source} is not in it."),
            ),
        }
    }

    /// Something without memory of the call.
    fn no_state(&self, id: PlaceId) -> (Code, Message) {
        let gateway = names::place(self.lowered, id);
        let interface = self.lowered.network.interface(id);
        let is_translator = interface.is_some_and(|it| matches!(it.role, Role::Translator(_)));
        let (code, message) = match self.direction {
            _ if !is_translator => (
                Code::EigwNoState,
                Message::new(
                    "{gateway} lets in only what was opened inside: nothing from the Internet can be opened by it, and no reply leaves by it.",
                ),
            ),
            Direction::There => (
                Code::NatNoState,
                Message::new(
                    "Nothing can be opened towards {gateway}: it only takes answers to what it sent.",
                ),
            ),
            Direction::Back => (
                Code::NatAsymmetricReply,
                Message::new(
                    "The reply leaves through {gateway}, which did not see the call and drops it. Route it back the way it came.",
                ),
            ),
        };
        (code, message.message("gateway", gateway))
    }
}

fn refused(origin: &Origin, sentence: &'static str, address: &std::net::IpAddr) -> Message {
    Message::new(sentence)
        .message("gateway", names::whole(origin))
        .text("address", address)
}
