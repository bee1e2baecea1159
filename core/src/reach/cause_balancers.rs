//! Causes at load balancers as codes and sentences.

use super::cause::Ended;
use super::{Code, names};
use crate::message::Message;
use crate::network::{Balancer, Cause, Origin};

impl Ended<'_> {
    /// A load balancer that has nothing to send, or nobody to send it to.
    pub(super) fn unbalanced(&self, origin: &Origin, cause: &Cause) -> (Code, Message) {
        let here = || names::whole(origin);
        match cause {
            Cause::NoListener => {
                let code = if self.is_classic(|balancer| balancer.origin == *origin) {
                    Code::ElbListenersMismatch
                } else {
                    Code::Elbv2ListenersMismatch
                };
                (code, Message::new("{balancer} has no listener for this protocol and port. Add one, or ask for a port that it listens at.")
                    .message("balancer", here()))
            }
            Cause::Hairpin(id) => (
                Code::Elbv2SourceAddressPreservation,
                Message::new("{place} would call itself: the load balancer keeps the client's address, and a target drops what comes from its own. Turn client IP preservation off.")
                    .message("place", names::place(self.lowered, *id)),
            ),
            _ => self.no_target(origin),
        }
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
        let has_this =
            |balancer: &Balancer| balancer.listeners.iter().any(|it| it.origin == *origin);
        let code = if self.is_classic(has_this) {
            Code::ElbNotCrosszone
        } else {
            Code::Elbv2NoTargetsInAz
        };
        let message = Message::new(
            "No target of {listener} is in this node's zone, and the load balancer does not cross zones.",
        );
        (code, message.message("listener", here))
    }

    /// Whether the load balancer that is looked for is a Classic one: the only
    /// kind that network ACLs hold back inside a subnet.
    fn is_classic(&self, is_it: impl Fn(&Balancer) -> bool) -> bool {
        let mut balancers = self.lowered.network.balancers();
        balancers.any(|(_, balancer)| balancer.is_filtered_inside && is_it(balancer))
    }
}
