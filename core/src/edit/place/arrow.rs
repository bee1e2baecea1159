//! What joins two resources and is placed rather than drawn: between the ends
//! that are there for it.

use crate::catalogue::{End, Entry, Role, Shape};
use crate::document::{Change, Document, Refusal, Touch};
use crate::edit::connect::{Written, connect, connections};
use crate::edit::{surroundings, wording};
use crate::message::Message;
use crate::template::{Evaluator, LogicalId};

/// How many pairs of ends are tried: a bound on time.
const MAX_PAIRS: usize = 64;

/// Whether a kind is drawn from one resource to another.
pub(super) fn is_line(known: &Entry) -> bool {
    let is_route = matches!(known.role, Role::Route | Role::TransitGatewayRoute);
    known.ends.is_some() && (known.shape == Shape::Arrow || is_route)
}

/// Joins the first ends that can be joined, those under the pointer before
/// others.
///
/// # Errors
/// There are no such ends, or each pair is refused: then the last reason.
pub(super) fn join(
    document: &Document,
    evaluator: &Evaluator<'_>,
    known: &Entry,
    chain: &[LogicalId],
) -> Result<(Change, LogicalId), Refusal> {
    let ends = |pick: fn(&crate::catalogue::Ends) -> &'static [End]| {
        known.ends.as_ref().map_or(&[][..], pick)
    };
    let (from, to) = (ends(|ends| ends.from), ends(|ends| ends.to));
    let mut refusal = None;
    let starts = candidates(evaluator, from, chain);
    let targets = candidates(evaluator, to, chain);
    let pairs = starts
        .iter()
        .flat_map(|start| targets.iter().map(move |target| (start, target)))
        .filter(|(start, target)| start != target);
    for (start, target) in pairs.take(MAX_PAIRS) {
        let offered = connections(document, start, target).unwrap_or_default();
        let written = Written::Resource(known.kind);
        let Some(connection) = offered
            .iter()
            .find(|it| it.written == written && it.from == *start)
        else {
            continue;
        };
        match connect(document, connection, None) {
            Ok(change) => {
                let id = line_of(&change, known.kind).unwrap_or_else(|| start.clone());
                return Ok((change, id));
            }
            Err(reason) => refusal = Some(reason),
        }
    }
    Err(refusal.unwrap_or_else(|| endless(known, from, to)))
}

/// The line among what a change wrote: a line may bring others along.
fn line_of(change: &Change, kind: &str) -> Option<LogicalId> {
    let lines = change.touches.iter().filter_map(|touch| match touch {
        Touch::Resource {
            id,
            after: Some(after),
            ..
        } if after.record.kind() == kind => Some(id),
        _ => None,
    });
    lines.take(1).next().cloned()
}

/// The resources that may be an end: of the chain first, then of the file.
fn candidates(evaluator: &Evaluator<'_>, ends: &[End], chain: &[LogicalId]) -> Vec<LogicalId> {
    let mut found = Vec::new();
    for end in ends {
        found.extend(surroundings::nearest(evaluator, chain, end.kind));
    }
    for end in ends {
        let all = evaluator.template().of_kind(end.kind);
        found.extend(all.take(MAX_PAIRS).map(|(id, _)| id.clone()));
    }
    found
}

fn endless(known: &Entry, from: &[End], to: &[End]) -> Refusal {
    let kinds = |ends: &[End]| -> Vec<&'static str> { ends.iter().map(|end| end.kind).collect() };
    let message =
        "{what} joins {from} and {to}: draw both first, or drag from the edge of one to the other.";
    let message = Message::new(message).text("what", wording::one_first(known.kind));
    let message = message.text("from", wording::one_of(&kinds(from)));
    message.text("to", wording::one_of(&kinds(to))).into()
}
