//! One of a few. The browser's own select, so that it works on every device.

use leptos::prelude::*;

use super::field::{FieldFrame, FieldIds};
use super::{Icon, glyphs};

/// Something that can be chosen: what is stored, what is shown, and a word beside it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Choice {
    /// What the choice means to whoever asked; unique among the choices.
    pub(crate) value: String,
    /// What a person reads.
    pub(crate) label: String,
    /// A short remark shown beside the label where there is room, or empty.
    pub(crate) note: String,
}

impl Choice {
    /// A choice with a label of its own.
    pub(crate) fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            note: String::new(),
        }
    }

    /// The same choice with a remark.
    #[must_use]
    pub(crate) fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}

/// A labelled list that opens. A value that is none of the choices shows as itself, so that
/// what is stored is never hidden.
#[component]
pub(crate) fn Select(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    #[prop(into)] on_change: Callback<String>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    let ids = FieldIds::fresh();
    let options = move || {
        let value = value.get();
        let mut choices = choices.get();
        if !choices.iter().any(|choice| choice.value == value) {
            choices.insert(0, Choice::new(value.clone(), value.clone()));
        }
        choices
            .into_iter()
            .map(|choice| {
                let selected = choice.value == value;
                let text = if choice.note.is_empty() {
                    choice.label
                } else {
                    format!("{} ({})", choice.label, choice.note)
                };
                view! {
                    <option value=choice.value prop:selected=selected>
                        {text}
                    </option>
                }
            })
            .collect_view()
    };
    let change = move |event: leptos::ev::Event| {
        let select: leptos::web_sys::HtmlSelectElement = event_target(&event);
        on_change.run(select.value());
        // If the change was refused, what is stored shows again.
        select.set_value(&value.get_untracked());
    };
    view! {
        <FieldFrame ids=ids.clone() label=label hint=hint error=error>
            <div class="ui-select">
                <select
                    id=ids.input
                    class="ui-input"
                    aria-describedby=ids.note
                    aria-invalid=move || error.get().is_some().then_some("true")
                    disabled=disabled
                    on:change=change
                >
                    {options}
                </select>
                <Icon glyph=glyphs::CHEVRON_DOWN size=14 />
            </div>
        </FieldFrame>
    }
}
