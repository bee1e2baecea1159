//! Asks the network, and tells the best way that it found.

use super::cause::Ended;
use super::ends::{Resolved, resolve};
use super::{Answer, Blocked, Code, Direction, End, Question, Reply, Unsupported, hops, names};
use crate::lower::Lowered;
use crate::message::Message;
use crate::network::{
    self, Balancer, Cause, Family, FilterKind, Path, PlaceKind, Returns, Round, Step, Trace,
    Verdict, Way,
};
use crate::template::{LogicalId, PropertyPath};

/// Answers a question about a design.
///
/// # Errors
/// What the network does not model, with the reason: never a guess.
pub fn ask(lowered: &Lowered, question: &Question) -> Result<Answer, Unsupported> {
    if question.family == Family::V6 {
        let why = "Which hosts have IPv6 addresses is not modeled yet: ask over IPv4.";
        return Err(Unsupported(Message::new(why)));
    }
    let from = resolve(lowered, &question.from, &question.to)?;
    let to = resolve(lowered, &question.to, &question.from)?;
    let mut asked = network::Question::new(from.end, to.end, question.protocol, question.port);
    asked.from_address = from.address;
    asked.to_address = to.address;
    if to.is_public
        && let Some(blocked) = call_publicly(lowered, question, &to, &mut asked)
    {
        let told = never(lowered, question, blocked);
        return match lacks_address(lowered, question, &told) {
            Some(why) => Err(Unsupported(not_settled(why))),
            None => Ok(told),
        };
    }
    let paths = match to.end {
        network::End::Balancer(id) => match lowered.network.balancer(id) {
            Some(balancer) if answers_itself(lowered, balancer, question) => {
                nodes(lowered, balancer, &asked)
            }
            _ => network::ask(&lowered.network, &asked).paths,
        },
        network::End::Place(_) => network::ask(&lowered.network, &asked).paths,
    };
    let ways = (paths.iter().filter(|it| it.arrives()).count(), paths.len());
    let answer = network::Answer { paths };
    let Some(best) = answer.best() else {
        let why = "The network has no such ends.";
        return Err(Unsupported(Message::new(why)));
    };
    if let Some(why) = unclear(lowered, best) {
        return Err(Unsupported(why));
    }
    let told = tell(lowered, question, best, ways);
    if let Some(why) = lacks_address(lowered, question, &told) {
        return Err(Unsupported(not_settled(why)));
    }
    Ok(told)
}

/// Makes the question one to the public address of its end, or says that it
/// has none.
fn call_publicly(
    lowered: &Lowered,
    question: &Question,
    to: &Resolved,
    asked: &mut network::Question,
) -> Option<Blocked> {
    // A load balancer is called by what its scheme says.
    let network::End::Place(place) = to.end else {
        return None;
    };
    let interface = lowered.network.interface(place)?;
    let address = interface.address(question.family)?;
    if let Some(outside) = address.seen_outside() {
        asked.to_address = Some(outside);
        return None;
    }
    let resource = names::resource_of(lowered, place);
    Some(Blocked {
        code: Code::IgwPrivateIpAssociationForIngress,
        sentence: Message::new("{place} has no public address.")
            .message("place", names::place(lowered, place)),
        resource,
        path: PropertyPath::root(),
        direction: Direction::There,
    })
}

fn answers_itself(lowered: &Lowered, balancer: &Balancer, question: &Question) -> bool {
    let listener = balancer.listener(question.protocol, question.port);
    listener.is_some_and(|listener| {
        let id = LogicalId::new(&listener.origin.resource);
        listener.backends.is_empty() && lowered.answering.contains(&id)
    })
}

/// The ways to the nodes alone: the listener answers by itself.
fn nodes(lowered: &Lowered, balancer: &Balancer, asked: &network::Question) -> Vec<Path> {
    let mut paths = Vec::new();
    for node in &balancer.nodes {
        let interface = lowered.network.interface(*node);
        let address = interface.and_then(|it| it.address(asked.family));
        let mut to_node = asked.clone();
        to_node.to = network::End::Place(*node);
        if balancer.is_called_outside {
            to_node.to_address = address.and_then(network::Address::seen_outside);
        }
        paths.extend(network::ask(&lowered.network, &to_node).paths);
    }
    paths
}

