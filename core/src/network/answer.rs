//! The answer to a question: there and back, stage by stage. It puts walks
//! together; it knows no step of a walk.

use super::question::{called_address, is_outside, source_address};
use super::walk::{Manner, Stretch, Walked, walk};
use super::{
    Backend, Balancer, Blocked, Cause, End, Flow, Network, Origin, PlaceId, PortSet, Question,
    Trace,
};

/// Whether the reply to what arrived gets back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Returns {
    /// Whatever port the client opened from.
    Always,
    /// Only for some ports of the client or of a translator on the way.
    Sometimes {
        /// The destination ports that replies may have on the narrowest
        /// stretch of the way back.
        passing: PortSet,
        /// The ports that they should have been able to have there.
        meant: PortSet,
    },
    /// For no port.
    Never,
}

/// One flow there and its reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// The way there.
    pub there: Trace,
    /// The way back, if anything arrived.
    pub back: Option<Trace>,
    /// What the way back says.
    pub returns: Returns,
}

/// One way to answer the question: a round, or, through a load balancer's
/// node, one to the node and one from there to a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// The rounds, in order; the last one may be blocked.
    pub rounds: Vec<Round>,
}

/// All ways tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// At least one; more only where a load balancer is an end.
    pub paths: Vec<Path>,
}

impl Path {
    /// Whether the first packet arrives at the end of every round.
    pub fn arrives(&self) -> bool {
        !self.rounds.is_empty() && self.rounds.iter().all(|round| round.there.arrives())
    }

    /// The reply over all rounds: as bad as the worst of them.
    pub fn returns(&self) -> Returns {
        if !self.arrives() {
            return Returns::Never;
        }
        let worst = self
            .rounds
            .iter()
            .map(|round| &round.returns)
            .max_by_key(|it| it.rank());
        worst.cloned().unwrap_or(Returns::Never)
    }

    /// What stops the path first: on a way there, else on a way back.
    pub fn blocked(&self) -> Option<&Blocked> {
        let there = self
            .rounds
            .iter()
            .find_map(|round| round.there.outcome.as_ref().err());
        there.or_else(|| {
            let mut back = self.rounds.iter().filter_map(|round| round.back.as_ref());
            back.find_map(|trace| trace.outcome.as_ref().err())
        })
    }

    /// How far the path gets: better paths rank higher.
    fn rank(&self) -> (bool, u8, usize, usize) {
        let hops = self.rounds.iter().map(|round| round.there.hops.len()).sum();
        (
            self.arrives(),
            2 - self.returns().rank(),
            self.rounds.len(),
            hops,
        )
    }
}

impl Returns {
    /// 0 is best.
    fn rank(&self) -> u8 {
        match self {
            Self::Always => 0,
            Self::Sometimes { .. } => 1,
            Self::Never => 2,
        }
    }
}

impl Answer {
    /// The path that gets farthest; the first of equals.
    pub fn best(&self) -> Option<&Path> {
        self.paths.iter().rev().max_by_key(|path| path.rank())
    }

    /// Whether some path arrives.
    pub fn arrives(&self) -> bool {
        self.paths.iter().any(Path::arrives)
    }

    /// The reply on the best path.
    pub fn returns(&self) -> Returns {
        self.best().map_or(Returns::Never, Path::returns)
    }
}

/// Answers a question by walking every pair of ends that it means. The work is
/// bounded by nodes times targets times the longest walk.
pub fn ask(network: &Network, question: &Question) -> Answer {
    let sources: Vec<PlaceId> = match question.from {
        End::Place(place) => vec![place],
        End::Balancer(id) => network
            .balancer(id)
            .map(|it| it.nodes.clone())
            .unwrap_or_default(),
    };
    let mut paths = Vec::new();
    for from in sources {
        match question.to {
            End::Place(to) => {
                let called_outside = is_outside(network, from);
                let round = first_round(network, question, from, to, called_outside).0;
                paths.push(Path {
                    rounds: vec![round],
                });
            }
            End::Balancer(id) => {
                if let Some(balancer) = network.balancer(id) {
                    ask_balancer(network, question, from, balancer, &mut paths);
                }
            }
        }
    }
    if paths.is_empty() {
        paths.push(stopped(vec![], &Origin::whole(""), Cause::NoTarget));
    }
    Answer { paths }
}

fn ask_balancer(
    network: &Network,
    question: &Question,
    from: PlaceId,
    balancer: &Balancer,
    paths: &mut Vec<Path>,
) {
    let Some(listener) = balancer.listener(question.protocol, question.port) else {
        paths.push(stopped(vec![], &balancer.origin, Cause::NoListener));
        return;
    };
    let called_outside = balancer.is_called_outside || is_outside(network, from);
    if balancer.nodes.is_empty() {
        paths.push(stopped(vec![], &balancer.origin, Cause::NoTarget));
    }
    for &node in &balancer.nodes {
        let (first, client) = first_round(network, question, from, node, called_outside);
        let Some(client) = client.filter(|_| first.there.arrives()) else {
            paths.push(Path {
                rounds: vec![first],
            });
            continue;
        };
        let mut is_served = false;
        for backend in listener
            .backends
            .iter()
            .filter(|backend| backend.serves(node))
        {
            is_served = true;
            let second = second_round(network, question, &client, node, backend);
            paths.push(Path {
                rounds: vec![first.clone(), second],
            });
        }
        if !is_served {
            paths.push(stopped(vec![first], &listener.origin, Cause::NoTarget));
        }
    }
}

