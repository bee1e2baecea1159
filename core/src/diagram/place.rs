//! Where every node stands: frames of the layout are kept, missing ones are
//! dealt, containers grow around what they hold.

use std::collections::{BTreeMap, HashMap};

use super::arrange::{Frames, PADDING, frames as arranged, size};
use super::lanes::Zone;
use super::{Diagram, Look};
use crate::geometry::{Point, Rect, Size};
use crate::sorting;
use crate::template::LogicalId;

pub(super) use super::arrange::{
    GAP, HEADER, LANE_HEADER, LANE_PADDING, REGION_HEADER, REGION_PADDING,
};

/// How many missing frames are each given a place of their own among others;
/// more are packed together below them.
const MAX_SEARCHED: usize = 24;

/// Gives every node its frame. No container grows around what is `moving`.
pub(super) fn place(
    diagram: &mut Diagram,
    zones: &HashMap<LogicalId, Zone>,
    stored: &BTreeMap<LogicalId, Rect>,
    moving: &[LogicalId],
) {
    let is_missing = |id: &LogicalId| !stored.contains_key(id);
    let ideal = if diagram.nodes.keys().any(is_missing) {
        arranged(diagram, zones)
    } else {
        Frames::new()
    };
    let mut placing = Placing {
        stored,
        moving,
        ideal: &ideal,
        zones,
        diagram,
    };
    for id in placing.diagram.roots.clone() {
        placing.size(&id);
    }
    let roots = placing.diagram.roots.clone();
    placing.settle(&roots, None);
}

struct Placing<'a> {
    moving: &'a [LogicalId],
    stored: &'a BTreeMap<LogicalId, Rect>,
    ideal: &'a Frames,
    zones: &'a HashMap<LogicalId, Zone>,
    diagram: &'a mut Diagram,
}

impl Placing<'_> {
    /// Settles what is inside a node, then its own size; its corner follows.
    fn size(&mut self, id: &LogicalId) {
        let Some(node) = self.diagram.nodes.get(id) else {
            return;
        };
        let (look, children) = (node.look, node.children.clone());
        let kept = self.stored.get(id).copied();
        let mut frame = kept
            .or_else(|| self.ideal.get(id).copied())
            .unwrap_or_default();
        // A name that became longer is not cut off.
        if look != Look::Container {
            frame.w = frame
                .w
                .max(self.diagram.nodes.get(id).map_or(0.0, |node| size(node).w));
        }
        if look == Look::Container {
            for child in &children {
                self.size(child);
            }
            self.settle(&children, Some(id));
            let still = children.iter().filter(|child| !self.moving.contains(child));
            let inside = still.filter_map(|child| self.diagram.nodes.get(child));
            let lane = |child: &LogicalId| {
                if self.zones.contains_key(child) {
                    LANE_PADDING
                } else {
                    0.0
                }
            };
            for child in inside {
                let around = PADDING + lane(&child.id);
                frame.w = frame.w.max(child.frame.right() + around);
                frame.h = frame.h.max(child.frame.bottom() + around);
            }
        }
        if let Some(node) = self.diagram.nodes.get_mut(id) {
            node.frame = frame;
        }
    }

    /// Places siblings whose sizes are known.
    fn settle(&mut self, siblings: &[LogicalId], parent: Option<&LogicalId>) {
        let (kept, missing): (Vec<_>, Vec<_>) = siblings
            .iter()
            .cloned()
            .partition(|id| self.stored.contains_key(id));
        let mut taken = self.pushed(&kept);
        // What stands in no zone keeps out of the frames that zones draw.
        let mut with_lanes: Vec<Rect> = kept
            .iter()
            .zip(&taken)
            .map(|(id, frame)| self.with_lane(id, *frame))
            .collect();
        if kept.is_empty() {
            // All as arranged; one that grew beyond it pushes the others.
            let ideal: HashMap<LogicalId, Rect> = self.ideal.clone();
            push(self.diagram, &missing, |id| ideal.get(id).copied());
            return;
        }
        if missing.len() > MAX_SEARCHED {
            self.below(&missing, &taken);
            return;
        }
        for id in &missing {
            let Some(size) = self.diagram.nodes.get(id).map(|node| node.frame.size()) else {
                continue;
            };
            let anchors = self.anchors(id, &kept);
            let is_subnet = self.zones.contains_key(id);
            let around = if is_subnet { &taken } else { &with_lanes };
            let corner = free_corner(size, &anchors, around, is_subnet, parent.is_some());
            let frame = Rect::at(corner, size);
            if let Some(node) = self.diagram.nodes.get_mut(id) {
                node.frame = frame;
            }
            taken.push(frame);
            with_lanes.push(self.with_lane(id, frame));
        }
    }

    /// A frame with the border and title of its zone, if it has one.
    fn with_lane(&self, id: &LogicalId, frame: Rect) -> Rect {
        if !self.zones.contains_key(id) {
            return frame;
        }
        Rect::new(
            frame.x - LANE_PADDING,
            frame.y - LANE_HEADER,
            frame.w + 2.0 * LANE_PADDING,
            frame.h + LANE_HEADER + LANE_PADDING,
        )
    }

    /// The kept frames, after those that grew have pushed the others away.
    fn pushed(&mut self, kept: &[LogicalId]) -> Vec<Rect> {
        let stored = self.stored;
        push(self.diagram, kept, |id| stored.get(id).copied());
        let nodes = kept.iter().filter_map(|id| self.diagram.nodes.get(id));
        nodes.map(|node| node.frame).collect()
    }

    /// The frames next to which a node would best stand: its like, else all.
    fn anchors(&self, id: &LogicalId, kept: &[LogicalId]) -> Vec<Rect> {
        let zone = |id: &LogicalId| self.zones.get(id).map(|zone| &zone.key);
        let look = |id: &LogicalId| self.diagram.nodes.get(id).map(|node| node.look);
        let frame = |other: &LogicalId| self.diagram.nodes.get(other).map(|node| node.frame);
        let like = |other: &&LogicalId| zone(other) == zone(id) && look(other) == look(id);
        let same: Vec<Rect> = kept.iter().filter(like).filter_map(frame).collect();
        if same.is_empty() {
            kept.iter().filter_map(frame).collect()
        } else {
            same
        }
    }

    /// Packs many under all that is taken.
    fn below(&mut self, missing: &[LogicalId], taken: &[Rect]) {
        let bounds = Rect::bounding(taken.iter().copied()).unwrap_or_default();
        let nodes = missing.iter().filter_map(|id| self.diagram.nodes.get(id));
        let sizes: Vec<Size> = nodes.map(|node| node.frame.size()).collect();
        let gap = GAP + 2.0 * LANE_PADDING;
        let packing = crate::geometry::pack_rows(&sizes, bounds.w.max(640.0), gap);
        for (id, rect) in missing.iter().zip(packing.rects) {
            if let Some(node) = self.diagram.nodes.get_mut(id) {
                let corner = Point::new(bounds.x + rect.x, bounds.bottom() + HEADER + rect.y);
                node.frame = Rect::at(corner, rect.size());
            }
        }
    }
}

