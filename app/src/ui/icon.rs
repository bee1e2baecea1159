//! A picture beside a word. Always hidden from screen readers: whoever shows it names it.

use leptos::prelude::*;

use super::Glyph;

/// Draws a glyph in the color of the text around it. `size` is in CSS pixels, 16 if not given.
#[component]
pub(crate) fn Icon(
    #[prop(into)] glyph: Signal<Glyph>,
    #[prop(default = 16)] size: u32,
) -> impl IntoView {
    // Glyphs are drawn on 24 units: this keeps the line 1.5 px wide at the size in use.
    let stroke_width = 36.0 / f64::from(size);
    view! {
        <svg
            aria-hidden="true"
            width=size
            height=size
            viewBox=move || glyph.get().view_box.unwrap_or("0 0 24 24")
            fill="none"
            stroke="currentColor"
            stroke-width=stroke_width
            stroke-linecap="round"
            stroke-linejoin="round"
            inner_html=move || glyph.get().data
        ></svg>
    }
}
