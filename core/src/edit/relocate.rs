//! Moving: frames, and with them what a resource lives in and its zone.

use super::frames::{missing, pin};
use super::{place, spot, surroundings};
use crate::catalogue::{Entry, Home, Role, ec2, entry, home_of, named};
use crate::diagram::{Diagram, project, project_while_moving};
use crate::document::{Change, Document, Draft, Refusal};
use crate::edit::wording;
use crate::geometry::{Rect, Vector};
use crate::message::Message;
use crate::template::{Evaluator, LogicalId, PropertyPath, Value};

/// Where moved resources are dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Into {
    /// The innermost resource under the pointer that is not moved itself;
    /// `None` is the region.
    pub container: Option<LogicalId>,
    /// The zone of the lane under the pointer.
    pub zone: Option<String>,
}

/// Moves resources by `by`, and into what they are dropped on if `into` says
/// so: then the property that names their home is written. What lives in a
/// moved container keeps its place in it. `diagram` is the picture of the
/// document: what is seen to move is moved from where it is seen.
///
/// # Errors
/// A kind does not live there; the sentence says where it does.
pub fn relocate(
    document: &Document,
    ids: &[LogicalId],
    by: Vector,
    into: Option<&Into>,
    diagram: &Diagram,
) -> Result<Change, Refusal> {
    let moved = moved(document, ids, by, into, diagram)?;
    Ok(moved.draft.into_change(moved.title))
}

/// Moves resources as [`relocate`] does, for good: what would cover a sibling
/// comes to stand on the free place nearest to it.
///
/// # Errors
/// As [`relocate`].
pub fn land(
    document: &Document,
    ids: &[LogicalId],
    by: Vector,
    into: Option<&Into>,
    diagram: &Diagram,
) -> Result<Change, Refusal> {
    let Moved {
        mut draft,
        title,
        outermost,
    } = moved(document, ids, by, into, diagram)?;
    for (index, id) in outermost.iter().enumerate() {
        // Those that come later do not stand yet.
        let waiting = outermost.get(index..).unwrap_or_default();
        let after = project_while_moving(draft.document(), waiting);
        let own = draft.document().layout.frames.get(id).copied();
        if let (Some(own), Some(free)) = (own, spot::of_moved(&after, id, waiting)) {
            draft.set_frame(
                id,
                Rect {
                    x: free.x,
                    y: free.y,
                    ..own
                },
            );
        }
    }
    Ok(draft.into_change(title))
}

/// A move that is not a change yet.
struct Moved<'a> {
    draft: Draft<'a>,
    title: Message,
    outermost: Vec<LogicalId>,
}

fn moved<'a>(
    document: &'a Document,
    ids: &[LogicalId],
    by: Vector,
    into: Option<&Into>,
    diagram: &Diagram,
) -> Result<Moved<'a>, Refusal> {
    let setting = document.setting();
    let evaluator = Evaluator::new(&document.template, &setting);
    let mut draft = Draft::new(document);
    let outermost = outermost(&evaluator, ids);
    let mut left = None;
    let mut is_rehomed = false;
    for id in &outermost {
        if let Some(into) = into
            && settle(&evaluator, &mut draft, id, into)?
        {
            is_rehomed = true;
            left = left.or_else(|| home_of(&evaluator, id).map(|(container, _)| container));
        }
    }
    // Only another home can change what something is drawn in.
    let after = is_rehomed.then(|| project(draft.document()));
    let after = after.as_ref().unwrap_or(diagram);
    pin(&mut draft, diagram);
    for id in &outermost {
        let drawn = diagram.absolute(id).ok_or_else(|| missing(id))?;
        let parent = after.node(id).and_then(|node| node.parent.as_ref());
        let corner = parent.and_then(|parent| diagram.absolute(parent));
        let corner = corner.map_or(Vector::ZERO, |it| Vector::new(it.x, it.y));
        // What a container grew by, around what it holds, is not its own size.
        let own = document.layout.frames.get(id).copied().unwrap_or(drawn);
        let (x, y) = (drawn.x + by.x - corner.x, drawn.y + by.y - corner.y);
        let frame = Rect::new(x, y, own.w, own.h);
        if frame.is_finite() {
            draft.set_frame(id, frame);
        }
    }
    let title = title(document, &outermost, into, left.as_ref());
    Ok(Moved {
        draft,
        title,
        outermost,
    })
}