/// Moves siblings out of the way of those that are larger than `meant` says:
/// what stood to the right goes right by as much, what stood below goes down.
/// Siblings that overlapped before are left as they are.
fn push(diagram: &mut Diagram, siblings: &[LogicalId], meant: impl Fn(&LogicalId) -> Option<Rect>) {
    let mut before: Vec<Rect> = Vec::with_capacity(siblings.len());
    let mut after: Vec<Rect> = Vec::with_capacity(siblings.len());
    for id in siblings {
        let size = diagram.nodes.get(id).map(|node| node.frame.size());
        let meant = meant(id).unwrap_or_default();
        before.push(meant);
        after.push(Rect::at(meant.corner(), size.unwrap_or_default()));
    }
    let mut waiting: Vec<usize> = (0..siblings.len())
        .filter(|&index| before.get(index) != after.get(index))
        .collect();
    let mut left = siblings.len() * 8;
    while let (Some(index), true) = (waiting.pop(), left > 0) {
        left -= 1;
        let (Some(&was), Some(&is)) = (before.get(index), after.get(index)) else {
            continue;
        };
        for other in 0..siblings.len() {
            let (Some(&other_was), Some(other_is)) = (before.get(other), after.get_mut(other))
            else {
                continue;
            };
            if other == index || !other_is.intersects(is) || other_was.intersects(was) {
                continue;
            }
            if other_was.x >= was.right() {
                other_is.x = is.right() + (other_was.x - was.right());
            } else if other_was.y >= was.bottom() {
                other_is.y = is.bottom() + (other_was.y - was.bottom());
            } else {
                continue;
            }
            waiting.push(other);
        }
    }
    for (id, frame) in siblings.iter().zip(after) {
        if let Some(node) = diagram.nodes.get_mut(id) {
            node.frame = frame;
        }
    }
}

/// The best free place: below or beside an anchor, the highest and leftmost.
fn free_corner(
    size: Size,
    anchors: &[Rect],
    taken: &[Rect],
    is_subnet: bool,
    is_inside: bool,
) -> Point {
    let aside = if is_subnet {
        GAP + 2.0 * LANE_PADDING
    } else {
        GAP
    };
    let mut corners: Vec<Point> = Vec::with_capacity(anchors.len() * 2 + 1);
    for anchor in anchors {
        corners.push(Point::new(anchor.x, anchor.bottom() + GAP));
        corners.push(Point::new(anchor.right() + aside, anchor.y));
    }
    if is_inside && !is_subnet {
        corners.push(Point::new(PADDING, HEADER));
    }
    sorting::sort_by(&mut corners, |a, b| {
        (a.y + a.x)
            .total_cmp(&(b.y + b.x))
            .then(a.y.total_cmp(&b.y))
    });
    let is_free = |corner: &Point| {
        let frame = Rect::at(*corner, size).inset(1.0 - GAP);
        !taken.iter().any(|other| other.intersects(frame))
    };
    let lowest = || {
        let all = Rect::bounding(taken.iter().copied()).unwrap_or_default();
        Point::new(all.x, all.bottom() + aside)
    };
    corners.into_iter().find(is_free).unwrap_or_else(lowest)
}