/// From the client to what it calls, with the flow as it arrived there.
fn first_round(
    network: &Network,
    question: &Question,
    from: PlaceId,
    to: PlaceId,
    called_outside: bool,
) -> (Round, Option<Flow>) {
    let source = match question.from_address {
        Some(address) => Ok(address),
        None => source_address(network, from, question.family),
    };
    let called = match question.to_address {
        Some(address) => Ok(address),
        None => called_address(network, to, question.family, called_outside),
    };
    let flow = source.and_then(|source| {
        let ends = (source, question.client_ports.clone());
        Ok(Flow::new(
            ends,
            (called?, PortSet::single(question.port)),
            question.protocol,
        ))
    });
    match flow {
        Ok(flow) => {
            let round = round(network, from, to, flow, None);
            let arrived = round.there.arrived().cloned();
            (round, arrived)
        }
        Err(blocked) => (blocked_round(blocked), None),
    }
}

/// From a node to a target, in the node's name or in the client's.
fn second_round(
    network: &Network,
    question: &Question,
    client: &Flow,
    node: PlaceId,
    backend: &Backend,
) -> Round {
    let own = source_address(network, node, question.family);
    let source = if backend.keeps_source {
        Ok(client.source)
    } else {
        own
    };
    let called = called_address(network, backend.place, question.family, false);
    let ports = if backend.keeps_source {
        client.source_ports.clone()
    } else {
        Question::any_client_port()
    };
    let flow = source.and_then(|source| {
        let target = (called?, PortSet::single(backend.port));
        Ok(Flow::new((source, ports), target, question.protocol))
    });
    match flow {
        Ok(flow) => {
            let carried_to = backend.keeps_source.then_some(node);
            round(network, node, backend.place, flow, carried_to)
        }
        Err(blocked) => blocked_round(blocked),
    }
}

/// A flow there and its reply back; `carried_to` is where a load balancer takes
/// the reply back although it is addressed to the client.
fn round(
    network: &Network,
    from: PlaceId,
    to: PlaceId,
    flow: Flow,
    carried_to: Option<PlaceId>,
) -> Round {
    let (client, called) = (flow.source, flow.destination);
    let speaker = carried_to.map(|node| (node, client));
    let manner = Manner {
        speaker,
        ..Manner::default()
    };
    let Walked {
        trace: mut there,
        memory,
        ..
    } = walk(network, from, flow, manner);
    if let Ok(place) = there.outcome
        && place != to
    {
        there.outcome = Err(at(network, place, Cause::DeliveredElsewhere(place)));
    }
    let Some(arrived) = there.arrived().cloned() else {
        return Round {
            there,
            back: None,
            returns: Returns::Never,
        };
    };
    let manner = Manner {
        recalled: Some(&memory),
        carried_to,
        speaker: None,
    };
    let Walked {
        trace: mut back,
        stretches,
        ..
    } = walk(network, to, arrived.reversed(), manner);
    if let (Ok(place), Some(reply)) = (&back.outcome, back.arrived()) {
        let (place, answered) = (*place, reply.source);
        if place != from {
            back.outcome = Err(at(network, place, Cause::DeliveredElsewhere(place)));
        } else if (answered, reply.destination) != (called, client) {
            back.outcome = Err(at(
                network,
                to,
                Cause::AnswerFromElsewhere { called, answered },
            ));
        }
    }
    let returns = if back.arrives() {
        over(&stretches)
    } else {
        Returns::Never
    };
    Round {
        there,
        back: Some(back),
        returns,
    }
}

/// The reply over the stretches of a way back that arrived.
fn over(stretches: &[Stretch]) -> Returns {
    let narrowed = stretches
        .iter()
        .find(|stretch| stretch.passed != stretch.meant);
    narrowed.map_or(Returns::Always, |stretch| Returns::Sometimes {
        passing: stretch.passed.clone(),
        meant: stretch.meant.clone(),
    })
}

fn at(network: &Network, place: PlaceId, cause: Cause) -> Blocked {
    let origin = network.place(place).map(|place| place.origin.clone());
    Blocked {
        origin: origin.unwrap_or_else(|| Origin::whole("")),
        cause,
    }
}

fn blocked_round(blocked: Blocked) -> Round {
    let there = Trace {
        hops: vec![],
        outcome: Err(blocked),
    };
    Round {
        there,
        back: None,
        returns: Returns::Never,
    }
}

fn stopped(mut rounds: Vec<Round>, origin: &Origin, cause: Cause) -> Path {
    rounds.push(blocked_round(Blocked {
        origin: origin.clone(),
        cause,
    }));
    Path { rounds }
}
