//! Causes of routing and delivery as codes and sentences.

use super::cause::Ended;
use super::{Code, Direction, names};
use crate::message::Message;
use crate::network::{Cause, Origin};

impl Ended<'_> {
    /// Causes of routing and delivery.
    pub(super) fn astray(&self, origin: &Origin, cause: &Cause) -> (Code, Message) {
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
            Cause::Asymmetric(id) => (
                Code::AsymmetricMiddlebox,
                Message::new("The call and its reply do not both pass {place}. An appliance has to see both: route them both through it.")
                    .message("place", place(*id)),
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
}
