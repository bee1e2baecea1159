//! Small dialogs: leaving a design, for a new one or for that of a link, and opening pasted text.

use leptos::prelude::*;

use crate::command::Surfaces;
use crate::ui::{Button, Dialog, Look, TextArea, effect};
use crate::workspace::Workspace;

/// Asks before a design is left.
#[component]
pub(super) fn AnewDialog() -> impl IntoView {
    let workspace = Workspace::here();
    let open = Surfaces::here().anew;
    view! {
        <Dialog
            title="Start a new design?"
            open=open
            footer=move || view! {
                <Button label="Keep this one" on_press=move |()| open.set(false) />
                <Button label="Save it first" on_press=move |()| workspace.save_file() />
                <Button
                    label="Start anew"
                    look=Look::Danger
                    on_press=move |()| {
                        workspace.start_anew();
                        open.set(false);
                    }
                />
            }.into_any()
        >
            <p>
                "The design that is open now leaves this browser, and cannot be brought back by undo. Save it to a file if you may want it again."
            </p>
        </Dialog>
    }
}

/// Asks before the design of a link takes the place of the one that is open.
#[component]
pub(super) fn SharedDialog() -> impl IntoView {
    let workspace = Workspace::here();
    let open = RwSignal::new(false);
    effect(move || {
        let waits = workspace.shared.with(Option::is_some);
        if open.get_untracked() != waits {
            open.set(waits);
        }
    });
    // However the dialog is closed, the design of the link waits no longer.
    effect(move || {
        if !open.get() && workspace.shared.with_untracked(Option::is_some) {
            workspace.shared.set(None);
        }
    });
    view! {
        <Dialog
            title="Open the design of the link?"
            open=open
            footer=move || view! {
                <Button label="Keep this one" on_press=move |()| open.set(false) />
                <Button label="Save it first" on_press=move |()| workspace.save_file() />
                <Button
                    label="Open the link's"
                    look=Look::Primary
                    on_press=move |()| workspace.open_shared()
                />
            }.into_any()
        >
            <p>
                "The design that is open now would leave this browser, and cannot be brought back by undo. Save it to a file if you may want it again. If you keep it, the link can be opened again later."
            </p>
        </Dialog>
    }
}

/// Takes the text of a template.
#[component]
pub(super) fn PasteDialog() -> impl IntoView {
    let workspace = Workspace::here();
    let open = Surfaces::here().paste;
    let text = RwSignal::new(String::new());
    let finish = move || {
        if workspace.open_text("pasted", &text.get_untracked()) {
            text.set(String::new());
            open.set(false);
        }
    };
    view! {
        <Dialog
            title="Open pasted text"
            open=open
            width=640
            footer=move || view! {
                <Button label="Cancel" on_press=move |()| open.set(false) />
                <Button
                    label="Open"
                    look=Look::Primary
                    disabled=Signal::derive(move || text.with(|text| text.trim().is_empty()))
                    on_press=move |()| finish()
                />
            }.into_any()
        >
            <TextArea
                label="CloudFormation template as JSON or YAML"
                value=text
                rows=14
                on_input=move |value: String| text.set(value)
                on_commit=move |value: String| text.set(value)
            />
        </Dialog>
    }
}
