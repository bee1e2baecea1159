//! Where something is drawn that was dropped: at that place, or at the free one
//! nearest to it, so that nothing is covered.

use crate::catalogue::{Role, Shape, entry};
use crate::diagram::{Diagram, Lane, Look};
use crate::geometry::{Point, Rect, Size, nearest_free};
use crate::template::LogicalId;

/// Between siblings, as the arranging leaves it.
const GAP: f64 = 16.0;

/// Between siblings that a person puts beside each other.
const NEAR: f64 = 8.0;

/// What stands in another zone keeps this much more: room for both borders.
const ZONE: f64 = 32.0;

/// The least place inside a container: right of its border, below its title.
const INSIDE: Point = Point::new(8.0, 32.0);

/// The same for what has a zone's border and title around it.
const IN_ZONE: Point = Point::new(32.0, 80.0);

/// The size of a new container.
const ROOMY: Size = Size::new(320.0, 160.0);

/// The size of a new VPC: room for subnets in two zones.
const SPACIOUS: Size = Size::new(720.0, 320.0);

/// The frame of a new resource, relative to the container that it is drawn in.
///
/// `after` is the picture with the resource in it and its frame dealt. That
/// frame stands where the resource is drawn in another container than the one
/// that it was dropped on, such as a route table dropped on a subnet.
pub(super) fn of_new(
    after: &Diagram,
    id: &LogicalId,
    kind: &str,
    container: Option<&LogicalId>,
    at: Point,
) -> Option<Rect> {
    let node = after.node(id)?;
    if node.parent.as_ref() != container || !at.is_finite() {
        return Some(node.frame);
    }
    let size = match entry(kind) {
        Some(entry) if entry.role == Role::Vpc => SPACIOUS,
        Some(entry) if entry.shape == Shape::Container => ROOMY,
        _ => node.frame.size(),
    };
    Some(free(after, id, Rect::at(at, size)))
}

/// The frame nearest to a wanted one, relative to the same container, in which
/// a resource covers none of its siblings.
pub(super) fn free(after: &Diagram, id: &LogicalId, wanted: Rect) -> Rect {
    clear(after, id, wanted, &[], GAP)
}

/// The frame of a resource that was moved among those that stand still.
pub(super) fn of_moved(after: &Diagram, id: &LogicalId, moved: &[LogicalId]) -> Option<Rect> {
    Some(clear(after, id, after.node(id)?.frame, moved, NEAR))
}

/// The free place nearest to a wanted one, in the container of a node.
fn clear(after: &Diagram, id: &LogicalId, wanted: Rect, but: &[LogicalId], gap: f64) -> Rect {
    let parent = after.node(id).and_then(|node| node.parent.as_ref());
    let siblings = match parent.and_then(|parent| after.node(parent)) {
        Some(parent) => &parent.children,
        None => &after.roots,
    };
    let lane = after.lanes.iter().find(|lane| lane.subnets.contains(id));
    let beside = siblings
        .iter()
        .filter(|sibling| *sibling != id && !but.contains(sibling));
    let obstacles: Vec<_> = beside
        .filter_map(|sibling| kept(after, lane, sibling))
        .collect();
    let least = parent.map(|_| if lane.is_some() { IN_ZONE } else { INSIDE });
    let wanted = match least {
        Some(least) => Rect {
            x: wanted.x.max(least.x),
            y: wanted.y.max(least.y),
            ..wanted
        },
        None => wanted,
    };
    nearest_free(wanted, &obstacles, gap, least)
}

/// What a sibling keeps for itself: with its zone's border beside other zones
/// and beside what stands in none.
fn kept(after: &Diagram, lane: Option<&Lane>, sibling: &LogicalId) -> Option<Rect> {
    let node = after.node(sibling)?;
    let is_apart = match lane {
        Some(lane) => !lane.subnets.contains(sibling),
        None => node.parent.is_some() && node.look == Look::Container,
    };
    Some(if is_apart {
        node.frame.inset(-ZONE)
    } else {
        node.frame
    })
}
