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
use crate::inspector::Inspector;
use crate::palette::Palette;
use crate::platform::{dropped_file, picked_file};
use crate::ui::{ResizeHandle, Side, ToastRegion, Toasts};
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
    let surfaces = Surfaces::provide();
    // Before the commands: its Escape ends a gesture, and then is nobody else's.
    Gesture::provide(workspace);
    command::listen(workspace, surfaces);
    command::listen_to_clipboard(workspace);
    crate::reach::ShownPath::provide();
    crate::template::PointedAt::provide();
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
