//! Arranging as an architect would: region, VPC, zones side by side, subnets
//! in rows by tier, boxes in a grid, and what spans zones between them.
//!
//! Knows names and relations, and no frame of the layout: the same template is
//! always arranged the same.

mod measure;
mod outside;
mod services;
mod spine;
mod vpc;
mod within;

use std::collections::HashMap;

use super::lanes::Zone;
use super::{Diagram, project};
use crate::document::{Change, Document, Draft, Refusal};
use crate::geometry::Rect;
use crate::message::Message;
use crate::template::LogicalId;

pub(super) use measure::{
    GAP, HEADER, LANE_HEADER, LANE_PADDING, PADDING, REGION_HEADER, REGION_PADDING, size,
};

/// Frames by node, relative to the corner of the parent.
pub(super) type Frames = HashMap<LogicalId, Rect>;

/// Gives everything its best place, as if nothing had one.
///
/// # Errors
/// There is nothing to arrange.
pub fn arrange(document: &Document) -> Result<Change, Refusal> {
    let mut bare = document.clone();
    std::sync::Arc::make_mut(&mut bare.layout).frames.clear();
    let diagram = project(&bare);
    if diagram.nodes.is_empty() {
        return Err(Refusal::new(
            "Nothing was arranged, because the design is empty. Place something first.",
        ));
    }
    let mut draft = Draft::new(document);
    for (id, node) in &diagram.nodes {
        draft.set_frame(id, node.frame);
    }
    Ok(draft.into_change(Message::new("Arrange everything")))
}

/// The frame of every node.
pub(super) fn frames(diagram: &Diagram, zones: &HashMap<LogicalId, Zone>) -> Frames {
    let mut frames = Frames::with_capacity(diagram.nodes.len());
    outside::arrange(diagram, zones, &mut frames);
    frames
}

#[cfg(test)]
mod overlap_tests;
#[cfg(test)]
mod weird_tests;
