//! Copy, cut and paste of resources, by the browser's own events: the clipboard
//! holds CloudFormation text, so that a snippet of a web page can be pasted, and
//! a copied subnet be mailed.

use drawbridge_core::edit;
use leptos::ev;
use leptos::prelude::*;

use super::keys::is_on_canvas;
use crate::platform::{clipboard_text, put_on_clipboard};
use crate::workspace::{Selection, Workspace};

/// The keys of the browser's own that end in these events, for the sheet.
pub(crate) const CLIPBOARD_KEYS: [(&str, &str); 3] = [
    ("Copy", "Ctrl+C"),
    ("Cut", "Ctrl+X"),
    ("Paste resources", "Ctrl+V"),
];

/// Listens to the clipboard's events for as long as the page lives. Where the
/// focus is in a field or a panel, they are the browser's.
pub(crate) fn listen_to_clipboard(workspace: Workspace) {
    let copy = window_event_listener(ev::copy, move |event| {
        if is_on_canvas(&event) && put(workspace, &event) {
            event.prevent_default();
        }
    });
    let cut = window_event_listener(ev::cut, move |event| {
        if is_on_canvas(&event) && put(workspace, &event) {
            event.prevent_default();
            let ids = workspace.selection.get_untracked().resources;
            workspace.run(|document| edit::remove(document, &ids));
        }
    });
    let paste = window_event_listener(ev::paste, move |event| {
        if !is_on_canvas(&event) {
            return;
        }
        if let Some(text) = clipboard_text(&event) {
            event.prevent_default();
            take(workspace, &text);
        }
    });
    on_cleanup(move || {
        copy.remove();
        cut.remove();
        paste.remove();
    });
}

/// Puts the selected resources on the clipboard; gives whether there were any.
fn put(workspace: Workspace, event: &web_sys::Event) -> bool {
    let ids = workspace
        .selection
        .with_untracked(|selection| selection.resources.clone());
    if ids.is_empty() {
        return false;
    }
    let text = workspace.committed(|document| edit::copy(document, &ids));
    put_on_clipboard(event, &text)
}

/// Adds the resources of a text; an empty design becomes the text's.
fn take(workspace: Workspace, text: &str) {
    if workspace.committed(|document| document.template.resources.is_empty()) {
        workspace.open_text("pasted", text);
        return;
    }
    let container = workspace
        .selection
        .with_untracked(|selection| selection.only().cloned());
    let mut made = Vec::new();
    let done = workspace.run(|document| {
        let (change, names) = edit::paste(document, text, container.as_ref())?;
        made = names;
        Ok(change)
    });
    if done {
        workspace.select(Selection::of(made));
        workspace.reveal_selection();
    }
}
