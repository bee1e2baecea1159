//! Text with suggestions: choose one, or type what is not among them.

use leptos::ev::KeyboardEvent;
use leptos::{html, prelude::*};

use super::draft::Draft;
use super::field::{FieldFrame, FieldIds, fresh_id};
use super::float::{self, Align, Anchor};
use super::{Choice, Icon, glyphs};

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
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let offered = Memo::new(move |_| matching(&choices.get(), draft.typed().as_deref()));
    let close = move || {
        open.set(false);
        active.set(None);
    };
    let choose = move |choice: &Choice| {
        draft.write(choice.value.clone());
        draft.commit();
        close();
    };
    let key = move |event: KeyboardEvent| {
        let count = offered.read().len();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if count > 0 => {
                event.prevent_default();
                let at = active.get_untracked();
                let down = event.key() == "ArrowDown";
                open.set(true);
                active.set(Some(match at {
                    Some(at) if down => (at + 1) % count,
                    Some(at) => at.checked_sub(1).unwrap_or(count - 1),
                    None if down => 0,
                    None => count - 1,
                }));
            }
            "Enter" if active.get_untracked().is_some() => {
                let at = active
                    .get_untracked()
                    .and_then(|at| offered.read().get(at).cloned());
                if let Some(choice) = at {
                    choose(&choice);
                }
            }
            "Escape" if open.get_untracked() => {
                event.prevent_default();
                event.stop_propagation();
                close();
            }
            _ => draft.key(&event),
        }
    };
    let option_id = {
        let list_id = list_id.clone();
        move |index: usize| format!("{list_id}-{index}")
    };
    let active_id = {
        let option_id = option_id.clone();
        move || active.get().map(|index| option_id(index))
    };
    let expanded = move || open.get() && !offered.read().is_empty();
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
                    aria-expanded=move || expanded().to_string()
                    aria-controls=list_id.clone()
                    aria-activedescendant=active_id
                    aria-describedby=ids.note
                    aria-invalid=move || error.get().is_some().then_some("true")
                    disabled=disabled
                    prop:value=move || draft.shown()
                    on:input=move |event| {
                        draft.input(&event);
                        open.set(true);
                        active.set(None);
                    }
                    on:click=move |_| open.set(true)
                    on:keydown=key
                    on:blur=move |_| {
                        close();
                        draft.commit();
                    }
                />
                <Icon glyph=glyphs::CHEVRON_DOWN size=14 />
                <Suggestions
                    id=list_id
                    label=label
                    input=input
                    open=Signal::derive(expanded)
                    offered=offered
                    active=active
                    on_choose=Callback::new(move |choice: Choice| choose(&choice))
                />
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
    open: Signal<bool>,
    offered: Memo<Vec<Choice>>,
    active: RwSignal<Option<usize>>,
    on_choose: Callback<Choice>,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    Effect::new(move || {
        let (Some(list), Some(input)) = (list.get(), input.get()) else {
            return;
        };
        if !open.get() {
            return float::close(&list);
        }
        let anchor = Anchor::of(&input);
        let style = leptos::web_sys::HtmlElement::style(&list);
        // As wide as the field, wider if a suggestion needs it.
        let _ = style.set_property("min-width", &format!("{}px", anchor.width()));
        float::open(&list, anchor, Align::Start, 4.0);
    });
    let option_id = id.clone();
    let options = move || {
        let option = |(index, choice): (usize, Choice)| {
            let chosen = choice.clone();
            view! {
                <div
                    role="option"
                    id=format!("{option_id}-{index}")
                    class="ui-option"
                    aria-selected=move || (active.get() == Some(index)).to_string()
                    on:click=move |_| on_choose.run(chosen.clone())
                >
                    <span>{choice.label}</span>
                    <span class="ui-option-note">{choice.note}</span>
                </div>
            }
        };
        offered
            .get()
            .into_iter()
            .enumerate()
            .map(option)
            .collect_view()
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
            {options}
        </div>
    }
}

fn matching(choices: &[Choice], typed: Option<&str>) -> Vec<Choice> {
    let wanted = typed.unwrap_or_default().trim().to_lowercase();
    let matches = |text: &str| text.to_lowercase().contains(&wanted);
    choices
        .iter()
        .filter(|it| matches(&it.label) || matches(&it.value))
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Choice, matching};

    #[test]
    fn suggestions_contain_what_was_typed_in_any_case() {
        let choices = [
            Choice::new("t3.micro", "t3.micro"),
            Choice::new("m7g.large", "M7g.large"),
        ];
        assert_eq!(matching(&choices, Some("M7G")).len(), 1);
        assert_eq!(matching(&choices, None).len(), 2);
        assert!(matching(&choices, Some("x9")).is_empty());
    }
}
