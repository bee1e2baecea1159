//! (being written)
use leptos::prelude::*;
#[derive(Clone, Copy)]
pub(crate) struct ShownPath;
impl ShownPath {
    pub(crate) fn provide() {}
}
#[component]
pub(crate) fn ReachPanel() -> impl IntoView {
    view! { <p>"…"</p> }
}
