//! Text with suggestions: choose one, or type what is not among them.

use leptos::{html, prelude::*};

use super::draft::Draft;
use super::field::{FieldFrame, FieldIds, fresh_id};
use super::float::{self, Align, Anchor};
use super::suggesting::Suggesting;
use super::{Choice, For, Icon, effect, glyphs, gradually};

/// So many suggestions are made at once, more than the list shows without being
/// scrolled; the others follow while it is open.
const A_FRAME: usize = 24;

/// A labelled field with a list of suggestions, filtered by what is typed. Commits the value
/// of the chosen suggestion, or the text as it was typed.
#[component]
pub(crate) fn Combobox(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    #[prop(into)] on_commit: Callback<String>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional, into)] placeholder: MaybeProp<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    let ids = FieldIds::fresh();
    let list_id = fresh_id("list");
    let input = NodeRef::<html::Input>::new();
    let draft = Draft::new(value, None, on_commit);
    let state = Suggesting::new(draft, choices);
    let active_id = {
        let list_id = list_id.clone();
        move || state.active.get().map(|index| option_id(&list_id, index))
    };
    view! {
        <FieldFrame ids=ids.clone() label=label hint=hint error=error>
            <div class="ui-combobox">
                <input
                    type="text"
                    role="combobox"
                    id=ids.input
                    class="ui-input"
                    node_ref=input
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=move || placeholder.get()
                    aria-autocomplete="list"
                    aria-expanded=move || state.is_expanded().to_string()
                    aria-controls=list_id.clone()
                    aria-activedescendant=active_id
                    aria-describedby=ids.note
                    aria-invalid=move || error.get().is_some().then_some("true")
                    disabled=disabled
                    prop:value=move || draft.shown()
                    on:input=move |event| state.input(&event)
                    on:click=move |_| state.open.set(true)
                    on:keydown=move |event| state.key(&event)
                    on:blur=move |_| state.leave()
                />
                <Icon glyph=glyphs::CHEVRON_DOWN size=14 />
                <Suggestions id=list_id label=label input=input state=state />
            </div>
        </FieldFrame>
    }
}

/// The list that floats below the field.
#[component]
fn Suggestions(
    id: String,
    label: Signal<String>,
    input: NodeRef<html::Input>,
    state: Suggesting,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    effect(move || {
        let (Some(list), Some(input)) = (list.get(), input.get()) else {
            return;
        };
        if !state.is_expanded() {
            return float::close(&list);
        }
        let anchor = Anchor::of(&input);
        let style = leptos::web_sys::HtmlElement::style(&list);
        // As wide as the field, wider if a suggestion needs it.
        let _ = style.set_property("min-width", &format!("{}px", anchor.width()));
        float::open(&list, anchor, Align::Start, 4.0);
    });
    let list_id = id.clone();
    let made = gradually(
        move || {
            let is_expanded = state.is_expanded();
            if is_expanded {
                state.offered.read().len()
            } else {
                0
            }
        },
        A_FRAME,
    );
    let options = move || {
        let offered = state.offered.read();
        let made = offered.iter().take(made.get()).cloned().enumerate();
        made.collect::<Vec<_>>()
    };
    let option = move |(index, choice): (usize, Choice)| {
        let chosen = choice.clone();
        view! {
            <div
                role="option"
                id=option_id(&list_id, index)
                class="ui-option"
                aria-selected=move || (state.active.get() == Some(index)).to_string()
                on:click=move |_| state.choose(&chosen)
            >
                <span>{choice.label}</span>
                <span class="ui-option-note">{choice.note}</span>
            </div>
        }
    };
    view! {
        // The focus stays in the field: a press on a suggestion must not take it.
        <div
            node_ref=list
            id=id
            class="ui-popover"
            popover="manual"
            role="listbox"
            aria-label=label
            on:pointerdown=|event| event.prevent_default()
            on:mousedown=|event| event.prevent_default()
        >
            <For each=options key=|(index, choice)| (*index, choice.clone()) children=option />
        </div>
    }
}

fn option_id(list_id: &str, index: usize) -> String {
    format!("{list_id}-{index}")
}
