//! What a drop would do: where something lands, and the change that it makes.

use std::sync::Arc;

use super::{Highlight, Intent, Pointer, View};
use crate::catalogue::{Role, Shape, Variant, entry};
use crate::diagram::{Diagram, Lane};
use crate::document::Refusal;
use crate::edit;
use crate::geometry::{Point, Rect, Vector, align, snap_to_grid};
use crate::template::{Evaluator, LogicalId};

/// The grid, in pixels of the world.
const GRID: f64 = 8.0;

/// How near an alignment takes hold, in pixels of the screen.
const NEAR: f64 = 6.0;

/// What is being moved.
#[derive(Clone, Debug)]
pub struct Moving {
    /// The resources.
    ids: Vec<LogicalId>,
    /// Where the pointer took hold, in the world.
    from: Point,
    /// The picture when it began.
    base: Arc<Diagram>,
    /// How far it went, and where to.
    by: Vector,
    into: edit::Into,
    /// Why a release here would be refused.
    refusal: Option<Refusal>,
}

impl Moving {
    pub(super) fn new(ids: Vec<LogicalId>, from: Point, diagram: &Diagram) -> Self {
        Self {
            ids,
            from,
            base: Arc::new(diagram.clone()),
            by: Vector::ZERO,
            into: edit::Into::default(),
            refusal: None,
        }
    }

    /// The resources.
    pub(super) fn ids(&self) -> &[LogicalId] {
        &self.ids
    }

    /// What the pointer's new place would do.
    pub(super) fn step(&mut self, pointer: &Pointer, view: &View<'_>) -> Vec<Intent> {
        let at = view.camera.to_world(pointer.at);
        let mut by = Vector {
            x: at.x - self.from.x,
            y: at.y - self.from.y,
        };
        if pointer.modifiers.shift {
            if by.x.abs() >= by.y.abs() {
                by.y = 0.0;
            } else {
                by.x = 0.0;
            }
        }
        let over = self.base.container_at(at, &self.ids).cloned();
        let lane = self.base.lane_at(at);
        let zone = lane.and_then(|lane| name_of(lane, view));
        let (by, guides) = self.snapped(by, over.as_ref(), pointer, view);
        let into = edit::Into {
            container: over.clone(),
            zone,
        };
        let moved = edit::relocate(view.document, &self.ids, by, Some(&into), &self.base);
        let (change, refusal) = match moved {
            Ok(change) => (Some(change), None),
            // It follows the pointer all the same, in its own container.
            Err(refusal) => {
                let moved = edit::relocate(view.document, &self.ids, by, None, &self.base);
                (moved.ok(), Some(refusal))
            }
        };
        self.refusal.clone_from(&refusal);
        let lane = lane.filter(|lane| over.as_ref() == Some(&lane.vpc));
        let stays = |id: &LogicalId| {
            let other = |lane: &Lane| self.is_of_other_lane(id, lane);
            let node = self.base.nodes.get(id);
            node.is_none_or(|node| node.parent == over) && !lane.is_some_and(other)
        };
        let is_home = self.ids.iter().all(stays);
        let highlight = (!is_home || refusal.is_some()).then(|| Highlight {
            node: over,
            zone: lane.map(|lane| lane.zone.clone()),
            refusal,
        });
        self.by = by;
        self.into = into;
        let mut intents: Vec<_> = change
            .map(|change| Intent::Preview(Box::new(change)))
            .into_iter()
            .collect();
        intents.extend([Intent::Highlight(highlight), Intent::Guides(guides)]);
        intents
    }

    /// Whether a node stands in another lane of the same VPC.
    fn is_of_other_lane(&self, id: &LogicalId, lane: &Lane) -> bool {
        let has = |lane: &Lane| lane.subnets.contains(id);
        !has(lane) && self.base.lanes.iter().any(has)
    }

    /// What a release here does.
    pub(super) fn release(self, view: &View<'_>) -> Vec<Intent> {
        let landed = match self.refusal {
            Some(refusal) => Err(refusal),
            None => edit::land(
                view.document,
                &self.ids,
                self.by,
                Some(&self.into),
                &self.base,
            ),
        };
        let end = match landed {
            Err(refusal) => vec![Intent::Cancel, Intent::Refuse(refusal)],
            Ok(change) => vec![Intent::Preview(Box::new(change)), Intent::Commit],
        };
        end.into_iter()
            .chain([Intent::Highlight(None), Intent::Guides(Vec::new())])
            .collect()
    }

