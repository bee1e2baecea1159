//! The tool that selects, moves, resizes, connects and places.

use super::drop::{Moving, carry, drop};
use super::{Button, Edge, Event, Intent, Pointer, Wire};
use crate::catalogue::Variant;
use crate::diagram::{Arrow, Diagram};
use crate::document::Document;
use crate::edit;
use crate::geometry::{Camera, Point, Rect};
use crate::template::LogicalId;

/// How far the pointer goes before a press becomes a drag, in pixels.
const THRESHOLD: f64 = 3.0;

/// How near to an arrow a press takes it, in pixels.
const REACH: f64 = 6.0;

/// The smallest side of a node that is resized by hand.
const SMALLEST: f64 = 48.0;

/// What the tool sees.
pub struct View<'a> {
    /// The document without the preview.
    pub document: &'a Document,
    /// The picture as it is shown, the preview included.
    pub diagram: &'a Diagram,
    /// What is selected.
    pub selection: &'a [LogicalId],
    /// Where the canvas looks.
    pub camera: Camera,
    /// Whether an arrow is drawn now.
    pub shows: &'a dyn Fn(&Arrow) -> bool,
}

/// The states of the tool. A state owns its data.
#[derive(Clone, Debug, Default)]
pub enum Select {
    /// Nothing is going on.
    #[default]
    Idle,
    /// The pointer is pressed and has not gone far.
    Pressing {
        /// Where, on the screen.
        from: Point,
        /// On which node.
        on: Option<LogicalId>,
        /// Whether a release selects this node alone: it was one of several.
        narrows: bool,
    },
    /// Nodes follow the pointer.
    Moving(Moving),
    /// A rectangle is drawn.
    Marquee {
        /// Its first corner, in the world.
        from: Point,
        /// What was selected before and stays.
        keeps: Vec<LogicalId>,
    },
    /// A line is pulled from a port.
    Connecting {
        /// The node of the port.
        from: LogicalId,
    },
    /// An edge follows the pointer.
    Resizing {
        /// The node.
        id: LogicalId,
        /// The edge.
        edge: Edge,
        /// Where the pointer took hold, in the world.
        from: Point,
        /// The frame when it began, relative to its container.
        frame: Rect,
    },
    /// The canvas follows the pointer.
    Panning {
        /// Where the pointer took hold, on the screen.
        from: Point,
        /// The camera when it began.
        camera: Camera,
    },
    /// A kind is carried from the palette.
    Carrying {
        /// The type's name.
        kind: String,
        /// The variant of it.
        variant: Option<&'static Variant>,
    },
}

impl Select {
    /// The next state, and what the app is to do.
    #[must_use]
    pub fn step(self, event: Event, view: &View<'_>) -> (Self, Vec<Intent>) {
        match event {
            Event::Press(pointer) => press(&pointer, view),
            Event::PressPort(from, pointer) => {
                let intents = wire(&from, &pointer, view);
                (Self::Connecting { from }, intents)
            }
            Event::PressEdge(id, edge, pointer) => match view.diagram.nodes.get(&id) {
                Some(node) => {
                    let from = view.camera.to_world(pointer.at);
                    (
                        Self::Resizing {
                            id,
                            edge,
                            from,
                            frame: node.frame,
                        },
                        Vec::new(),
                    )
                }
                None => (self, Vec::new()),
            },
            Event::Carry(kind, variant, pointer) => {
                let intents = carry(&kind, variant, &pointer, view);
                (Self::Carrying { kind, variant }, intents)
            }
            Event::Move(pointer) => self.moved(&pointer, view),
            Event::Release(pointer) => self.released(&pointer, view),
            Event::Cancel => (Self::Idle, cleared()),
        }
    }

    /// What follows the pointer now: what is drawn leaves it out of account,
    /// by [`project_while_moving`](crate::diagram::project_while_moving).
    pub fn moving(&self) -> &[LogicalId] {
        match self {
            Self::Moving(moving) => moving.ids(),
            _ => &[],
        }
    }

    fn moved(self, pointer: &Pointer, view: &View<'_>) -> (Self, Vec<Intent>) {
        match self {
            Self::Idle => (Self::Idle, Vec::new()),
            Self::Pressing { from, ref on, .. } => {
                if from.distance(pointer.at) < THRESHOLD {
                    return (self, Vec::new());
                }
                let start = view.camera.to_world(from);
                match on {
                    // What is pressed moves with all that is selected with it.
                    Some(_) => {
                        let moving = Moving::new(view.selection.to_vec(), start, view.diagram);
                        Self::Moving(moving).moved(pointer, view)
                    }
                    None => Self::Marquee {
                        from: start,
                        keeps: view.selection.to_vec(),
                    }
                    .moved(pointer, view),
                }
            }
            Self::Moving(mut moving) => {
                let intents = moving.step(pointer, view);
                (Self::Moving(moving), intents)
            }
            Self::Marquee { from, keeps } => {
                let rect = Rect::between(from, view.camera.to_world(pointer.at));
                let mut ids = keeps.clone();
                let inside = view.diagram.touched_by(rect).into_iter();
                ids.extend(inside.filter(|id| !keeps.contains(id)));
                let intents = vec![Intent::Marquee(Some(rect)), Intent::Select(ids)];
                (Self::Marquee { from, keeps }, intents)
            }
            Self::Connecting { from } => {
                let intents = wire(&from, pointer, view);
                (Self::Connecting { from }, intents)
            }
            Self::Resizing {
                id,
                edge,
                from,
                frame,
            } => {
                let to = view.camera.to_world(pointer.at);
                let rect = resized(frame, edge, to.x - from.x, to.y - from.y);
                let intents = match edit::resize(view.document, &id, rect) {
                    Ok(change) => vec![Intent::Preview(Box::new(change))],
                    Err(_) => Vec::new(),
                };
                (
                    Self::Resizing {
                        id,
                        edge,
                        from,
                        frame,
                    },
                    intents,
                )
            }
            Self::Panning { from, camera } => {
                let by = crate::geometry::Vector {
                    x: pointer.at.x - from.x,
                    y: pointer.at.y - from.y,
                };
                (
                    Self::Panning { from, camera },
                    vec![Intent::Look(camera.pan(by))],
                )
            }
            Self::Carrying { kind, variant } => {
                let intents = carry(&kind, variant, pointer, view);
                (Self::Carrying { kind, variant }, intents)
            }
        }
    }

