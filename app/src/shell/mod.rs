//! The frame of the workspace: toolbar, palette, canvas, inspector, dock.

mod carried;
mod dialogs;
mod dock;
mod samples;
mod shortcuts;
mod toolbar;

use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::canvas::{Canvas, Gesture, JoinDialog};
use crate::command::{self, Surfaces};
use crate::inspector::{GoTo, Inspector};
use crate::palette::Palette;
use crate::platform::{dropped_file, picked_file};
use crate::ui::{ResizeHandle, Side, ToastRegion, Toasts, effect};
use crate::workspace::Workspace;
use carried::Carried;
use dialogs::{AnewDialog, PasteDialog, SharedDialog};
use dock::Dock;
use samples::SamplesDialog;
use shortcuts::ShortcutSheet;
use toolbar::Toolbar;

/// The whole application.
#[component]
pub(crate) fn Shell() -> impl IntoView {
    let toasts = Toasts::provide();
    let workspace = Workspace::provide(toasts);
    let surfaces = Surfaces::provide(workspace);
    // Before the commands: its Escape ends a gesture, and then is nobody else's.
    Gesture::provide(workspace);
    command::listen(workspace, surfaces);
    command::listen_to_clipboard(workspace);
    crate::template::PointedAt::provide();
    GoTo::provide();
    crate::template::TemplateDraft::provide();
    let is_ready = RwSignal::new(false);
    spawn_local(async move {
        workspace.restore().await;
        workspace.take_link();
        is_ready.set(true);
    });
    let left = RwSignal::new(232.0);
    let right = RwSignal::new(320.0);
    let bottom = RwSignal::new(208.0);
    raise_for_answers(workspace, surfaces, bottom);
    let over = RwSignal::new(false);
    let drag = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(file) = dropped_file(&event) {
            workspace.open_file(file);
        }
    };
    view! {
        <div
            class="shell"
            class:is-file-over=over
            data-ready=move || is_ready.get().to_string()
            style=move || format!(
                "--left: {}px; --right: {}px; --bottom: {}px",
                left.get(), right.get(), bottom.get(),
            )
            on:dragover=drag
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <Toolbar />
            <div class="shell-body">
                <Palette />
                <ResizeHandle label="Width of the palette" size=left limits=176.0..=360.0 panel=Side::Left />
                <div class="shell-middle">
                    <Canvas />
                    <ResizeHandle label="Height of the panels" size=bottom limits=120.0..=560.0 panel=Side::Below />
                    <Dock />
                </div>
                <ResizeHandle label="Width of the inspector" size=right limits=264.0..=480.0 panel=Side::Right />
                <Inspector />
            </div>
            <input
                type="file"
                class="visually-hidden"
                tabindex="-1"
                aria-label="Open a template"
                accept=".json,.yaml,.yml,.template,application/json,application/yaml"
                node_ref=surfaces.chooser
                on:change=move |_| {
                    if let Some(file) = picked_file(surfaces.chooser) {
                        workspace.open_file(file);
                    }
                }
            />
            <p class="visually-hidden" role="status" aria-live="polite">
                {move || workspace.announcement.get()}
            </p>
            <Carried />
            <JoinDialog />
            <SamplesDialog />
            <ShortcutSheet />
            <AnewDialog />
            <PasteDialog />
            <SharedDialog />
            <ToastRegion toasts=toasts />
        </div>
    }
}

/// The height that an answer or a matrix needs to be of use.
const ANSWERS: f64 = 312.0;

/// Gives the panels below more height when the first of them that needs it is
/// opened; a design that was shown whole still is. Later the height is the
/// person's.
fn raise_for_answers(workspace: Workspace, surfaces: Surfaces, bottom: RwSignal<f64>) {
    let was_raised = StoredValue::new(false);
    let is_to_fit = StoredValue::new(false);
    effect(move || {
        let needs_height = matches!(surfaces.dock.get(), "reach" | "matrix");
        if !needs_height || was_raised.get_value() {
            return;
        }
        was_raised.set_value(true);
        if bottom.get_untracked() < ANSWERS {
            is_to_fit.set_value(workspace.is_fitted());
            bottom.set(ANSWERS);
        }
    });
    effect(move || {
        workspace.viewport.track();
        if is_to_fit.get_value() {
            is_to_fit.set_value(false);
            workspace.fit();
        }
    });
}
