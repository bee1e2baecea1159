//! The button that puts a text on the clipboard as Markdown.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::copy_text;
use crate::ui::{IconButton, Size, Tone, glyphs};
use crate::workspace::Workspace;

/// Copies what `text` gives, if it gives something.
#[component]
pub(super) fn CopyButton(
    /// What is copied, in a word: "answer".
    what: &'static str,
    text: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> impl IntoView {
    let workspace = Workspace::here();
    let copy = move |()| {
        let Some(text) = text() else { return };
        spawn_local(async move {
            if copy_text(&text).await {
                let told = format!("The {what} is on the clipboard, as Markdown.");
                workspace.tell(Tone::Success, told);
            } else {
                workspace.tell(Tone::Warning, "The browser did not allow copying.");
            }
        });
    };
    view! {
        <IconButton
            label=format!("Copy the {what} as Markdown")
            glyph=glyphs::COPY
            size=Size::Small
            on_press=copy
        />
    }
}
