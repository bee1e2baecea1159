//! Several lines of exact text, such as JSON. Enter is a new line here, so that leaving the
//! field or Ctrl+Enter accepts.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::draft::Draft;
use super::field::{FieldFrame, FieldIds};

/// A labelled field of several lines. `on_input` hears every letter, `on_commit` hears
/// Ctrl+Enter (Command+Enter) and leaving; Escape restores the value.
#[component]
pub(crate) fn TextArea(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_commit: Callback<String>,
    #[prop(optional, into)] on_input: Option<Callback<String>>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(default = 4)] rows: u32,
) -> impl IntoView {
    let ids = FieldIds::fresh();
    let draft = Draft::new(value, on_input, on_commit);
    let key = move |event: KeyboardEvent| {
        if event.key() != "Enter" || event.ctrl_key() || event.meta_key() {
            draft.key(&event);
        }
    };
    view! {
        <FieldFrame ids=ids.clone() label=label hint=hint error=error>
            <textarea
                id=ids.input
                class="ui-input code"
                rows=rows
                autocomplete="off"
                spellcheck="false"
                aria-describedby=ids.note
                aria-invalid=move || error.get().is_some().then_some("true")
                disabled=disabled
                prop:value=move || draft.shown()
                on:input=move |event| draft.input(&event)
                on:keydown=key
                on:blur=move |_| draft.commit()
            ></textarea>
        </FieldFrame>
    }
}
