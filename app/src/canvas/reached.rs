//! The path of an answer, drawn over the nodes that it passes: where the packet
//! goes, and where it stops.

use drawbridge_core::diagram::Diagram;
use drawbridge_core::geometry::{Point, Rect, connector, path_data};
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use crate::reach::ShownPath;
use crate::workspace::Workspace;

/// How far a ring stands around its node.
const RING: f64 = 4.0;

/// What is drawn of a path.
#[derive(Clone, Debug, PartialEq)]
struct Drawn {
    /// The nodes that it passes.
    rings: Vec<Rect>,
    /// The lines between them.
    lines: Vec<Vec<Point>>,
    /// The node that stops it, and where the cross stands.
    stop: Option<(Rect, Point)>,
}

#[component]
pub(super) fn Reached() -> impl IntoView {
    let workspace = Workspace::here();
    let shown = ShownPath::here();
    let drawn = Memo::new(move |_| {
        // What moves takes the path along.
        workspace.frames_version.track();
        shown.with(|path| {
            let path = path.as_ref()?;
            Some(workspace.diagram(|diagram| draw(diagram, path)))
        })
    });
    move || {
        let drawn = drawn.get()?;
        let rings = drawn
            .rings
            .into_iter()
            .map(|rect| ring(rect, "reached-ring"));
        let lines = drawn.lines.into_iter().map(|line| {
            view! { <path class="reached-line" d=path_data(&line, 8.0) marker-end="url(#reached-head)" /> }
        });
        let stop = drawn.stop.map(|(rect, at)| {
            view! {
                {ring(rect, "reached-stop")}
                <g class="reached-cross" transform=format!("translate({} {})", at.x, at.y)>
                    <circle r="10" />
                    <path d="M-4 -4 4 4M-4 4 4 -4" />
                </g>
            }
        });
        Some(view! {
            <g class="reached" aria-hidden="true">
                {rings.collect_view()}
                {lines.collect_view()}
                {stop}
            </g>
        })
    }
}

fn ring(rect: Rect, class: &'static str) -> impl IntoView {
    let around = rect.inset(-RING);
    view! { <rect class=class x=around.x y=around.y width=around.w height=around.h rx="10" /> }
}

fn draw(diagram: &Diagram, path: &ShownPath) -> Drawn {
    let node = |id: &LogicalId| {
        let id = diagram.shown_by(id)?;
        Some((id.clone(), diagram.absolute(id)?))
    };
    let mut nodes: Vec<_> = path.hops.iter().filter_map(node).collect();
    nodes.dedup_by(|a, b| a.0 == b.0);
    // A container around the next hop is not a stop on the way.
    let passed: Vec<Rect> = nodes
        .iter()
        .enumerate()
        .filter(|(index, (id, _))| {
            let inner = nodes
                .get(index + 1)
                .or_else(|| nodes.get(index.wrapping_sub(1)));
            inner.is_none_or(|(other, _)| !diagram.is_inside(other, id))
        })
        .map(|(_, (_, rect))| *rect)
        .collect();
    let lines = passed.windows(2).filter_map(|pair| match pair {
        [from, to] => Some(connector(*from, *to, &[])),
        _ => None,
    });
    let stop = path.blocked_at.as_ref().and_then(node).map(|(_, rect)| {
        let last = passed.last().copied().unwrap_or(rect);
        (
            rect,
            Point {
                x: last.x,
                y: last.y,
            },
        )
    });
    Drawn {
        lines: lines.collect(),
        rings: passed,
        stop,
    }
}