    fn released(self, pointer: &Pointer, view: &View<'_>) -> (Self, Vec<Intent>) {
        let intents = match self {
            Self::Pressing {
                on: Some(id),
                narrows: true,
                ..
            } => vec![Intent::Select(vec![id])],
            Self::Idle | Self::Panning { .. } | Self::Pressing { .. } => Vec::new(),
            Self::Moving(moving) => moving.release(view),
            Self::Marquee { .. } => vec![Intent::Marquee(None)],
            Self::Connecting { from } => {
                let over = view.diagram.hit(view.camera.to_world(pointer.at));
                let connect = over
                    .filter(|over| **over != from)
                    .map(|over| Intent::Connect(from.clone(), over.clone()));
                [Intent::Wire(None), Intent::Highlight(None)]
                    .into_iter()
                    .chain(connect)
                    .collect()
            }
            Self::Resizing { .. } => vec![Intent::Commit],
            Self::Carrying { kind, variant } => drop(&kind, variant, pointer, view),
        };
        (Self::Idle, intents)
    }
}

fn press(pointer: &Pointer, view: &View<'_>) -> (Select, Vec<Intent>) {
    let from = pointer.at;
    if pointer.button == Button::Pan {
        return (
            Select::Panning {
                from,
                camera: view.camera,
            },
            Vec::new(),
        );
    }
    let at = view.camera.to_world(from);
    let adds = pointer.modifiers.shift || pointer.modifiers.control;
    let arrow = view
        .diagram
        .arrow_at(at, REACH / view.camera.zoom, view.shows);
    let hit = view.diagram.hit(at).filter(|_| !pointer.modifiers.alt);
    // A line lies over containers, and under boxes.
    let on_line = arrow.filter(|_| {
        hit.and_then(|id| view.diagram.nodes.get(id))
            .is_none_or(|node| node.look == crate::diagram::Look::Container)
    });
    if let Some(arrow) = on_line.filter(|_| !adds) {
        return (
            Select::Idle,
            vec![Intent::SelectArrow(Box::new(arrow.clone()))],
        );
    }
    let Some(id) = hit else {
        let intents = if adds {
            Vec::new()
        } else {
            vec![Intent::Select(Vec::new())]
        };
        return (
            Select::Pressing {
                from,
                on: None,
                narrows: false,
            },
            intents,
        );
    };
    let is_selected = view.selection.contains(id);
    if adds {
        let mut ids = view.selection.to_vec();
        if is_selected {
            ids.retain(|it| it != id);
        } else {
            ids.push(id.clone());
        }
        return (Select::Idle, vec![Intent::Select(ids)]);
    }
    let intents = if is_selected {
        Vec::new()
    } else {
        vec![Intent::Select(vec![id.clone()])]
    };
    (
        Select::Pressing {
            from,
            on: Some(id.clone()),
            narrows: is_selected,
        },
        intents,
    )
}

/// The line from a node to the pointer, and what it would connect.
fn wire(from: &LogicalId, pointer: &Pointer, view: &View<'_>) -> Vec<Intent> {
    let to = view.camera.to_world(pointer.at);
    let Some(frame) = view.diagram.absolute(from) else {
        return Vec::new();
    };
    let over = view.diagram.hit(to).filter(|over| *over != from).cloned();
    let highlight = over.map(|over| {
        let refusal = edit::connections(view.document, from, &over).err();
        super::Highlight {
            node: Some(over),
            zone: None,
            refusal,
        }
    });
    // From the side that the port is on.
    let wire = Wire {
        from: Point::new(frame.right(), frame.center().y),
        to,
    };
    vec![Intent::Wire(Some(wire)), Intent::Highlight(highlight)]
}

fn resized(frame: Rect, edge: Edge, x: f64, y: f64) -> Rect {
    let mut rect = frame;
    let grid = |length: f64| crate::geometry::snap_to_grid(length, 8.0).max(SMALLEST);
    match edge.x {
        1 => rect.w = grid(frame.w + x),
        -1 => {
            rect.w = grid(frame.w - x);
            rect.x = frame.right() - rect.w;
        }
        _ => {}
    }
    match edge.y {
        1 => rect.h = grid(frame.h + y),
        -1 => {
            rect.h = grid(frame.h - y);
            rect.y = frame.bottom() - rect.h;
        }
        _ => {}
    }
    rect
}

fn cleared() -> Vec<Intent> {
    vec![
        Intent::Cancel,
        Intent::Marquee(None),
        Intent::Wire(None),
        Intent::Highlight(None),
        Intent::Guides(Vec::new()),
    ]
}

#[cfg(test)]
#[path = "select_tests.rs"]
mod tests;
