//! An arrow.

use drawbridge_core::geometry::{path_data, point_along};
use leptos::prelude::*;

use crate::workspace::{ArrowKey, Workspace};

/// The radius of an arrow's bends.
const BEND: f64 = 8.0;

#[component]
pub(super) fn ArrowView(key: ArrowKey) -> impl IntoView {
    let workspace = Workspace::here();
    let face = workspace.arrow(&key)?;
    let selected = {
        let key = key.clone();
        Memo::new(move |_| {
            workspace
                .selection
                .with(|it| it.arrow.as_ref() == Some(&key))
        })
    };
    let path = {
        let face = face.clone();
        Memo::new(move |_| face.with(|face| path_data(&face.path, BEND)))
    };
    let name = {
        let (face, key) = (face.clone(), key.clone());
        move || face.with(|face| format!("{} {} {}", key.from, face.verb, key.to))
    };
    let is_overlay = {
        let face = face.clone();
        move || face.with(|face| face.overlay)
    };
    let caption = move || {
        face.with(|face| {
            let text = face.caption.clone();
            #[expect(clippy::cast_precision_loss, reason = "captions are short")]
            let width = text.chars().count() as f64 * 6.2 + 10.0;
            // On a short line a caption would cover what the line joins.
            let (first, last) = (face.path.first()?, face.path.last()?);
            let length = (last.x - first.x).abs() + (last.y - first.y).abs();
            if text.is_empty() || length < width.min(40.0) {
                return None;
            }
            let at = point_along(&face.path, 0.5)?;
            Some(view! {
                <g class="arrow-caption" transform=format!("translate({} {})", at.x, at.y) aria-hidden="true">
                    <rect x=-width / 2.0 y="-9" width=width height="18" rx="4" />
                    <text y="4">{text}</text>
                </g>
            })
        })
    };
    Some(view! {
        <g
            class="arrow"
            class:is-selected=selected
            class:is-overlay=is_overlay
            role="img"
            aria-label=name
            data-from=key.from.to_string()
            data-to=key.to.to_string()
        >
            <path class="arrow-reach" d=path />
            <path class="arrow-line" d=path marker-end="url(#arrow-head)" />
            {caption}
        </g>
    })
}
