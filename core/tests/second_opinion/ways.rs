//! The ways to an end: the client's connection, and those that load balancers
//! open one behind the other.

use std::net::IpAddr;

use drawbridge_core::network::{
    Backend, Backing, Balancer, BalancerId, End, Family, Listener, PlaceId, PlaceKind, Protocol,
    Question,
};

use crate::map::Map;

/// One connection on the way: the client's, or one that a balancer opens.
#[derive(Clone)]
pub(crate) struct Leg {
    pub(crate) from: PlaceId,
    pub(crate) to: PlaceId,
    pub(crate) port: u16,
    pub(crate) keeps_source: bool,
    pub(crate) is_listed_inside: bool,
    pub(crate) family: Option<Family>,
    pub(crate) from_address: Option<IpAddr>,
    pub(crate) to_address: Option<IpAddr>,
    pub(crate) is_called_outside: bool,
}

impl<'a> Map<'a> {
    /// All ways to an end: the chains of connections.
    pub(crate) fn ways(self, question: &Question) -> Vec<Vec<Leg>> {
        let mut ways = Vec::new();
        let sources = match question.from {
            End::Place(place) => vec![place],
            End::Balancer(id) => self.balancer(id).nodes.clone(),
        };
        for from in sources {
            let leg = |to, is_called_outside| Leg {
                from,
                to,
                port: question.port,
                keeps_source: false,
                is_listed_inside: false,
                family: None,
                from_address: question.from_address,
                to_address: question.to_address,
                is_called_outside: is_called_outside || self.is_outside(from),
            };
            match question.to {
                End::Place(to) => ways.push(vec![leg(to, false)]),
                End::Balancer(id) => {
                    let balancer = self.balancer(id);
                    // Nobody outside is to call it, though IPv6 has no other addresses.
                    let is_six = question.family == Family::V6;
                    if is_six && self.is_outside(from) && !balancer.is_called_outside {
                        continue;
                    }
                    for node in &balancer.nodes {
                        let first = vec![leg(*node, balancer.is_called_outside)];
                        self.onward(
                            &first,
                            balancer,
                            (question.protocol, question.port),
                            &mut ways,
                        );
                    }
                }
            }
        }
        ways
    }

    fn onward(
        self,
        way: &[Leg],
        balancer: &Balancer,
        (protocol, port): (Protocol, u16),
        ways: &mut Vec<Vec<Leg>>,
    ) {
        let (Some(last), 1..=5) = (way.last(), way.len()) else {
            return;
        };
        let is_meant = |it: &&Listener| it.protocol == protocol && it.port == port;
        let Some(listener) = balancer.listeners.iter().find(is_meant) else {
            return;
        };
        let node = last.to;
        let is_used = |it: &&Backend| it.nodes.as_ref().is_none_or(|it| it.contains(&node));
        for backend in listener.backends.iter().filter(is_used) {
            let callers: &[PlaceId] = match &backend.callers[..] {
                [] => &[node],
                callers => callers,
            };
            for caller in callers {
                let to = |place| {
                    let mut longer = way.to_vec();
                    longer.push(Leg {
                        from: *caller,
                        to: place,
                        port: backend.port,
                        keeps_source: backend.keeps_source,
                        is_listed_inside: balancer.is_filtered_inside,
                        family: backend.family,
                        from_address: None,
                        to_address: backend.address,
                        is_called_outside: self.is_outside(*caller),
                    });
                    longer
                };
                match backend.to {
                    Backing::Place(place) => ways.push(to(place)),
                    Backing::Balancer(id) => {
                        let next = self.balancer(id);
                        for place in &next.nodes {
                            self.onward(&to(*place), next, (protocol, backend.port), ways);
                        }
                    }
                }
            }
        }
    }

    fn balancer(self, id: BalancerId) -> &'a Balancer {
        self.network.balancer(id).unwrap()
    }

    pub(crate) fn is_outside(self, place: PlaceId) -> bool {
        let kind = self.kind(place);
        matches!(kind, PlaceKind::Outside(_) | PlaceKind::Service(_))
    }
}
