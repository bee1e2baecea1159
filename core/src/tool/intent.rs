//! What a tool asks the app to do.

use crate::diagram::Arrow;
use crate::document::{Change, Refusal};
use crate::geometry::{Camera, Guide, Point, Rect};
use crate::template::LogicalId;

/// Something to carry out, in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// Select these resources and nothing else.
    Select(Vec<LogicalId>),
    /// Select this arrow and nothing else.
    SelectArrow(Box<Arrow>),
    /// Show a change in place of an earlier preview.
    Preview(Box<Change>),
    /// Carry the preview out as one step.
    Commit,
    /// Take the preview away.
    Cancel,
    /// Say why the gesture did nothing.
    Refuse(Refusal),
    /// Draw the rectangle of a selection, in the world; or stop.
    Marquee(Option<Rect>),
    /// Draw a line that is being pulled; or stop.
    Wire(Option<Wire>),
    /// Show where something would land, and whether it may; or stop.
    Highlight(Option<Highlight>),
    /// Draw the lines that something is aligned with, in the world.
    Guides(Vec<Guide>),
    /// Look elsewhere.
    Look(Camera),
    /// Connect two nodes: ask how, where there are several ways.
    Connect(LogicalId, LogicalId),
}

/// A line that is being pulled from a port, in the world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wire {
    /// Where it starts.
    pub from: Point,
    /// Where the pointer is.
    pub to: Point,
}

/// Where something would land.
#[derive(Clone, Debug, PartialEq)]
pub struct Highlight {
    /// The node; `None` is the canvas itself.
    pub node: Option<LogicalId>,
    /// The zone inside it, by its lane's title.
    pub zone: Option<String>,
    /// Why it may not.
    pub refusal: Option<Refusal>,
}
