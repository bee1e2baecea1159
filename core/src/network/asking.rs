//! How a question is answered: every pair of ends that it means is tried, and
//! through load balancers every node and target.

use super::question::{called_address, is_outside, known_outside, source_address};
use super::round::{blocked_round, round};
use super::{
    Answer, Backend, Backing, Balancer, Blocked, Call, Cause, End, Family, Flow, Listener, Network,
    Origin, Path, PlaceId, PortSet, Protocol, Question, Round,
};

/// More load balancers one behind another than anybody builds.
pub(super) const MOST_BALANCERS: usize = 4;

/// Answers a question by walking every pair of ends that it means. The work is
/// bounded by nodes times targets times the longest walk.
pub fn ask(network: &Network, question: &Question) -> Answer {
    answer(network, question, Tracing::Hops)
}

/// Answers a question without hops: the verdict alone, faster.
pub fn verdict(network: &Network, question: &Question) -> Answer {
    answer(network, question, Tracing::Nothing)
}

/// Whether walks leave hops behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tracing {
    Hops,
    Nothing,
}

fn answer(network: &Network, question: &Question, tracing: Tracing) -> Answer {
    let sources: &[PlaceId] = match &question.from {
        End::Place(place) => std::slice::from_ref(place),
        End::Balancer(id) => network
            .balancer(*id)
            .map(|it| &it.nodes[..])
            .unwrap_or_default(),
    };
    let mut asking = Asking {
        network,
        question,
        tracing,
        paths: Vec::new(),
    };
    for &from in sources {
        match question.to {
            End::Place(to) => {
                let called_outside = is_outside(network, from);
                let round = asking.first_round(from, to, called_outside);
                asking.paths.push(Path {
                    rounds: vec![round],
                });
            }
            End::Balancer(id) => {
                if let Some(balancer) = network.balancer(id) {
                    asking.ask_balancer(from, balancer);
                }
            }
        }
    }
    if asking.paths.is_empty() {
        let nowhere = Origin::whole("");
        asking
            .paths
            .push(stopped(vec![], &nowhere, Cause::NoTarget));
    }
    Answer {
        paths: asking.paths,
    }
}

/// The rounds that would follow the first one of a path to a load balancer's
/// node, had it arrived: of all targets, those that get farthest.
pub(super) fn rest(network: &Network, question: &Question, first: &Round) -> Vec<Round> {
    let (End::Balancer(id), Some(call)) = (question.to, &first.call) else {
        return Vec::new();
    };
    let mut asking = Asking {
        network,
        question,
        tracing: Tracing::Hops,
        paths: Vec::new(),
    };
    let balancer = network.balancer(id);
    let listener = balancer.and_then(|it| it.listener(question.protocol, question.port));
    if let (Some(balancer), Some(listener)) = (balancer, listener) {
        asking.ask_targets(vec![], call, &call.flow, (balancer, listener), 0);
    }
    let answer = Answer {
        paths: asking.paths,
    };
    answer
        .best()
        .map(|it| it.rounds.clone())
        .unwrap_or_default()
}

struct Asking<'a> {
    network: &'a Network,
    question: &'a Question,
    tracing: Tracing,
    paths: Vec<Path>,
}

