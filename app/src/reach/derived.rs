//! What takes many questions: exposure and matrix, as work that can be done
//! a piece at a time. The only file of the app that knows how they are found.

use std::net::IpAddr;
use std::sync::Arc;

use drawbridge_core::cidr::IpNet;
use drawbridge_core::lower::{Lowered, Whereabouts};
use drawbridge_core::message::Message;
use drawbridge_core::network::{Family, PortSet, Protocol};
use drawbridge_core::reach::{Answer, Direction, End, Question, Reply, Translation, ask};
use drawbridge_core::template::LogicalId;

/// A piece of work at each call; gives what was found when all is done.
pub(super) type Work<T> = Box<dyn FnMut() -> Option<T>>;

/// What the Internet reaches, and what leaves to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Exposures {
    pub(super) reached: Vec<Reached>,
    pub(super) leaving: Vec<Leaving>,
}

/// Ports of a resource that the Internet reaches.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reached {
    pub(super) resource: LogicalId,
    pub(super) protocol: Protocol,
    pub(super) family: Family,
    pub(super) ports: PortSet,
    /// Who reaches them; nobody is left out where there is none.
    pub(super) sources: Vec<IpNet>,
    pub(super) through: Vec<LogicalId>,
    pub(super) reply: Reply,
}

/// Somebody who opens connections to the Internet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Leaving {
    pub(super) resource: LogicalId,
    pub(super) family: Family,
    pub(super) through: Vec<LogicalId>,
    /// As whom it is seen there.
    pub(super) address: Option<IpAddr>,
}

/// Who reaches whom.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Matrix {
    pub(super) classes: Vec<Class>,
    pub(super) cells: Vec<Cell>,
}

/// Resources that reach the same and are reached by the same.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Class {
    pub(super) members: Vec<LogicalId>,
    pub(super) label: Message,
    pub(super) is_internet: bool,
}

/// What gets through from one class to another.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) family: Family,
    pub(super) protocol: Protocol,
    pub(super) ports: PortSet,
    pub(super) sometimes: PortSet,
    pub(super) unanswered: PortSet,
}

/// Finds what the Internet reaches and what leaves to it, a service or
/// a resource at a time.
pub(super) fn exposures(lowered: Arc<Lowered>) -> Work<Exposures> {
    let mut found = Exposures::default();
    let mut next = 0;
    Box::new(move || {
        let at = next;
        next += 1;
        if let Some(service) = lowered.services.get(at) {
            let answered = |port: u16| {
                let to = End::Resource(service.resource.clone());
                let question = Question::new(End::Internet(None), to, service.protocol, port);
                let answer = ask(&lowered, &question).ok()?;
                answer.forward.then_some(answer)
            };
            let mut ports = PortSet::none();
            let mut last = None;
            for range in service.ports.intervals() {
                let (Some(answer), Some(_)) = (answered(*range.start()), answered(*range.end()))
                else {
                    continue;
                };
                ports = ports.union(&PortSet::from(range));
                last = Some(answer);
            }
            if let Some(answer) = last {
                found.reached.push(Reached {
                    resource: service.resource.clone(),
                    protocol: service.protocol,
                    family: Family::V4,
                    ports,
                    sources: Vec::new(),
                    through: through(&answer, &service.resource),
                    reply: answer.reply,
                });
            }
            return None;
        }
        if let Some((id, place)) = lowered.places.get_index(at - lowered.services.len()) {
            let from = End::Resource(id.clone());
            let question = Question::new(from, End::Internet(None), Protocol::Tcp, 443);
            let is_host = matches!(place, Whereabouts::Interfaces(_));
            let answer = is_host.then(|| ask(&lowered, &question).ok()).flatten();
            if let Some(answer) = answer.filter(|it| it.forward && it.reply != Reply::Never) {
                found.leaving.push(Leaving {
                    resource: id.clone(),
                    family: Family::V4,
                    through: through(&answer, id),
                    address: seen_as(&answer),
                });
            }
            return None;
        }
        Some(std::mem::take(&mut found))
    })
}

/// What the way of an answer leads through, the end itself left out.
fn through(answer: &Answer, end: &LogicalId) -> Vec<LogicalId> {
    let hops = answer
        .path
        .iter()
        .filter(|hop| hop.direction == Direction::There);
    let mut through: Vec<LogicalId> = Vec::new();
    for id in hops.filter_map(|hop| hop.at.clone()) {
        if id != *end && !through.contains(&id) {
            through.push(id);
        }
    }
    through
}

