//! A question about every port at once: the walk carries the whole set of
//! ports, and what is left of it at the end arrived. Leaves no hops behind, and
//! says of each port exactly what [`verdict`](super::verdict) says.

use super::asking::{MOST_BALANCERS, Tracing, next_call};
use super::question::{called_address, is_outside, source_address};
use super::round::round;
use super::{
    Backend, Backing, Balancer, BalancerId, Call, End, Family, Flow, Listener, Network, PlaceId,
    PortSet, Protocol, Question, Returns,
};
use std::collections::HashMap;
use std::net::IpAddr;

/// Who opens to whom, with which protocol, in which family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pair {
    /// Who opens.
    pub from: End,
    /// To whom.
    pub to: End,
    /// With which protocol.
    pub protocol: Protocol,
    /// In which family.
    pub family: Family,
}

/// The ports that arrive, by what becomes of the reply. No port is in two.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Swept {
    /// The reply gets back, whatever port the client opened from.
    pub always: PortSet,
    /// The reply gets back for some clients.
    pub sometimes: PortSet,
    /// No reply gets back.
    pub never: PortSet,
}

/// What becomes of the reply; the least is best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reply {
    Always,
    Sometimes,
    Never,
}

/// Sweeps pairs of one network.
pub struct Sweep<'a> {
    network: &'a Network,
    /// Listeners that answer by themselves when they have no backend.
    answers: &'a dyn Fn(&Listener) -> bool,
    memory: &'a mut SweepMemory,
    from_address: Option<IpAddr>,
}

/// What load balancers reach, kept between sweeps of one network: it is the
/// same for every client that a target does not see.
#[derive(Debug, Clone, Default)]
pub struct SweepMemory {
    onward: HashMap<Onward, Option<Reply>>,
}

/// A call of a load balancer's node in its own name.
type Onward = (PlaceId, IpAddr, PlaceId, IpAddr, u16, Protocol, bool);

impl Swept {
    /// Whether no port arrives.
    pub fn is_empty(&self) -> bool {
        self.always.is_empty() && self.sometimes.is_empty() && self.never.is_empty()
    }

    /// What either of two ways does: of each port, the better reply.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if self.is_empty() {
            return other;
        }
        if other.is_empty() {
            return self;
        }
        let always = self.always.union(&other.always);
        let sometimes = self.sometimes.union(&other.sometimes).difference(&always);
        let never = self.never.union(&other.never);
        let never = never.difference(&always).difference(&sometimes);
        Self {
            always,
            sometimes,
            never,
        }
    }

    fn of(ports: PortSet, reply: Reply) -> Self {
        let mut swept = Self::default();
        match reply {
            Reply::Always => swept.always = ports,
            Reply::Sometimes => swept.sometimes = ports,
            Reply::Never => swept.never = ports,
        }
        swept
    }
}

impl From<&Returns> for Reply {
    fn from(returns: &Returns) -> Self {
        match returns {
            Returns::Always => Self::Always,
            Returns::Sometimes { .. } => Self::Sometimes,
            Returns::Never => Self::Never,
        }
    }
}

impl<'a> Sweep<'a> {
    /// A sweep over `network`, where `answers` says of a listener without
    /// backends whether it answers by itself.
    pub fn new(
        network: &'a Network,
        answers: &'a dyn Fn(&Listener) -> bool,
        memory: &'a mut SweepMemory,
    ) -> Self {
        Self {
            network,
            answers,
            memory,
            from_address: None,
        }
    }

    /// The same, with every client at this address.
    #[must_use]
    pub fn from_address(mut self, address: IpAddr) -> Self {
        self.from_address = Some(address);
        self
    }

