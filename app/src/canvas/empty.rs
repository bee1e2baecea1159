//! What an empty canvas says: how to begin.

use leptos::prelude::*;

use crate::command::Surfaces;
use crate::ui::{Button, Look, Show};
use crate::workspace::Workspace;

#[component]
pub(super) fn EmptyCanvas() -> impl IntoView {
    let workspace = Workspace::here();
    let surfaces = Surfaces::here();
    view! {
        <Show when=move || workspace.roots.with(Vec::is_empty)>
            <div class="canvas-empty">
                <h2>"Draw a network"</h2>
                <p>
                    "Drag a VPC from the palette onto the canvas, then put subnets into it. Each gets the next free address block and a zone."
                </p>
                <div class="canvas-empty-actions">
                    <Button
                        label="New from sample…"
                        look=Look::Primary
                        on_press=move |()| surfaces.samples.set(true)
                    />
                    <Button label="Open file…" on_press=move |()| surfaces.choose_file() />
                </div>
                <p class="quiet">"Or drop a CloudFormation template here."</p>
            </div>
        </Show>
    }
}
