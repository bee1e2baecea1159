//! One round: a flow there and its reply back, and the same round once more
//! with every cause noted instead of the first.

use super::asking::{Tracing, rest};
use super::walk::{Manner, Memory, Stop, Stretch, Walked, walk};
use super::{
    Blocked, Call, Cause, Network, Origin, Path, PlaceId, PortSet, Question, Returns, Round, Trace,
};

/// Everything in the way of one round, and the ways walked as if it were not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The way there.
    pub there: Trace,
    /// What is in the way there, in order.
    pub there_stops: Vec<Stop>,
    /// The way back, where there is one to speak of.
    pub back: Option<Trace>,
    /// What is in the way back, in order.
    pub back_stops: Vec<Stop>,
}

/// All that is in the way of a path, round by round: each cause is noted, and
/// the walk goes on as if that were mended. For a path that ended at a load
/// balancer's node, on to the target that gets farthest.
pub fn explain(network: &Network, question: &Question, path: &Path) -> Vec<Explained> {
    let mut rounds = path.rounds.clone();
    if let [first] = &rounds[..] {
        let more = rest(network, question, first);
        rounds.extend(more);
    }
    let explained = rounds.iter().map(|round| explain_round(network, round));
    explained.collect()
}

fn explain_round(network: &Network, round: &Round) -> Explained {
    let Some(call) = &round.call else {
        return Explained {
            there: round.there.clone(),
            there_stops: stops(vec![], &round.there),
            back: round.back.clone(),
            back_stops: round.back.iter().flat_map(|it| stops(vec![], it)).collect(),
        };
    };
    let there = go(network, call, Some(call.to), false);
    let mut before = Vec::new();
    if let (Err(blocked), true) = (&round.there.outcome, round.there.hops.is_empty()) {
        // What was found before the walk: an address is missing.
        before.push(Stop {
            blocked: blocked.clone(),
            hops: 0,
        });
    }
    let mut there_stops = stops(there.stops, &there.trace);
    before.retain(|stop| !there_stops.contains(stop));
    there_stops.splice(0..0, before);
    let arrived = there.trace.arrived().cloned();
    let reply = arrived.filter(|_| there.trace.outcome == Ok(call.to));
    let back = reply.map(|arrived| {
        let reply = arrived.reversed();
        let mut back = come_back(network, call, reply, &there.memory, Some(call.from), false);
        judge_reply(network, call, &there.memory, &mut back);
        back
    });
    Explained {
        there: there.trace,
        there_stops,
        back_stops: back
            .as_ref()
            .map(|back| stops(back.stops.clone(), &back.trace))
            .unwrap_or_default(),
        back: back.map(|back| back.trace),
    }
}

/// The stops of a walk, its end included if it did not arrive.
fn stops(mut stops: Vec<Stop>, trace: &Trace) -> Vec<Stop> {
    if let Err(blocked) = &trace.outcome
        && stops.iter().all(|stop| stop.blocked != *blocked)
    {
        stops.push(Stop {
            blocked: blocked.clone(),
            hops: trace.hops.len(),
        });
    }
    stops
}

/// A flow there and its reply back.
pub(super) fn round(network: &Network, call: Call, tracing: Tracing) -> Round {
    let is_quiet = tracing == Tracing::Nothing;
    let Walked {
        trace: there,
        memory,
        ..
    } = go(network, &call, None, is_quiet);
    let Some(arrived) = there.arrived() else {
        return Round {
            call: Some(call),
            there,
            back: None,
            returns: Returns::Never,
            answered: PortSet::none(),
            answered_there: PortSet::none(),
        };
    };
    let mut back = come_back(network, &call, arrived.reversed(), &memory, None, is_quiet);
    judge_reply(network, &call, &memory, &mut back);
    let none = PortSet::none;
    let (returns, answered, answered_there) = if back.trace.arrives() {
        // The last stretch is the one to the client itself, the first one
        // that of the ports which the call arrived with.
        let passed = |stretch: Option<&Stretch>| stretch.map(|it| it.passed.clone());
        let answered = passed(back.stretches.last()).unwrap_or_default();
        let there = passed(back.stretches.first()).unwrap_or_default();
        (over(&back.stretches), answered, there)
    } else {
        (Returns::Never, none(), none())
    };
    Round {
        call: Some(call),
        there,
        back: Some(back.trace),
        returns,
        answered,
        answered_there,
    }
}

/// The way there, which ends well only where it was meant to.
fn go(network: &Network, call: &Call, toward: Option<PlaceId>, is_quiet: bool) -> Walked {
    let speaker = (call.from, call.flow.source);
    let manner = Manner {
        speaker: call.keeps_source.then_some(speaker),
        is_filtered_inside: call.is_filtered_inside,
        is_quiet,
        toward,
        ..Manner::default()
    };
    let mut walked = walk(network, call.from, call.flow.clone(), manner);
    if let Ok(place) = walked.trace.outcome
        && place != call.to
    {
        let cause = Cause::DeliveredElsewhere(place);
        walked.trace.outcome = Err(at(network, place, cause));
    }
    walked
}

/// The reply; a load balancer that sent in the name of its client takes it
/// back although it is addressed to the client.
fn come_back(
    network: &Network,
    call: &Call,
    reply: super::Flow,
    memory: &Memory,
    toward: Option<PlaceId>,
    is_quiet: bool,
) -> Walked {
    let manner = Manner {
        recalled: Some(memory),
        carried_to: call.keeps_source.then_some(call.from),
        is_filtered_inside: call.is_filtered_inside,
        is_quiet,
        toward,
        ..Manner::default()
    };
    walk(network, call.to, reply, manner)
}

/// Whether what came back is the reply, and came by the forwarders that the
/// call came by.
fn judge_reply(network: &Network, call: &Call, memory: &Memory, back: &mut Walked) {
    let (Ok(place), Some(reply)) = (&back.trace.outcome, back.trace.arrived()) else {
        return;
    };
    let place = *place;
    let (called, client) = (call.flow.destination, call.flow.source);
    let missed = |these: &[PlaceId], those: &[PlaceId]| {
        these.iter().find(|place| !those.contains(place)).copied()
    };
    let (there, came) = (&memory.forwarders, &back.memory.forwarders);
    let missed = missed(there, came).or_else(|| missed(came, there));
    if place != call.from {
        back.trace.outcome = Err(at(network, place, Cause::DeliveredElsewhere(place)));
    } else if (reply.source, reply.destination) != (called, client) {
        let answered = reply.source;
        let cause = Cause::AnswerFromElsewhere { called, answered };
        back.trace.outcome = Err(at(network, call.to, cause));
    } else if let Some(missed) = missed {
        back.trace.outcome = Err(at(network, missed, Cause::Asymmetric(missed)));
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

/// A round that was over before it began.
pub(super) fn blocked_round(call: Option<Call>, blocked: Blocked) -> Round {
    let there = Trace {
        hops: vec![],
        outcome: Err(blocked),
        arrived: None,
    };
    Round {
        call,
        there,
        back: None,
        returns: Returns::Never,
        answered: PortSet::none(),
        answered_there: PortSet::none(),
    }
}
