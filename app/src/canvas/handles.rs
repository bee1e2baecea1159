//! The handles of a node that is selected alone: the port that a line is pulled
//! from, and the corners that resize.

use drawbridge_core::template::LogicalId;
use drawbridge_core::tool::Edge;
use leptos::prelude::*;

use super::Gesture;
use crate::workspace::Workspace;

/// How far the port stands from the node's side.
const AWAY: f64 = 14.0;

/// The handles of the node that is selected alone, over everything else.
#[component]
pub(super) fn Handles() -> impl IntoView {
    let workspace = Workspace::here();
    let selected = Memo::new(move |_| {
        workspace.frames_version.track();
        let id = workspace
            .selection
            .with(|selection| selection.only().cloned())?;
        let frame = workspace.diagram(|diagram| diagram.absolute(&id))?;
        Some((id, frame))
    });
    let id = Memo::new(move |_| selected.get().map(|(id, _)| id));
    let frame = move || selected.get().map(|(_, frame)| frame).unwrap_or_default();
    let size = Memo::new(move |_| (frame().w, frame().h));
    move || {
        let id = id.get()?;
        let corners = [(-1, -1), (1, -1), (-1, 1), (1, 1)].map(|(x, y)| {
            view! { <Corner id=id.clone() edge=Edge { x, y } size /> }
        });
        let at = move || format!("translate({} {})", frame().x, frame().y);
        Some(view! {
            <g class="handles" transform=at>
                {corners.collect_view()}
                <Port id=id size />
            </g>
        })
    }
}

#[component]
fn Corner(id: LogicalId, edge: Edge, size: Memo<(f64, f64)>) -> impl IntoView {
    let gesture = Gesture::here();
    let at = move || {
        let (w, h) = size.get();
        let along = |side: i8, length: f64| if side < 0 { 0.0 } else { length };
        format!("translate({} {})", along(edge.x, w), along(edge.y, h))
    };
    view! {
        <rect
            class="node-corner"
            data-corner=format!("{},{}", edge.x, edge.y)
            x="-4"
            y="-4"
            width="8"
            height="8"
            rx="2"
            transform=at
            on:pointerdown=move |event| gesture.press_edge(id.clone(), edge, &event)
        />
    }
}

#[component]
fn Port(id: LogicalId, size: Memo<(f64, f64)>) -> impl IntoView {
    let gesture = Gesture::here();
    let name = format!("Connect {id}");
    let at = move || {
        let (w, h) = size.get();
        format!("translate({} {})", w + AWAY, h / 2.0)
    };
    view! {
        <g
            class="node-port"
            role="button"
            aria-label=name
            transform=at
            on:pointerdown=move |event| gesture.press_port(id.clone(), &event)
        >
            <circle r="7" />
            <path d="M-3 0h6M0 -3v6" />
        </g>
    }
}
