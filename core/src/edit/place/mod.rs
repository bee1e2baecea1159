//! A new resource where it was dropped: its name, its home, its defaults, and
//! what has to come along, all in one change.
//!
//! The general part is here and reads the catalogue; [`start`] holds what some
//! kinds need beyond their entry.

mod arrow;
mod balancer;
mod blocks;
mod bucket;
mod database;
mod endpoint;
mod filter;
mod gateway;
mod home;
mod making;
mod peering;
mod record;
mod start;
mod subnets;
mod zone;

pub(super) use blocks::{Room, next_subnet_block, no_room};
pub(super) use home::{direct, homeless};
pub(super) use zone::in_zone;

use std::collections::BTreeSet;

use super::frames::pin;
use super::{naming, spot, surroundings};
use crate::catalogue::{Variant, entry};
use crate::diagram::project;
use crate::document::{Change, Document, Draft, Refusal};
use crate::geometry::Point;
use crate::message::Message;
use crate::template::{Evaluator, LogicalId, Map, Resource};

/// Where something is dropped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// The innermost resource under the pointer; `None` is the region.
    pub container: Option<LogicalId>,
    /// The zone of the lane under the pointer.
    pub zone: Option<String>,
    /// The upper left corner, relative to the container's. Without it, the
    /// arranging finds a place.
    pub at: Option<Point>,
    /// The variant of the kind that is wanted; `None` is the kind's defaults.
    pub variant: Option<&'static Variant>,
}

/// What is about to be made, that which was asked for first.
type Plan = Vec<(LogicalId, Resource)>;

/// What making a resource may look at.
struct Site<'a> {
    document: &'a Document,
    evaluator: &'a Evaluator<'a>,
    place: &'a Place,
    /// The container under the pointer and those around it, inside out.
    chain: Vec<LogicalId>,
    id: LogicalId,
    /// How many companions lead to it.
    depth: usize,
}

/// Adds a resource of a kind where it was dropped. Gives its name too.
///
/// # Errors
/// It cannot live there, or lacks what it needs around it.
pub fn place(
    document: &Document,
    kind: &str,
    place: &Place,
) -> Result<(Change, LogicalId), Refusal> {
    let setting = document.setting();
    let evaluator = Evaluator::new(&document.template, &setting);
    if let Some(known) = entry(kind).filter(|known| arrow::is_line(known)) {
        return arrow::join(document, &evaluator, known, &around(&evaluator, place));
    }
    let plan = plan(document, &evaluator, kind, place)?;
    let mut draft = Draft::new(document);
    let mut first = None;
    for (id, resource) in plan {
        first.get_or_insert_with(|| id.clone());
        draft.insert(id, resource);
    }
    let id = first.unwrap_or_else(|| LogicalId::new(kind));
    if let Some(at) = place.at {
        let seen = project(document);
        let after = project(draft.document());
        if let Some(rect) = spot::of_new(&after, &id, kind, place.container.as_ref(), at) {
            pin(&mut draft, &seen);
            draft.set_frame(&id, rect);
        }
    }
    let title = Message::new("Add {name}").resource("name", &id);
    Ok((draft.into_change(title), id))
}

/// Whether a kind can be dropped somewhere: cheap, for highlighting.
///
/// # Errors
/// As [`place()`].
pub fn can_place(document: &Document, kind: &str, place: &Place) -> Result<(), Refusal> {
    let setting = document.setting();
    let evaluator = Evaluator::new(&document.template, &setting);
    match entry(kind).filter(|known| arrow::is_line(known)) {
        Some(known) => {
            arrow::join(document, &evaluator, known, &around(&evaluator, place)).map(drop)
        }
        None => plan(document, &evaluator, kind, place).map(drop),
    }
}

/// The container under the pointer and those around it, inside out.
fn around(evaluator: &Evaluator<'_>, place: &Place) -> Vec<LogicalId> {
    let container = place.container.as_ref();
    let container = container.filter(|id| evaluator.template().resource(id).is_some());
    container
        .map(|id| surroundings::chain(evaluator, id))
        .unwrap_or_default()
}

fn plan(
    document: &Document,
    evaluator: &Evaluator<'_>,
    kind: &str,
    place: &Place,
) -> Result<Plan, Refusal> {
    let known = entry(kind);
    let stem = known.map_or_else(|| kind.rsplit("::").next().unwrap_or(kind), |it| it.stem);
    let site = Site {
        document,
        evaluator,
        place,
        chain: around(evaluator, place),
        id: naming::fresh(document, stem, &BTreeSet::new()),
        depth: 0,
    };
    let Some(known) = known else {
        return Ok(vec![(site.id, Resource::new(kind))]);
    };
    let over = place.variant.map_or_else(Map::new, Variant::properties);
    making::make(&site, known, over, &mut BTreeSet::new())
}

#[cfg(test)]
mod storage_tests;
#[cfg(test)]
#[path = "place_tests.rs"]
mod tests;