fn seen_as(answer: &Answer) -> Option<IpAddr> {
    let hops = answer
        .path
        .iter()
        .filter(|hop| hop.direction == Direction::There);
    let mut sources = hops.filter_map(|hop| match hop.translation {
        Some(Translation::Source { after, .. }) => Some(after),
        _ => None,
    });
    sources.next_back()
}

/// Finds who reaches whom on the ports that the design offers, a row at a time.
pub(super) fn matrix(lowered: Arc<Lowered>) -> Work<Matrix> {
    let mut found = Matrix {
        classes: classes(&lowered),
        cells: Vec::new(),
    };
    let mut from = 0;
    Box::new(move || {
        if from == found.classes.len() {
            return Some(std::mem::take(&mut found));
        }
        for to in 0..found.classes.len() {
            let pair = found.classes.get(from).zip(found.classes.get(to));
            if let Some((caller, called)) = pair {
                let cells = cells(&lowered, (from, caller), (to, called));
                found.cells.extend(cells);
            }
        }
        from += 1;
        None
    })
}

fn cells(
    lowered: &Lowered,
    (from, caller): (usize, &Class),
    (to, called): (usize, &Class),
) -> Vec<Cell> {
    let Some(target) = called.members.last() else {
        return Vec::new();
    };
    let source = match caller.members.first() {
        Some(source) if source != target => End::Resource(source.clone()),
        Some(_) => return Vec::new(),
        None => End::Internet(None),
    };
    let mut cells: Vec<Cell> = Vec::new();
    let offers = lowered.services.iter().filter(|it| it.resource == *target);
    for offer in offers {
        let mut cell = Cell {
            from,
            to,
            family: Family::V4,
            protocol: offer.protocol,
            ports: PortSet::none(),
            sometimes: PortSet::none(),
            unanswered: PortSet::none(),
        };
        for range in offer.ports.intervals() {
            let to = End::Resource(target.clone());
            let question = Question::new(source.clone(), to, offer.protocol, *range.start());
            let Ok(answer) = ask(lowered, &question) else {
                continue;
            };
            let set = match answer.reply {
                _ if !answer.forward => continue,
                Reply::Always => &mut cell.ports,
                Reply::Sometimes => &mut cell.sometimes,
                Reply::Never => &mut cell.unanswered,
            };
            *set = set.union(&PortSet::from(range));
        }
        let sets = [&cell.ports, &cell.sometimes, &cell.unanswered];
        if sets.iter().any(|set| !set.is_empty()) {
            cells.push(cell);
        }
    }
    cells
}

/// The Internet, then resources by subnet, filters, public address and what
/// they offer.
fn classes(lowered: &Lowered) -> Vec<Class> {
    let network = &lowered.network;
    let mut classes = vec![(
        String::new(),
        Class {
            members: Vec::new(),
            label: Message::new("The Internet"),
            is_internet: true,
        },
    )];
    for (id, place) in &lowered.places {
        let interfaces = match place {
            Whereabouts::Interfaces(places) => places.as_slice(),
            Whereabouts::Balancer(_) => &[],
        };
        let interfaces = interfaces.iter().filter_map(|it| network.interface(*it));
        let interfaces: Vec<_> = interfaces
            .map(|it| {
                let address = it.address(Family::V4);
                let is_public = address.is_some_and(|it| it.outside.is_some());
                (it.segment, &it.guards, &it.role, is_public)
            })
            .collect();
        let offers = lowered.services.iter().filter(|it| it.resource == *id);
        let offers: Vec<_> = offers.map(|it| (it.protocol, &it.ports)).collect();
        let key = if interfaces.is_empty() {
            id.to_string()
        } else {
            format!("{interfaces:?} {offers:?}")
        };
        match classes.iter_mut().find(|(known, _)| *known == key) {
            Some((_, class)) => class.members.push(id.clone()),
            None => classes.push((
                key,
                Class {
                    members: vec![id.clone()],
                    label: Message::new("{first}").resource("first", id),
                    is_internet: false,
                },
            )),
        }
    }
    let classes = classes.into_iter().map(|(_, class)| Class {
        label: match class.members.as_slice() {
            [first, _, ..] => Message::new("{first} and {more} more")
                .resource("first", first)
                .text("more", class.members.len() - 1),
            _ => class.label,
        },
        ..class
    });
    classes.collect()
}
