//! The picture of a template: what is inside what, what is joined to what, and
//! where it stands. Everything is read from the properties that say so; only
//! the frames come from the layout, and those that are missing are dealt.
//!
//! Knows no pointer, no browser and no change of a document.

pub mod arrange;
mod caption;
mod fate;
mod guess;
mod joining;
mod lanes;
mod look_up;
mod node;
mod picture;
mod place;
mod project;
mod tier;
mod way;

pub use arrange::arrange;
pub use joining::Arrow;
pub use lanes::{Lane, NO_ZONE};
pub use node::{Look, Node};
pub use picture::picture;
pub use project::{project, project_while_moving};
pub use tier::Tier;

use std::collections::HashMap;

use indexmap::IndexMap;

use crate::geometry::Rect;
use crate::template::LogicalId;

/// What is drawn of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diagram {
    /// Everything with a frame, in the order of the template.
    pub nodes: IndexMap<LogicalId, Node>,
    /// What is in no container, in the order of the template.
    pub roots: Vec<LogicalId>,
    /// The lines between nodes, in the order of the template.
    pub arrows: Vec<Arrow>,
    /// The zones of each VPC, read from its subnets.
    pub lanes: Vec<Lane>,
    /// The frame around what belongs to the region.
    pub region: Option<Region>,
    /// The owner of each resource that is a row.
    rows: HashMap<LogicalId, LogicalId>,
    /// What a subnet's routes make it, at a first look.
    tiers: HashMap<LogicalId, Tier>,
}

/// The frame around what belongs to the region.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Its name, such as `ap-northeast-2`; "Region" when the design has none.
    pub title: String,
    /// Where it is, in world coordinates.
    pub frame: Rect,
}
