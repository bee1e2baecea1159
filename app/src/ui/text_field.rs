//! One line of text. Says what was typed as it is typed, and what was accepted when it is.

use leptos::{html, prelude::*};

use super::draft::Draft;
use super::field::{FieldFrame, FieldIds};

/// A labelled text field. `on_input` hears every letter (to preview and to check),
/// `on_commit` hears Enter and leaving; Escape restores the value.
#[component]
pub(crate) fn TextField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_commit: Callback<String>,
    #[prop(optional, into)] on_input: Option<Callback<String>>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional, into)] placeholder: MaybeProp<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// Addresses, names and other exact text: shown in the monospace font.
    #[prop(optional)]
    exact: bool,
    /// What nobody who looks on should read.
    #[prop(optional)]
    masked: bool,
    /// Lets a shortcut give the field the focus.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let ids = FieldIds::fresh();
    let draft = Draft::new(value, on_input, on_commit);
    view! {
        <FieldFrame ids=ids.clone() label=label hint=hint error=error>
            <input
                type=if masked { "password" } else { "text" }
                node_ref=node_ref
                id=ids.input
                class="ui-input"
                class:code=exact
                autocomplete=if masked { "new-password" } else { "off" }
                spellcheck="false"
                placeholder=move || placeholder.get()
                aria-describedby=ids.note
                aria-invalid=move || error.get().is_some().then_some("true")
                disabled=disabled
                prop:value=move || draft.shown()
                on:input=move |event| draft.input(&event)
                on:keydown=move |event| draft.key(&event)
                on:blur=move |_| draft.commit()
            />
        </FieldFrame>
    }
}
