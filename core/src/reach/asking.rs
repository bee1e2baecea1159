//! Asks the network, and picks the best way that it found.

use super::ends::resolve;
use super::telling::{never, tell};
use super::unsettled::{lacks_address, not_settled, unclear};
use super::{Answer, Blocked, Code, Direction, End, Question, Unsupported, names};
use crate::lower::Lowered;
use crate::message::Message;
use crate::network::{self, Balancer, Path};
use crate::template::{LogicalId, PropertyPath};

/// Answers a question about a design.
///
/// # Errors
/// What the network does not model, with the reason: never a guess.
pub fn ask(lowered: &Lowered, question: &Question) -> Result<Answer, Unsupported> {
    let Tried { ways, refused } = walked(lowered, question)?;
    let told = if let Some((asked, path)) = best(&ways) {
        if let Some(why) = unclear(lowered, path) {
            return Err(Unsupported(why));
        }
        let arriving = ways.iter().filter(|(_, path)| path.arrives()).count();
        tell(lowered, question, (asked, path), (arriving, ways.len()))
    } else {
        let Some(blocked) = refused else {
            return Err(nobody());
        };
        never(lowered, question, blocked)
    };
    match lacks_address(lowered, question, &told) {
        Some(why) => Err(Unsupported(not_settled(why))),
        None => Ok(told),
    }
}

/// Why [`ask`] does not answer a question, found without telling the answer
/// where that has no part in it.
pub(super) fn unsettled(lowered: &Lowered, question: &Question) -> Option<Message> {
    let may_have_address = |end: &End| match end {
        End::Resource(id) | End::Public(id) => lowered.open_addresses.contains_key(id),
        _ => false,
    };
    if may_have_address(&question.from) || may_have_address(&question.to) {
        return ask(lowered, question).err().map(|Unsupported(why)| why);
    }
    match walked(lowered, question) {
        Err(Unsupported(why)) => Some(why),
        Ok(tried) => match best(&tried.ways) {
            Some((_, path)) => unclear(lowered, path),
            None if tried.refused.is_some() => None,
            None => Some(nobody().0),
        },
    }
}

fn nobody() -> Unsupported {
    Unsupported(Message::new("The network has no such ends."))
}

/// What was tried for a question.
struct Tried {
    ways: Vec<(network::Question, Path)>,
    /// What is in the way before anything is walked.
    refused: Option<Blocked>,
}

fn walked(lowered: &Lowered, question: &Question) -> Result<Tried, Unsupported> {
    let from = resolve(lowered, &question.from, &question.to)?;
    let to = resolve(lowered, &question.to, &question.from)?;
    let mut ways: Vec<(network::Question, Path)> = Vec::new();
    let mut refused = None;
    for from_end in &from.ends {
        for to_end in &to.ends {
            let mut asked =
                network::Question::new(*from_end, *to_end, question.protocol, question.port);
            asked.family = question.family;
            asked.from_address = from.address;
            asked.to_address = to.address;
            if to.is_public
                && let Some(blocked) = call_publicly(lowered, *to_end, &mut asked)
            {
                refused.get_or_insert(blocked);
                continue;
            }
            let paths = paths(lowered, question, &asked);
            ways.extend(paths.into_iter().map(|path| (asked.clone(), path)));
        }
    }
    Ok(Tried { ways, refused })
}

/// The path that gets farthest; the first of equals.
fn best(tried: &[(network::Question, Path)]) -> Option<&(network::Question, Path)> {
    tried.iter().rev().max_by_key(|(_, path)| path.rank())
}

fn paths(lowered: &Lowered, question: &Question, asked: &network::Question) -> Vec<Path> {
    if let network::End::Balancer(id) = asked.to
        && let Some(balancer) = lowered.network.balancer(id)
        && answers_itself(lowered, balancer, question)
    {
        return nodes(lowered, balancer, asked);
    }
    network::ask(&lowered.network, asked).paths
}

/// Makes the question one to the public address of its end, or says that it
/// has none.
fn call_publicly(
    lowered: &Lowered,
    to: network::End,
    asked: &mut network::Question,
) -> Option<Blocked> {
    // A load balancer is called by what its scheme says.
    let network::End::Place(place) = to else {
        return None;
    };
    let interface = lowered.network.interface(place)?;
    let of_family = interface
        .addresses
        .iter()
        .filter(|it| network::Family::of(it.own) == asked.family);
    // Without any address of the family, that is what is missing.
    of_family.clone().next()?;
    let mut seen = of_family
        .copied()
        .filter_map(network::Address::seen_outside);
    if let Some(outside) = seen.next() {
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