/// Those of the ids that live in no other of them, each once.
pub(super) fn outermost(evaluator: &Evaluator<'_>, ids: &[LogicalId]) -> Vec<LogicalId> {
    let mut kept: Vec<LogicalId> = Vec::new();
    for id in ids {
        let chain = surroundings::chain(evaluator, id);
        let is_inside = chain.iter().skip(1).any(|outer| ids.contains(outer));
        if !is_inside && !kept.contains(id) {
            kept.push(id.clone());
        }
    }
    kept
}

/// Writes the home and the zone of a resource that is dropped. Gives whether
/// its home is another one now.
fn settle(
    evaluator: &Evaluator<'_>,
    draft: &mut Draft<'_>,
    id: &LogicalId,
    into: &Into,
) -> Result<bool, Refusal> {
    let template = evaluator.template();
    let resource = template.resource(id).ok_or_else(|| missing(id))?;
    let known = entry(resource.kind().as_str()).filter(|known| !known.homes.is_empty());
    let Some(known) = known else {
        return Ok(false);
    };
    let before = home_of(evaluator, id).map(|(container, _)| container);
    let chain = into.container.as_ref();
    let mut chain = chain.map_or_else(Vec::new, |it| surroundings::chain(evaluator, it));
    // A container is never dropped into itself, wherever the pointer is.
    if let Some(own) = chain.iter().position(|it| it == id) {
        chain.drain(..=own);
    }
    let Some(home) = place::direct(known).next() else {
        return stay(known, id, before.as_ref(), &chain);
    };
    let Some(container) = surroundings::nearest(evaluator, &chain, home.kind) else {
        return Err(place::homeless(known.kind, home.kind));
    };
    if known.role == Role::Subnet
        && let Some(zone) = &into.zone
        && surroundings::zone_of(evaluator, id).as_ref() != Some(zone)
    {
        let value = place::in_zone(evaluator, &container, zone);
        draft.set(id, &"AvailabilityZone".into(), value);
    }
    if before.as_ref() == Some(&container) {
        return Ok(false);
    }
    let path = home_place(evaluator, id, home);
    draft.set(id, &path, Value::reference(container.as_str()));
    Ok(true)
}

/// What stands beside others stays in their VPC.
fn stay(
    known: &Entry,
    id: &LogicalId,
    before: Option<&LogicalId>,
    chain: &[LogicalId],
) -> Result<bool, Refusal> {
    let Some(before) = before.filter(|before| !chain.contains(before)) else {
        return Ok(false);
    };
    let beside = known.homes.iter();
    let beside = beside.map(|home| home.kind).next().unwrap_or_default();
    let message =
        "{name} stands in {container} because of its {beside}: connect it to another to move it.";
    let message = Message::new(message).resource("name", id);
    let message = message.resource("container", before);
    Err(message.text("beside", wording::name(beside)).into())
}

/// Where a resource says its home now, else where its entry says it.
fn home_place(evaluator: &Evaluator<'_>, id: &LogicalId, home: &Home) -> PropertyPath {
    let resource = evaluator.template().resource(id);
    let current = resource.and_then(|resource| {
        let (_, used) = home_of(evaluator, id)?;
        let mut places = named(evaluator, resource, used.property, used.kind).into_iter();
        let (path, _) = places.next().filter(|_| used.kind == home.kind)?;
        resource.get(&path).is_some().then_some(path)
    });
    current.unwrap_or_else(|| home.property.into())
}

fn title(
    document: &Document,
    ids: &[LogicalId],
    into: Option<&Into>,
    left: Option<&LogicalId>,
) -> Message {
    let [id] = ids else {
        return Message::new("Move {count} resources").text("count", ids.len());
    };
    let container = into.and_then(|into| into.container.as_ref());
    let kind = document.template.resource(id).map(|it| it.kind().as_str());
    match (left, container) {
        // Its associations still name tables of the VPC that it left.
        (Some(left), Some(container)) if kind == Some(ec2::Subnet::KIND) => {
            let message = "Move {name} to {container}, out of reach of what is in {left}";
            let message = Message::new(message).resource("name", id);
            message
                .resource("container", container)
                .resource("left", left)
        }
        (Some(_), Some(container)) => Message::new("Move {name} to {container}")
            .resource("name", id)
            .resource("container", container),
        _ => Message::new("Move {name}").resource("name", id),
    }
}

#[cfg(test)]
#[path = "relocate_tests.rs"]
mod tests;
