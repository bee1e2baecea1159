//! What reaches a tool from pointer and keyboard.

use crate::catalogue::Variant;
use crate::geometry::Point;
use crate::template::LogicalId;

/// Something that a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The pointer was pressed on the canvas.
    Press(Pointer),
    /// The pointer was pressed on the port of a node, to connect it.
    PressPort(LogicalId, Pointer),
    /// The pointer was pressed on an edge of a node, to resize it.
    PressEdge(LogicalId, Edge, Pointer),
    /// A kind, or a variant of it, is carried from the palette.
    Carry(String, Option<&'static Variant>, Pointer),
    /// The pointer moved, pressed or not.
    Move(Pointer),
    /// The pointer was released.
    Release(Pointer),
    /// Escape, or the browser took the pointer away.
    Cancel,
}

/// The pointer at an event.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pointer {
    /// Where it is, in pixels from the canvas's upper left corner.
    pub at: Point,
    /// What is pressed.
    pub button: Button,
    /// The keys that are held.
    pub modifiers: Modifiers,
}

/// What is pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Button {
    /// The left button, a finger, a pen.
    #[default]
    Primary,
    /// The middle button, or the left one with the space bar held: pans.
    Pan,
}

/// The keys that are held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Modifiers {
    /// Adds to the selection; keeps a move on one axis.
    pub shift: bool,
    /// Adds to the selection; turns snapping off.
    pub control: bool,
    /// Makes a marquee inside a container.
    pub alt: bool,
}

/// An edge or corner of a node: -1 is left or top, 1 right or bottom, 0 neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The side in x.
    pub x: i8,
    /// The side in y.
    pub y: i8,
}
