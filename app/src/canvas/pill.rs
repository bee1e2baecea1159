//! A short word in a rounded frame, centered on a point of the drawing. Its
//! width is reckoned, since a drawing does not flow.

use leptos::prelude::*;

/// What a letter takes at 11 px on average, and what is left beside the word.
const LETTER: f64 = 6.9;
const PADDING: f64 = 13.0;

/// The width of the pill of a word.
pub(super) fn width(text: &str) -> f64 {
    let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    (f64::from(letters) * LETTER + PADDING).max(20.0)
}

#[component]
pub(super) fn Pill(
    class: &'static str,
    text: String,
    x: f64,
    y: f64,
    /// Its color by the name that the style sheet knows.
    #[prop(optional)]
    hue: &'static str,
) -> impl IntoView {
    let width = width(&text);
    view! {
        <g class=class data-hue=hue transform=format!("translate({x} {y})")>
            <rect x=-width / 2.0 y="-9" width=width height="18" rx="9" />
            <text y="4">{text}</text>
        </g>
    }
}
