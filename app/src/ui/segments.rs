//! One of two or three, all seen at once: radio buttons in a row. The browser's
//! own, so that the arrow keys move among them.

use leptos::prelude::*;

use super::field::fresh_id;

/// A row of choices by their words, one of which is chosen.
#[component]
pub(crate) fn Segments(
    #[prop(into)] label: Signal<String>,
    choices: Vec<&'static str>,
    #[prop(into)] chosen: Signal<&'static str>,
    #[prop(into)] on_choose: Callback<&'static str>,
) -> impl IntoView {
    let name = fresh_id("segments");
    let choices = choices.into_iter().map(|choice| {
        view! {
            <label class="ui-segment">
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=move || chosen.get() == choice
                    on:change=move |_| on_choose.run(choice)
                />
                <span>{choice}</span>
            </label>
        }
    });
    view! {
        <div class="ui-segments" role="radiogroup" aria-label=label>
            {choices.collect_view()}
        </div>
    }
}
