//! The drawing: SVG, one `<g>` for each node, nested as containers nest, so
//! that moving one writes one attribute. What a gesture means is decided in
//! core's `tool`; what is drawn comes from the records of the workspace.

mod arrow;
mod context_menu;
mod empty;
mod gesture;
mod handles;
mod input;
mod joining;
mod layer;
mod node;
mod overlay;
mod picking;
mod pill;
mod reached;
mod zoom;

use drawbridge_core::geometry::{Point, Size};
use leptos::ev::{PointerEvent, WheelEvent};
use leptos::html::Main;
use leptos::prelude::*;

pub(crate) use gesture::Gesture;
pub(crate) use joining::JoinDialog;

use crate::platform::watch_size;
use crate::reach::{Overlay, Reaching};
use crate::ui::{For, effect};
use crate::workspace::Workspace;
use arrow::ArrowView;
use context_menu::ContextMenu;
use empty::EmptyCanvas;
use handles::Handles;
use layer::{LayerView, Legend};
use node::NodeView;
use overlay::{Overlays, Underlays};
use picking::PickingBar;
use reached::Reached;
use zoom::ZoomBar;

/// How much one notch of the wheel zooms.
const WHEEL: f64 = 0.0015;

/// The canvas in the middle of the workspace.
#[component]
pub(crate) fn Canvas() -> impl IntoView {
    let workspace = Workspace::here();
    let gesture = Gesture::here();
    let reaching = Reaching::here();
    let frame = NodeRef::<Main>::new();
    effect(move || {
        if let Some(element) = frame.get() {
            watch_size(&element, move |w, h| workspace.viewport.set(Size { w, h }));
        }
    });
    let menu = context_menu::OpenAt::default();
    let transform = move || workspace.camera.get().transform();
    let is_far = move || workspace.camera.with(|camera| camera.zoom < 0.35);
    view! {
        <main
            class="canvas"
            class:is-far=is_far
            aria-label="Canvas"
            node_ref=frame
            data-gesture=move || {
                if reaching.picking.get().is_some() { "picking" } else { gesture.name() }
            }
            data-overlay=move || reaching.overlay.get().map(Overlay::name)
            on:contextmenu=move |event| context_menu::open(workspace, menu, &event)
        >
            <svg
                class="canvas-drawing"
                tabindex="0"
                role="group"
                aria-label="Network drawing"
                aria-describedby="canvas-help"
                on:pointerdown=move |event| {
                    if !picking::press(workspace, reaching, &event) {
                        gesture.press(&event);
                    }
                }
                on:pointermove=move |event| gesture.moved(&event)
                on:pointerup=move |event| gesture.release(&event)
                on:pointercancel=move |_| gesture.abandon()
                on:wheel=move |event| wheel(workspace, &event)
            >
                <Backdrop />
                <g class="canvas-world" transform=transform>
                    <Underlays />
                    <For each=move || workspace.roots.get() key=Clone::clone let:id>
                        <NodeView id />
                    </For>
                    <g class="canvas-arrows">
                        <For each=move || workspace.arrows.get() key=Clone::clone let:key>
                            <ArrowView key />
                        </For>
                    </g>
                    <LayerView />
                    <Reached />
                    <Handles />
                    <Overlays />
                </g>
            </svg>
            <p id="canvas-help" class="visually-hidden">
                "Enter goes into a container and Shift+Enter out of it, Ctrl with the right and left arrow selects the next and the one before, arrow keys move what is selected, F and T ask who is reached from and to what is selected, Tab leaves the drawing. Press ? for all keys."
            </p>
            <Legend />
            <PickingBar />
            <ContextMenu at=menu />
            <EmptyCanvas />
            <ZoomBar />
        </main>
    }
}

/// The dots of the drawing ground, which move with the camera.
#[component]
fn Backdrop() -> impl IntoView {
    let workspace = Workspace::here();
    let step = move || {
        let zoom = workspace.camera.with(|camera| camera.zoom);
        // Dots that would be nearer than 12 px are thinned out.
        let mut step = 16.0 * zoom;
        while step < 12.0 {
            step *= 2.0;
        }
        step
    };
    let shift = move || {
        let origin = workspace
            .camera
            .with(|camera| camera.to_screen(Point { x: 0.0, y: 0.0 }));
        format!("translate({} {})", origin.x % step(), origin.y % step())
    };
    view! {
        <defs>
            <pattern
                id="canvas-dots"
                patternUnits="userSpaceOnUse"
                width=step
                height=step
                patternTransform=shift
            >
                <circle class="canvas-dot" cx="1" cy="1" r="0.8" />
            </pattern>
        </defs>
        <rect class="canvas-ground" width="100%" height="100%" fill="url(#canvas-dots)" />
    }
}

fn wheel(workspace: Workspace, event: &WheelEvent) {
    event.prevent_default();
    if event.ctrl_key() || event.meta_key() {
        let at = input::point(event);
        let factor = (-event.delta_y() * WHEEL * 4.0).clamp(-1.0, 1.0).exp();
        workspace
            .camera
            .update(|camera| *camera = camera.zoom_about(at, factor));
    } else {
        let (x, y) = (-event.delta_x(), -event.delta_y());
        // Shift turns a wheel that has one axis.
        let (x, y) = if event.shift_key() && x == 0.0 {
            (y, 0.0)
        } else {
            (x, y)
        };
        let by = drawbridge_core::geometry::Vector { x, y };
        workspace.camera.update(|camera| *camera = camera.pan(by));
    }
}

/// Whether an event began on a control that lies over the drawing.
pub(super) fn is_primary(event: &PointerEvent) -> bool {
    event.button() == 0 || event.button() == 1
}
