//! A path of the network as an answer: its steps as sentences, all that is in
//! the way, and what it rests on.

use super::cause::Ended;
use super::{Answer, Blocked, Code, Direction, End, Question, ReachHop, Reply, hops, names};
use crate::lower::Lowered;
use crate::message::Message;
use crate::network::{self, Explained, FilterKind, Path, Returns, Step, Stop, Trace, Verdict};
use crate::packet::PacketSet;
use crate::template::{LogicalId, PropertyPath};

/// A path as an answer: there through every round, then back.
pub(super) fn tell(
    lowered: &Lowered,
    question: &Question,
    (asked, best): (&network::Question, &Path),
    ways: (usize, usize),
) -> Answer {
    let mut path = Vec::new();
    for round in &best.rounds {
        path.extend(hops::describe(lowered, &round.there, Direction::There));
    }
    if best.arrives() {
        for round in best.rounds.iter().rev() {
            if let Some(back) = &round.back {
                path.extend(hops::describe(lowered, back, Direction::Back));
            }
        }
    }
    let reply = match best.returns() {
        Returns::Always => Reply::Always,
        Returns::Sometimes { .. } => Reply::Sometimes,
        Returns::Never => Reply::Never,
    };
    let mut blocked = Vec::new();
    if best.blocked().is_some() {
        let explained = network::explain(&lowered.network, asked, best);
        blocked = everything(lowered, &explained);
    }
    if blocked.is_empty() {
        blocked.extend(narrowed(lowered, best));
    }
    let assumptions = assumptions(lowered, question, &path, &blocked);
    Answer {
        forward: best.arrives(),
        reply,
        path,
        blocked,
        passing: best.passing(),
        assumptions,
        ways,
    }
}

/// All that is in the way of a path, there and then back; nothing twice.
fn everything(lowered: &Lowered, rounds: &[Explained]) -> Vec<Blocked> {
    let mut found: Vec<Blocked> = Vec::new();
    let mut add = |trace: &Trace, stops: &[Stop], direction| {
        for stop in stops {
            let ended = Ended {
                lowered,
                hops: trace.hops.get(..stop.hops).unwrap_or(&trace.hops),
                direction,
            };
            let blocked = ended.explain(&stop.blocked);
            if !found.contains(&blocked) {
                found.push(blocked);
            }
        }
    };
    for round in rounds {
        add(&round.there, &round.there_stops, Direction::There);
    }
    for round in rounds.iter().rev() {
        if let Some(back) = &round.back {
            add(back, &round.back_stops, Direction::Back);
        }
    }
    found
}

/// What lets only some replies pass: the first network ACL on a way back after
/// which fewer ports are left.
fn narrowed(lowered: &Lowered, path: &Path) -> Option<Blocked> {
    let backs = path.rounds.iter().filter_map(|it| it.back.as_ref());
    for back in backs {
        for (before, hop) in back.hops.iter().zip(back.hops.iter().skip(1)) {
            let Step::Filtered {
                by: FilterKind::Stateless(_),
                verdict: Verdict::Judged { passed, .. },
                ..
            } = &hop.step
            else {
                continue;
            };
            let lost = before.flow.destination_ports.difference(passed);
            if lost.is_empty() {
                continue;
            }
            let sentence = Message::new("{acl} lets replies pass to the ports {passed} only: clients that open from {lost} get none. Allow 1024-65535.")
                .message("acl", names::whole(&hop.origin))
                .text("passed", names::range(passed))
                .text("lost", names::range(&lost));
            return Some(Blocked {
                code: Code::SubnetAclRestriction,
                sentence,
                resource: names::resource(lowered, &hop.origin),
                path: PropertyPath::root(),
                direction: Direction::Back,
            });
        }
    }
    None
}

/// The assumptions about whatever the way touches.
fn assumptions(
    lowered: &Lowered,
    question: &Question,
    path: &[ReachHop],
    blocked: &[Blocked],
) -> Vec<Message> {
    let hops = path
        .iter()
        .flat_map(|hop| [&hop.resource, &hop.at])
        .flatten();
    let ends = [&question.from, &question.to].into_iter();
    let ends = ends.filter_map(|end| match end {
        End::Resource(id) | End::Public(id) => Some(id),
        _ => None,
    });
    let culprits = blocked
        .iter()
        .filter_map(|blocked| blocked.resource.as_ref());
    let touched: Vec<&LogicalId> = hops.chain(ends).chain(culprits).collect();
    let about = lowered
        .assumptions
        .iter()
        .filter(|assumption| touched.contains(&&assumption.about));
    let mut said = Vec::new();
    for assumption in about {
        // Several resources may rest on one parameter.
        if !said.contains(&assumption.message) {
            said.push(assumption.message.clone());
        }
    }
    said
}

/// The answer to a question that is over before anything is sent.
pub(super) fn never(lowered: &Lowered, question: &Question, blocked: Blocked) -> Answer {
    Answer {
        forward: false,
        reply: Reply::Never,
        assumptions: assumptions(lowered, question, &[], std::slice::from_ref(&blocked)),
        path: Vec::new(),
        blocked: vec![blocked],
        passing: PacketSet::empty(),
        ways: (0, 1),
    }
}
