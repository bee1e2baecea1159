//! Where a new resource is drawn: where it was dropped, or the free place
//! nearest to it, so that nothing is covered.

use crate::catalogue::{Shape, entry};
use crate::diagram::{Diagram, Look};
use crate::geometry::{Point, Rect, Size, nearest_free};
use crate::template::LogicalId;

/// Between siblings, as the arranging leaves it.
const GAP: f64 = 16.0;

/// What stands in another zone keeps this much more: room for both borders.
const ZONE: f64 = 32.0;

/// The least place inside a container: right of its border, below its title.
const INSIDE: Point = Point::new(16.0, 40.0);

/// The same for what has a zone's border and title around it.
const IN_ZONE: Point = Point::new(32.0, 80.0);

/// The size of a new container.
const ROOMY: Size = Size::new(320.0, 200.0);

/// The frame, relative to the container that the resource is drawn in.
///
/// `after` is the picture with the resource in it and its frame dealt. That
/// frame stands where the resource is drawn in another container than the one
/// that it was dropped on, such as a route table dropped on a subnet.
pub(super) fn frame(
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
    let is_container = entry(kind).is_some_and(|entry| entry.shape == Shape::Container);
    let size = if is_container {
        ROOMY
    } else {
        node.frame.size()
    };
    Some(free(after, id, Rect::at(at, size)))
}

/// The frame nearest to the wanted one, relative to the same container, in
/// which a resource covers none of its siblings.
pub(in crate::edit) fn free(after: &Diagram, id: &LogicalId, wanted: Rect) -> Rect {
    let container = after.node(id).and_then(|node| node.parent.as_ref());
    let lane = after.lanes.iter().find(|lane| lane.subnets.contains(id));
    let siblings = match container.and_then(|container| after.node(container)) {
        Some(container) => &container.children,
        None => &after.roots,
    };
    let beside = siblings.iter().filter(|sibling| *sibling != id);
    let obstacles: Vec<_> = beside
        .filter_map(|sibling| {
            let other = after.node(sibling)?;
            let own = lane.is_none_or(|lane| lane.subnets.contains(sibling));
            let apart = lane.is_some() && !own || lane.is_none() && other.look == Look::Container;
            Some(if apart {
                other.frame.inset(-ZONE)
            } else {
                other.frame
            })
        })
        .collect();
    let least = container.map(|_| if lane.is_some() { IN_ZONE } else { INSIDE });
    let wanted = match least {
        Some(least) => Rect {
            x: wanted.x.max(least.x),
            y: wanted.y.max(least.y),
            ..wanted
        },
        None => wanted,
    };
    nearest_free(wanted, &obstacles, GAP, least)
}
