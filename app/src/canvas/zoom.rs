//! The zoom controls in the corner of the canvas.

use leptos::prelude::*;

use crate::ui::{IconButton, Size, glyphs};
use crate::workspace::Workspace;

#[component]
pub(super) fn ZoomBar() -> impl IntoView {
    let workspace = Workspace::here();
    let percent = move || {
        workspace
            .camera
            .with(|camera| format!("{:.0} %", camera.zoom * 100.0))
    };
    view! {
        <div class="zoom-bar" role="toolbar" aria-label="Zoom">
            <IconButton
                label="Zoom out"
                glyph=glyphs::ZOOM_OUT
                size=Size::Small
                shortcut="-"
                on_press=move |()| workspace.zoom(0.8)
            />
            <button
                type="button"
                class="zoom-percent numeric"
                title="Zoom to 100 %"
                on:click=move |_| workspace.zoom_to_actual()
            >
                {percent}
            </button>
            <IconButton
                label="Zoom in"
                glyph=glyphs::ZOOM_IN
                size=Size::Small
                shortcut="+"
                on_press=move |()| workspace.zoom(1.25)
            />
            <IconButton
                label="Show everything"
                glyph=glyphs::ZOOM_FIT
                size=Size::Small
                shortcut="Shift+1"
                on_press=move |()| workspace.fit()
            />
        </div>
    }
}
