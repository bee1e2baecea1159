//! A field that filters as one types. Knows nothing of what it filters.

use leptos::ev::KeyboardEvent;
use leptos::{html, prelude::*};

use super::{Icon, IconButton, Show, Size, glyphs};

/// A search field over a text signal. Escape clears it. `node_ref` lets a shortcut focus it.
#[component]
pub(crate) fn SearchField(
    /// The accessible name; also shown while the field is empty.
    #[prop(into)]
    label: Signal<String>,
    text: RwSignal<String>,
    #[prop(optional)] node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let clear = move |()| {
        text.set(String::new());
        if let Some(input) = node_ref.get_untracked() {
            super::focus::focus(&input);
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !text.get_untracked().is_empty() {
            event.prevent_default();
            event.stop_propagation();
            text.set(String::new());
        }
    };
    view! {
        <div class="ui-search" role="search">
            <Icon glyph=glyphs::SEARCH size=14 />
            <input
                type="search"
                class="ui-input"
                node_ref=node_ref
                autocomplete="off"
                spellcheck="false"
                aria-label=label
                placeholder=label
                prop:value=text
                on:input=move |event| text.set(event_target_value(&event))
                on:keydown=key
            />
            <Show when=move || !text.read().is_empty()>
                <IconButton label="Clear" glyph=glyphs::CLOSE size=Size::Small on_press=clear />
            </Show>
        </div>
    }
}
