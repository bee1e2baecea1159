//! (being written)
use leptos::prelude::*;
#[component]
pub(crate) fn Inspector() -> impl IntoView {
    view! { <aside class="ui-panel inspector"></aside> }
}
