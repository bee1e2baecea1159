//! What lies under and over the nodes: the region, the marquee, a pulled line,
//! guides, the path of an answer.

use drawbridge_core::geometry::{Axis, path_data};
use leptos::prelude::*;

use super::Gesture;
use crate::workspace::Workspace;

/// Under the nodes: the region, and the shapes that lines end in.
#[component]
pub(super) fn Underlays() -> impl IntoView {
    let workspace = Workspace::here();
    view! {
        <defs>
            <marker
                id="arrow-head"
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="8"
                markerHeight="8"
                markerUnits="userSpaceOnUse"
                orient="auto-start-reverse"
            >
                <path class="arrow-head" d="M0 0.5 7 4 0 7.5Z" />
            </marker>
            <marker
                id="reached-head"
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="12"
                markerHeight="12"
                markerUnits="userSpaceOnUse"
                orient="auto-start-reverse"
            >
                <path class="reached-head" d="M0 0.5 7 4 0 7.5Z" />
            </marker>
        </defs>
        {move || {
            let region = workspace.region.get()?;
            let frame = region.frame;
            Some(view! {
                <g class="region" transform=format!("translate({} {})", frame.x, frame.y) aria-hidden="true">
                    <rect class="region-frame" width=frame.w height=frame.h />
                    <text class="region-title" x="12" y="22">{region.title.clone()}</text>
                </g>
            })
        }}
    }
}

/// Over the nodes: what a gesture shows.
#[component]
pub(super) fn Overlays() -> impl IntoView {
    let gesture = Gesture::here();
    let marquee = move || {
        let rect = gesture.marquee.get()?;
        Some(view! { <rect class="marquee" x=rect.x y=rect.y width=rect.w height=rect.h /> })
    };
    let wire = move || {
        let wire = gesture.wire.get()?;
        Some(view! { <path class="wire" d=path_data(&[wire.from, wire.to], 0.0) /> })
    };
    let guides = move || {
        let lines = gesture
            .guides
            .get()
            .into_iter()
            .map(|guide| match guide.axis {
                Axis::X => (guide.at, guide.from, guide.at, guide.to),
                Axis::Y => (guide.from, guide.at, guide.to, guide.at),
            });
        lines
            .map(|(x1, y1, x2, y2)| view! { <line class="guide" x1=x1 y1=y1 x2=x2 y2=y2 /> })
            .collect_view()
    };
    view! { {marquee} {wire} {guides} }
}