    /// The way of the move, drawn to what stands beside, else to the grid.
    fn snapped(
        &self,
        by: Vector,
        over: Option<&LogicalId>,
        pointer: &Pointer,
        view: &View<'_>,
    ) -> (Vector, Vec<crate::geometry::Guide>) {
        let frames = self.ids.iter().filter_map(|id| self.base.absolute(id));
        let Some(bounds) = Rect::bounding(frames).filter(|_| !pointer.modifiers.control) else {
            return (by, Vec::new());
        };
        let siblings = match over.and_then(|id| self.base.nodes.get(id)) {
            Some(node) => &node.children,
            None => &self.base.roots,
        };
        let beside = siblings.iter().filter(|id| !self.ids.contains(id));
        let beside: Vec<_> = beside.filter_map(|id| self.base.absolute(id)).collect();
        let aligned = align(bounds.translate(by), &beside, NEAR / view.camera.zoom);
        let grid = |start: f64, way: f64| snap_to_grid(start + way, GRID) - start;
        let x = if aligned.delta.x == 0.0 {
            grid(bounds.x, by.x)
        } else {
            by.x + aligned.delta.x
        };
        let y = if aligned.delta.y == 0.0 {
            grid(bounds.y, by.y)
        } else {
            by.y + aligned.delta.y
        };
        (Vector { x, y }, aligned.guides)
    }
}

/// What a kind that is carried over a place would do there.
pub(super) fn carry(
    kind: &str,
    variant: Option<&'static Variant>,
    pointer: &Pointer,
    view: &View<'_>,
) -> Vec<Intent> {
    let place = landing(kind, variant, pointer, view);
    let refusal = edit::can_place(view.document, kind, &place).err();
    // What lives in nothing lands beside what it is held over.
    let node = place
        .container
        .filter(|_| refusal.is_some() || belongs_somewhere(kind));
    let lane = chosen_lane(node.as_ref(), view.camera.to_world(pointer.at), view);
    // Zones are of subnets; what lives elsewhere does not light them up.
    let is_subnet = entry(kind).is_some_and(|entry| entry.role == Role::Subnet);
    let lane = lane.filter(|_| is_subnet && refusal.is_none());
    let zone = lane.map(|lane| lane.zone.clone());
    // A subnet dropped on another lands beside it.
    let node = lane.map(|lane| lane.vpc.clone()).or(node);
    vec![Intent::Highlight(Some(Highlight {
        node,
        zone,
        refusal,
    }))]
}

/// Whether it matters to a kind where it is dropped.
fn belongs_somewhere(kind: &str) -> bool {
    entry(kind).is_some_and(|entry| {
        !entry.homes.is_empty() || entry.ends.is_some() || !entry.companions.is_empty()
    })
}

/// What dropping a kind at a place does.
pub(super) fn drop(
    kind: &str,
    variant: Option<&'static Variant>,
    pointer: &Pointer,
    view: &View<'_>,
) -> Vec<Intent> {
    let place = landing(kind, variant, pointer, view);
    let end = match edit::place(view.document, kind, &place) {
        Ok((change, id)) => {
            vec![
                Intent::Preview(Box::new(change)),
                Intent::Commit,
                Intent::Select(vec![id]),
            ]
        }
        Err(refusal) => vec![Intent::Refuse(refusal)],
    };
    end.into_iter().chain([Intent::Highlight(None)]).collect()
}

/// Where a pointer drops a kind.
fn landing(
    kind: &str,
    variant: Option<&'static Variant>,
    pointer: &Pointer,
    view: &View<'_>,
) -> edit::Place {
    let at = view.camera.to_world(pointer.at);
    // A row belongs to whatever node it is dropped on; others go into containers.
    let is_row = entry(kind).is_some_and(|entry| matches!(entry.shape, Shape::Row(_)));
    let node = if is_row {
        view.diagram.hit(at).cloned()
    } else {
        view.diagram.container_at(at, &[]).cloned()
    };
    let corner = node.as_ref().and_then(|id| view.diagram.absolute(id));
    let corner = corner.map_or(Point { x: 0.0, y: 0.0 }, |frame| Point {
        x: frame.x,
        y: frame.y,
    });
    let at = Point {
        x: snap_to_grid(at.x - corner.x, GRID),
        y: snap_to_grid(at.y - corner.y, GRID),
    };
    let lane = chosen_lane(node.as_ref(), view.camera.to_world(pointer.at), view);
    let zone = lane.and_then(|lane| name_of(lane, view));
    edit::Place {
        container: node,
        zone,
        at: Some(at),
        variant,
    }
}

/// The lane that something new is dropped on. On a subnet, it is that subnet's;
/// elsewhere in a VPC there must be a choice: a VPC of one zone gets its next
/// subnet in another.
fn chosen_lane<'a>(node: Option<&LogicalId>, at: Point, view: &View<'a>) -> Option<&'a Lane> {
    let lanes = &view.diagram.lanes;
    if let Some(lane) = node.and_then(|id| lanes.iter().find(|lane| lane.subnets.contains(id))) {
        return Some(lane);
    }
    let lane = view.diagram.lane_at(at)?;
    let of_vpc = lanes.iter().filter(|other| other.vpc == lane.vpc);
    (of_vpc.count() > 1).then_some(lane)
}

/// The name of a lane's zone, if it is known.
fn name_of(lane: &Lane, view: &View<'_>) -> Option<String> {
    let setting = view.document.setting();
    let evaluator = Evaluator::new(&view.document.template, &setting);
    evaluator.evaluate(lane.value.as_ref()?).text()
}
