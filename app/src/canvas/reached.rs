//! The path of an answer, drawn over the nodes that it passes: numbered where
//! something happens, with arrows in its direction, and marked where it stops.

use drawbridge_core::diagram::Diagram;
use drawbridge_core::geometry::{Point, Rect, connector, path_data};
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use super::pill::Pill;
use crate::reach::{Reaching, ShownPath};
use crate::workspace::Workspace;

/// How far a ring stands around its node.
const RING: f64 = 4.0;

/// What is drawn of a path.
#[derive(Clone, Debug, PartialEq)]
struct Drawn {
    /// The nodes that it passes, each with the numbers of its steps.
    stops: Vec<(Rect, String)>,
    /// The lines between them.
    lines: Vec<Vec<Point>>,
    /// The nodes that stop it.
    blocks: Vec<Rect>,
    /// From where it stops to what stops it.
    to_blocks: Vec<Vec<Point>>,
}

#[component]
pub(super) fn Reached() -> impl IntoView {
    let workspace = Workspace::here();
    let shown = Reaching::here().path;
    let drawn = Memo::new(move |_| {
        shown.with(|path| {
            let path = path.as_ref()?;
            // What moves takes the path along.
            workspace.frames_version.track();
            Some(workspace.diagram(|diagram| draw(diagram, path)))
        })
    });
    move || {
        let drawn = drawn.get()?;
        let rings = drawn
            .stops
            .iter()
            .map(|(rect, _)| ring(*rect, "reached-ring"));
        let lines = drawn.lines.iter().map(|line| {
            view! { <path class="reached-line" d=path_data(line, 8.0) marker-end="url(#reached-head)" /> }
        });
        let numbers = drawn.stops.iter().map(|(rect, numbers)| {
            view! { <Pill class="reached-number" text=numbers.clone() x=rect.x y=rect.y /> }
        });
        let to_blocks = drawn.to_blocks.iter().map(|line| {
            view! { <path class="reached-lost" d=path_data(line, 8.0) /> }
        });
        let blocks = drawn.blocks.iter().map(|rect| {
            let (x, y) = (rect.x + rect.w / 2.0, rect.y - RING);
            view! {
                {ring(*rect, "reached-stop")}
                <g class="reached-cross" transform=format!("translate({x} {y})")>
                    <circle r="10" />
                    <path d="M-4 -4 4 4M-4 4 4 -4" />
                </g>
            }
        });
        Some(view! {
            <g class="reached" aria-hidden="true">
                {rings.collect_view()}
                {lines.collect_view()}
                {to_blocks.collect_view()}
                {blocks.collect_view()}
                {numbers.collect_view()}
            </g>
        })
    }
}

fn ring(rect: Rect, class: &'static str) -> impl IntoView + use<> {
    let around = rect.inset(-RING);
    view! { <rect class=class x=around.x y=around.y width=around.w height=around.h rx="10" /> }
}

/// A node on the way, and the numbers of the steps there.
struct Passed {
    id: LogicalId,
    rect: Rect,
    first: usize,
    last: usize,
}

fn draw(diagram: &Diagram, path: &ShownPath) -> Drawn {
    let node = |id: &LogicalId| {
        let id = diagram.shown_by(id)?;
        Some((id.clone(), diagram.absolute(id)?))
    };
    let mut passed: Vec<Passed> = Vec::new();
    for stop in &path.stops {
        let Some((id, rect)) = node(&stop.at) else {
            continue;
        };
        let mut first = stop.first;
        if let Some(before) = passed.last_mut() {
            if before.id == id || diagram.is_inside(&before.id, &id) {
                // A container around where the packet is is no stop on its way.
                before.last = stop.last;
                continue;
            }
            if diagram.is_inside(&id, &before.id) {
                first = before.first;
                passed.pop();
            }
        }
        passed.push(Passed {
            id,
            rect,
            first,
            last: stop.last,
        });
    }
    let lines = passed.windows(2).filter_map(|pair| match pair {
        [from, to] => Some(connector(from.rect, to.rect, &[])),
        _ => None,
    });
    let lines = lines.collect();
    let mut blocks: Vec<Rect> = Vec::new();
    let mut to_blocks = Vec::new();
    for (id, rect) in path.blocks.iter().filter_map(node) {
        if blocks.contains(&rect) {
            continue;
        }
        blocks.push(rect);
        let is_apart = |last: &&Passed| {
            last.id != id && !diagram.is_inside(&last.id, &id) && !diagram.is_inside(&id, &last.id)
        };
        if let Some(last) = passed.last().filter(is_apart) {
            to_blocks.push(connector(last.rect, rect, &[]));
        }
    }
    Drawn {
        stops: numbered(&passed),
        lines,
        blocks,
        to_blocks,
    }
}

/// Each node once, with the numbers of all its steps.
fn numbered(passed: &[Passed]) -> Vec<(Rect, String)> {
    let mut stops: Vec<(&LogicalId, Rect, String)> = Vec::new();
    for it in passed {
        let numbers = if it.first == it.last {
            it.first.to_string()
        } else {
            format!("{}–{}", it.first, it.last)
        };
        match stops.iter_mut().find(|(id, ..)| **id == it.id) {
            Some((_, _, before)) => before.extend([", ", &numbers]),
            None => stops.push((&it.id, it.rect, numbers)),
        }
    }
    let stops = stops.into_iter().map(|(_, rect, numbers)| (rect, numbers));
    stops.collect()
}