impl Asking<'_> {
    fn ask_balancer(&mut self, from: PlaceId, balancer: &Balancer) {
        let question = self.question;
        let Some(listener) = balancer.listener(question.protocol, question.port) else {
            self.paths
                .push(stopped(vec![], &balancer.origin, Cause::NoListener));
            return;
        };
        let called_outside = balancer.is_called_outside || is_outside(self.network, from);
        if balancer.nodes.is_empty() {
            self.paths
                .push(stopped(vec![], &balancer.origin, Cause::NoTarget));
        }
        // An IPv6 address is known outside whether or not anybody is to call it.
        let is_kept_in = question.family == Family::V6
            && is_outside(self.network, from)
            && !balancer.is_called_outside;
        for &node in &balancer.nodes {
            if is_kept_in {
                let cause = Cause::NoOutsideAddress(node);
                self.paths.push(stopped(vec![], &balancer.origin, cause));
                continue;
            }
            let first = self.first_round(from, node, called_outside);
            self.go_on(vec![first], (balancer, listener), 0);
        }
    }

    /// From the node that the last round arrived at to its targets.
    fn go_on(&mut self, rounds: Vec<Round>, via: (&Balancer, &Listener), depth: usize) {
        let last = rounds.last();
        match last.and_then(|round| Some((round.call.clone()?, round.arrived()?))) {
            Some((call, flow)) => self.ask_targets(rounds, &call, &flow, via, depth),
            None => self.paths.push(Path { rounds }),
        }
    }

    fn ask_targets(
        &mut self,
        rounds: Vec<Round>,
        call: &Call,
        arrived: &Flow,
        (balancer, listener): (&Balancer, &Listener),
        depth: usize,
    ) {
        let node = call.to;
        let serving = listener.backends.iter().filter(|it| it.serves(node));
        let mut is_served = false;
        for backend in serving {
            is_served = true;
            match backend.to {
                Backing::Place(place) => {
                    for caller in backend.callers(node) {
                        let client = (call, arrived, caller);
                        let mut rounds = rounds.clone();
                        rounds.push(self.next_round(client, place, backend, balancer));
                        self.paths.push(Path { rounds });
                    }
                }
                Backing::Balancer(id) if depth < MOST_BALANCERS => {
                    self.ask_next_balancer(
                        &rounds,
                        (call, arrived),
                        (backend, balancer),
                        id,
                        depth,
                    );
                }
                Backing::Balancer(_) => {
                    let path = stopped(rounds.clone(), &backend.origin, Cause::TooManyHops);
                    self.paths.push(path);
                }
            }
        }
        if !is_served {
            let cause = if listener.backends.is_empty() {
                Cause::NoTarget
            } else {
                Cause::NoTargetHere(node)
            };
            self.paths.push(stopped(rounds, &listener.origin, cause));
        }
    }

    fn ask_next_balancer(
        &mut self,
        rounds: &[Round],
        (call, arrived): (&Call, &Flow),
        (backend, balancer): (&Backend, &Balancer),
        id: super::BalancerId,
        depth: usize,
    ) {
        let Some(next) = self.network.balancer(id) else {
            return;
        };
        let Some(listener) = next.listener(self.question.protocol, backend.port) else {
            let path = stopped(rounds.to_vec(), &next.origin, Cause::NoListener);
            self.paths.push(path);
            return;
        };
        for caller in backend.callers(call.to) {
            for &place in &next.nodes {
                let client = (call, arrived, caller);
                let mut rounds = rounds.to_vec();
                rounds.push(self.next_round(client, place, backend, balancer));
                self.go_on(rounds, (next, listener), depth + 1);
            }
        }
    }

    /// From the client to what it calls.
    fn first_round(&self, from: PlaceId, to: PlaceId, called_outside: bool) -> Round {
        let (network, question) = (self.network, self.question);
        let source = match question.from_address {
            Some(address) => Ok(address),
            None => source_address(network, from, question.family),
        };
        let source = match source {
            Ok(source) => source,
            Err(blocked) => return blocked_round(None, blocked),
        };
        let call = |called| Call {
            from,
            to,
            flow: Flow::new(
                (source, question.client_ports.clone()),
                (called, PortSet::single(question.port)),
                question.protocol,
            ),
            keeps_source: false,
            is_filtered_inside: false,
        };
        let called = match question.to_address {
            Some(address) => known_outside(network, to, address, called_outside),
            None => called_address(network, to, question.family, called_outside),
        };
        match called {
            Ok(called) => round(network, call(called), self.tracing),
            Err(blocked) => {
                // What it would have called, to find what else is in the way.
                let own = question
                    .to_address
                    .map_or_else(|| called_address(network, to, question.family, false), Ok);
                blocked_round(own.ok().map(call), blocked)
            }
        }
    }

    /// From a node, or from who calls for it, to a target: in its name or in
    /// the client's.
    fn next_round(
        &self,
        (client, arrived, node): (&Call, &Flow, PlaceId),
        to: PlaceId,
        backend: &Backend,
        balancer: &Balancer,
    ) -> Round {
        let (network, protocol) = (self.network, self.question.protocol);
        match next_call(
            network,
            (client, arrived, node),
            to,
            (backend, balancer),
            protocol,
        ) {
            Ok(call) => round(network, call, self.tracing),
            Err(blocked) => blocked_round(None, blocked),
        }
    }
}

/// What a node, or who calls for it, sends to a target: in its name or in the
/// client's.
pub(super) fn next_call(
    network: &Network,
    (client, arrived, node): (&Call, &Flow, PlaceId),
    to: PlaceId,
    (backend, balancer): (&Backend, &Balancer),
    protocol: Protocol,
) -> Result<Call, Blocked> {
    let came_in = Family::of(arrived.source);
    let family = backend.family.unwrap_or(came_in);
    let keeps_source = backend.keeps_source && family == came_in;
    if keeps_source && client.from == to {
        return Err(Blocked {
            origin: backend.origin.clone(),
            cause: Cause::Hairpin(to),
        });
    }
    let (source, ports) = if keeps_source {
        (arrived.source, arrived.source_ports.clone())
    } else {
        let own = source_address(network, node, family)?;
        (own, Question::any_client_port())
    };
    let called = match backend.address {
        Some(address) => address,
        None => called_address(network, to, family, is_outside(network, node))?,
    };
    let target = (called, PortSet::single(backend.port));
    Ok(Call {
        from: node,
        to,
        flow: Flow::new((source, ports), target, protocol),
        keeps_source,
        is_filtered_inside: balancer.is_filtered_inside,
    })
}

fn stopped(mut rounds: Vec<Round>, origin: &Origin, cause: Cause) -> Path {
    let origin = origin.clone();
    rounds.push(blocked_round(None, Blocked { origin, cause }));
    Path { rounds }
}
