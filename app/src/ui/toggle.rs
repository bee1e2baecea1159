//! Yes or no: a checkbox for what is chosen, a switch for what is on.

use leptos::{prelude::*, web_sys};

/// A switch with its label: takes effect at once.
#[component]
pub(crate) fn Switch(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <Toggle
            label=label
            checked=checked
            on_change=on_change
            disabled=disabled
            role=Some("switch")
        />
    }
}

#[component]
fn Toggle(
    label: Signal<String>,
    checked: Signal<bool>,
    on_change: Callback<bool>,
    disabled: Signal<bool>,
    role: Option<&'static str>,
) -> impl IntoView {
    let change = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        on_change.run(input.checked());
        // If the change was refused, what is stored shows again.
        input.set_checked(checked.get_untracked());
    };
    view! {
        <label class="ui-check">
            <input
                type="checkbox"
                role=role
                prop:checked=checked
                disabled=disabled
                on:change=change
            />
            <span>{label}</span>
        </label>
    }
}
