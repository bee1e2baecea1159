//! (being written)
use leptos::prelude::*;
#[component]
pub(crate) fn Problems() -> impl IntoView {
    view! { <p>"…"</p> }
}