    /// The network.
    pub fn network(&self) -> &'a Network {
        self.network
    }

    /// Every port of a pair.
    pub fn pair(&mut self, pair: &Pair) -> Swept {
        let network = self.network;
        let sources: &[PlaceId] = match &pair.from {
            End::Place(place) => std::slice::from_ref(place),
            End::Balancer(id) => network
                .balancer(*id)
                .map(|it| &it.nodes[..])
                .unwrap_or_default(),
        };
        let mut swept = Swept::default();
        for &from in sources {
            let found = match pair.to {
                End::Place(to) => {
                    let first = self.first(pair, from, to, is_outside(network, from));
                    first.map_or_else(Swept::default, |(_, arrived, reply)| {
                        Swept::of(arrived.destination_ports, reply)
                    })
                }
                End::Balancer(id) => network
                    .balancer(id)
                    .map_or_else(Swept::default, |it| self.balancer(pair, from, it)),
            };
            swept = swept.or(found);
        }
        swept
    }

    /// From a client to what it calls, with every port.
    fn first(
        &self,
        pair: &Pair,
        from: PlaceId,
        to: PlaceId,
        is_called_outside: bool,
    ) -> Option<(Call, Flow, Reply)> {
        let source = match self.from_address {
            Some(address) => address,
            None => source_address(self.network, from, pair.family).ok()?,
        };
        let called = called_address(self.network, to, pair.family, is_called_outside).ok()?;
        let flow = Flow::new(
            (source, Question::any_client_port()),
            (called, PortSet::all()),
            pair.protocol,
        );
        self.call(Call {
            from,
            to,
            flow,
            keeps_source: false,
            is_filtered_inside: false,
        })
    }

    fn call(&self, call: Call) -> Option<(Call, Flow, Reply)> {
        let made = round(self.network, call, Tracing::Nothing);
        let arrived = made.arrived()?;
        Some((made.call?, arrived, Reply::from(&made.returns)))
    }

    /// From a client to every listener of a load balancer, and on to targets.
    fn balancer(&mut self, pair: &Pair, from: PlaceId, balancer: &Balancer) -> Swept {
        let is_outside = is_outside(self.network, from);
        let mut swept = Swept::default();
        for &node in &balancer.nodes {
            let called_outside = balancer.is_called_outside || is_outside;
            // An IPv6 address is known outside whether or not anybody is to
            // call it.
            let is_kept_in = pair.family == Family::V6 && is_outside && !balancer.is_called_outside;
            let called = self.first(pair, from, node, called_outside);
            // Who answers by itself is called by its own address when it has
            // none outside.
            let has_outside = self.has_outside(node, pair.family);
            let itself = if called_outside && !is_outside && !has_outside {
                self.first(pair, from, node, false)
            } else {
                called.clone()
            };
            let first = called.filter(|_| !is_kept_in);
            for (index, listener) in balancer.listeners.iter().enumerate() {
                let is_shadowed = balancer.listeners.iter().take(index).any(|earlier| {
                    (earlier.protocol, earlier.port) == (listener.protocol, listener.port)
                });
                if listener.protocol != pair.protocol || is_shadowed {
                    continue;
                }
                let answers = listener.backends.is_empty() && (self.answers)(listener);
                let Some((call, arrived, reply)) = (if answers { &itself } else { &first }) else {
                    continue;
                };
                if !arrived.destination_ports.contains(listener.port) {
                    continue;
                }
                let onward = if answers {
                    Some(Reply::Always)
                } else {
                    self.targets(call, arrived, (balancer, listener), 0)
                };
                if let Some(onward) = onward {
                    let port = PortSet::single(listener.port);
                    swept = swept.or(Swept::of(port, onward.max(*reply)));
                }
            }
        }
        swept
    }

    fn has_outside(&self, node: PlaceId, family: Family) -> bool {
        let interface = self.network.interface(node);
        let address = interface.and_then(|it| it.address(family));
        address.is_some_and(|it| it.seen_outside().is_some())
    }

    /// The best reply over the targets of a listener, from the node at which
    /// the call arrived; `None` when none is reached.
    fn targets(
        &mut self,
        call: &Call,
        arrived: &Flow,
        (balancer, listener): (&Balancer, &Listener),
        depth: usize,
    ) -> Option<Reply> {
        let mut best = None;
        for backend in listener.backends.iter().filter(|it| it.serves(call.to)) {
            for caller in backend.callers(call.to) {
                let client = (call, arrived, caller);
                let reply = match backend.to {
                    Backing::Place(to) => {
                        let onward = self.onward(client, to, (balancer, backend));
                        onward.map(|(_, _, reply)| reply)
                    }
                    Backing::Balancer(id) if depth < MOST_BALANCERS => {
                        self.next_balancer(client, (balancer, backend), id, depth)
                    }
                    Backing::Balancer(_) => None,
                };
                best = better(best, reply);
                if best == Some(Reply::Always) {
                    return best;
                }
            }
        }
        best
    }

    /// The best reply over the nodes of a load balancer that is a target.
    fn next_balancer(
        &mut self,
        client: (&Call, &Flow, PlaceId),
        via: (&Balancer, &Backend),
        id: BalancerId,
        depth: usize,
    ) -> Option<Reply> {
        let next = self.network.balancer(id)?;
        let listener = next.listener(client.0.flow.protocol, via.1.port)?;
        let mut best = None;
        for &node in &next.nodes {
            let onward = self.onward(client, node, via);
            let reply = onward.and_then(|(call, arrived, reply)| {
                let onward = self.targets(&call, &arrived, (next, listener), depth + 1)?;
                Some(onward.max(reply))
            });
            best = better(best, reply);
        }
        best
    }

    /// From a node, or from who calls for it, to a target.
    fn onward(
        &mut self,
        client: (&Call, &Flow, PlaceId),
        to: PlaceId,
        (balancer, backend): (&Balancer, &Backend),
    ) -> Option<(Call, Flow, Reply)> {
        let protocol = client.0.flow.protocol;
        let call = next_call(self.network, client, to, (backend, balancer), protocol).ok()?;
        if call.keeps_source {
            return self.call(call);
        }
        let (source, target) = (call.flow.source, call.flow.destination);
        let port = backend.port;
        let key = (
            call.from,
            source,
            to,
            target,
            port,
            protocol,
            call.is_filtered_inside,
        );
        // What arrives is what was sent, unless it is changed on the way; only
        // a further load balancer looks at it.
        if let (Some(known), Backing::Place(_)) = (self.memory.onward.get(&key), backend.to) {
            let reply = (*known)?;
            let flow = call.flow.clone();
            return Some((call, flow, reply));
        }
        let made = self.call(call);
        let reply = made.as_ref().map(|(_, _, reply)| *reply);
        self.memory.onward.insert(key, reply);
        made
    }
}

fn better(best: Option<Reply>, reply: Option<Reply>) -> Option<Reply> {
    match (best, reply) {
        (Some(best), Some(reply)) => Some(best.min(reply)),
        (best, reply) => best.or(reply),
    }
}