/// What makes the verdict of a path one that the design does not settle.
fn unclear(lowered: &Lowered, path: &Path) -> Option<Message> {
    if let Some(blocked) = path.blocked() {
        let open = |resource: &str| lowered.open.get(resource).cloned();
        match &blocked.cause {
            Cause::Unsupported(why) => {
                return Some(Message::new("{why}.").text("why", why));
            }
            Cause::NotDeliverable(address) if leads_to_site(lowered, path) => {
                return Some(
                    Message::new("{address} is behind your site: what is there is not modeled.")
                        .text("address", address),
                );
            }
            Cause::FilterDenied {
                by: FilterKind::Stateful(place),
                ..
            } => {
                let host = names::resource_of(lowered, *place);
                let of_host = host.and_then(|host| open(host.as_str()));
                let traces = path.rounds.iter().flat_map(traces);
                let mut asked = traces
                    .filter_map(|trace| trace.hops.last())
                    .flat_map(|hop| filters(&hop.step));
                let of_group = || asked.find_map(|origin| open(&origin.resource));
                if let Some(why) = of_host.or_else(of_group) {
                    return Some(not_settled(why));
                }
            }
            Cause::NoTarget => {
                if let Some(why) = open(&blocked.origin.resource) {
                    return Some(not_settled(why));
                }
            }
            _ => {}
        }
    }
    // A network ACL of which an entry is not known may allow or deny.
    let hops = path.rounds.iter().flat_map(traces).flat_map(|it| &it.hops);
    let mut stateless = hops.filter_map(|hop| match &hop.step {
        Step::Filtered {
            by: FilterKind::Stateless(_),
            ..
        } => lowered.open.get(&*hop.origin.resource),
        _ => None,
    });
    stateless.next().cloned().map(not_settled)
}

/// Why an end may have the public address after all that an answer misses.
fn lacks_address(lowered: &Lowered, question: &Question, answer: &Answer) -> Option<Message> {
    let end = match answer.blocked.as_ref()?.code {
        Code::IgwPrivateIpAssociationForIngress => &question.to,
        Code::IgwPublicIpAssociationForEgress => &question.from,
        _ => return None,
    };
    let (End::Resource(id) | End::Public(id)) = end else {
        return None;
    };
    lowered.open_addresses.get(id).cloned()
}

fn not_settled(why: Message) -> Message {
    Message::new("It depends on what is not known: {why}.").message("why", why)
}

/// Whether a way ended in a gateway that leads to a site.
fn leads_to_site(lowered: &Lowered, path: &Path) -> bool {
    let mut last = path
        .rounds
        .iter()
        .flat_map(traces)
        .filter_map(|it| it.hops.last());
    last.any(|hop| {
        let Step::Crosses(gateway) = hop.step else {
            return false;
        };
        let kind = lowered.network.place(gateway).map(|place| &place.kind);
        matches!(kind, Some(PlaceKind::Gateway(it)) if matches!(it.way, Way::Link(_)))
    })
}

fn traces(round: &Round) -> impl Iterator<Item = &Trace> {
    std::iter::once(&round.there).chain(&round.back)
}

fn filters(step: &Step) -> &[network::Origin] {
    match step {
        Step::Filtered {
            verdict: Verdict::Judged { asked, .. },
            ..
        } => asked,
        _ => &[],
    }
}

/// A path as an answer: there through every round, then back.
fn tell(lowered: &Lowered, question: &Question, best: &Path, ways: (usize, usize)) -> Answer {
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
    let blocked = stopped(lowered, best).or_else(|| narrowed(lowered, best));
    let assumptions = assumptions(lowered, question, &path, blocked.as_ref());
    Answer {
        forward: best.arrives(),
        reply,
        path,
        blocked,
        assumptions,
        ways,
    }
}

/// What stops a path, on a way there, else on a way back.
fn stopped(lowered: &Lowered, path: &Path) -> Option<Blocked> {
    let there = path.rounds.iter().map(|it| (&it.there, Direction::There));
    let back = path.rounds.iter().filter_map(|it| it.back.as_ref());
    let mut ways = there.chain(back.map(|it| (it, Direction::Back)));
    ways.find_map(|(trace, direction)| {
        let blocked = trace.outcome.as_ref().err()?;
        let ended = Ended {
            lowered,
            trace,
            direction,
        };
        Some(ended.explain(blocked))
    })
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
    path: &[super::ReachHop],
    blocked: Option<&Blocked>,
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
    let culprit = blocked.and_then(|blocked| blocked.resource.as_ref());
    let touched: Vec<&LogicalId> = hops.chain(ends).chain(culprit).collect();
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
fn never(lowered: &Lowered, question: &Question, blocked: Blocked) -> Answer {
    Answer {
        forward: false,
        reply: Reply::Never,
        assumptions: assumptions(lowered, question, &[], Some(&blocked)),
        path: Vec::new(),
        blocked: Some(blocked),
        ways: (0, 1),
    }
}
