//! What could be written between two resources.

use crate::catalogue::{ENTRIES, End, Entry, Link, Role, Shape, entry};
use crate::document::{Document, Refusal};
use crate::edit::wording;
use crate::message::Message;
use crate::sorting;
use crate::template::{LogicalId, Resource};

/// A line that can be drawn between two resources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// Where it starts.
    pub from: LogicalId,
    /// Where it ends.
    pub to: LogicalId,
    /// What it says: "routes to".
    pub verb: &'static str,
    /// What is written for it.
    pub written: Written,
    /// Whether [`super::connect`] refuses without a port.
    pub needs_port: bool,
}

/// What is written for a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// A property of the start that names the end.
    Property(&'static Link),
    /// A resource of this kind that names both.
    Resource(&'static str),
}

/// Every line that could be drawn between two resources: those from the first
/// to the second, then those the other way.
///
/// # Errors
/// There is none: the sentence says what the first does connect to.
pub fn connections(
    document: &Document,
    from: &LogicalId,
    to: &LogicalId,
) -> Result<Vec<Connection>, Refusal> {
    let template = &document.template;
    let missing = |id: &LogicalId| {
        let message = Message::new("{name} is not there any more: choose another resource.");
        Refusal(message.text("name", id))
    };
    let start = template.resource(from).ok_or_else(|| missing(from))?;
    let end = template.resource(to).ok_or_else(|| missing(to))?;
    if from == to {
        return Err(Refusal::new(
            "A line joins two resources: end it on another one.",
        ));
    }
    let mut found = one_way(from, start, to, end);
    for connection in one_way(to, end, from, start) {
        // What reads the same from both sides is offered once.
        let is_new = found.iter().all(|it| {
            it.written != connection.written
                || (&it.from, &it.to) != (&connection.from, &connection.to)
        });
        if is_new {
            found.push(connection);
        }
    }
    if found.is_empty() {
        return Err(nothing(start.kind().as_str(), end.kind().as_str()));
    }
    Ok(found)
}

fn one_way(from: &LogicalId, start: &Resource, to: &LogicalId, end: &Resource) -> Vec<Connection> {
    let connection = |verb, written, needs_port| Connection {
        from: from.clone(),
        to: to.clone(),
        verb,
        written,
        needs_port,
    };
    let links = entry(start.kind().as_str()).map_or(&[][..], |entry| entry.links);
    let mut links: Vec<_> = links.iter().filter(|it| end.kind() == it.kind).collect();
    // Of links that say the same, the one whose property is in use comes first.
    sorting::sort_by_key(&mut links, |link| {
        start.property(first_key(link.property)).is_none()
    });
    let mut found: Vec<Connection> = Vec::new();
    for link in links {
        if found.iter().all(|it| it.verb != link.verb) {
            found.push(connection(link.verb, Written::Property(link), false));
        }
    }
    for entry in joining() {
        let Some(ends) = &entry.ends else { continue };
        let fits =
            |ends: &[End], resource: &Resource| ends.iter().any(|it| resource.kind() == it.kind);
        if fits(ends.from, start) && fits(ends.to, end) {
            let needs_port = needs_port(entry);
            let written = Written::Resource(entry.kind);
            found.push(connection(ends.verb, written, needs_port));
        }
    }
    found
}

/// The line to draw without asking, of those that were offered: the only one
/// in the direction that was pulled, if it needs nothing more. What goes the
/// other way is had by pulling the other way.
pub fn plain_one<'a>(offered: &'a [Connection], from: &LogicalId) -> Option<&'a Connection> {
    let mut along = offered.iter().filter(|it| it.from == *from);
    let one = along.next().filter(|_| along.next().is_none());
    // From what nothing leads, the one line that leads to it is meant.
    let only = offered.first().filter(|_| offered.len() == 1);
    one.or(only).filter(|it| !it.needs_port)
}

/// The first key of a pattern.
pub(super) fn first_key(pattern: &str) -> &str {
    pattern.split('.').next().unwrap_or(pattern)
}

/// The kinds that join two resources.
fn joining() -> impl Iterator<Item = &'static Entry> {
    let all = ENTRIES.iter().copied();
    all.filter(|entry| matches!(entry.shape, Shape::Arrow | Shape::Row(_)))
}

/// A rule of a security group opens a port, and none is open by default.
fn needs_port(entry: &Entry) -> bool {
    matches!(
        entry.role,
        Role::SecurityGroupIngress | Role::SecurityGroupEgress
    )
}

/// How many partners a sentence names: a subnet has more than can be read.
const NAMED: usize = 5;

/// Why two kinds cannot be joined, and what the first can be.
fn nothing(from: &str, to: &str) -> Refusal {
    let partners = partners(from);
    let message = if partners.is_empty() {
        Message::new(
            "Nothing connects {from} to {to}: put one into the other, or choose other ends.",
        )
        .text("from", wording::one(from))
        .text("to", wording::one(to))
    } else {
        let sentence = if partners.len() > NAMED {
            "{from} connects to {partners}, among others, but not to {to}."
        } else {
            "{from} connects to {partners}, not to {to}."
        };
        let named: Vec<_> = partners.iter().take(NAMED).copied().collect();
        Message::new(sentence)
            .text("from", wording::one_first(from))
            .text("partners", wording::one_of(&named))
            .text("to", wording::one(to))
    };
    message.into()
}

/// The kinds that a line from a kind can lead to, in the catalogue's order.
fn partners(kind: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut add = |kind: &'static str| {
        if entry(kind).is_some() && !found.contains(&kind) {
            found.push(kind);
        }
    };
    if let Some(entry) = entry(kind) {
        for link in entry.links {
            add(link.kind);
        }
    }
    for entry in joining() {
        let Some(ends) = &entry.ends else { continue };
        for (near, far) in [(ends.from, ends.to), (ends.to, ends.from)] {
            if near.iter().any(|end| end.kind == kind) {
                for end in far {
                    add(end.kind);
                }
            }
        }
    }
    for entry in ENTRIES {
        if entry.links.iter().any(|link| link.kind == kind) {
            add(entry.kind);
        }
    }
    found
}
