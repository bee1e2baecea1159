//! The reach panel.
mod shown;
pub(crate) use shown::ShownPath;
use leptos::prelude::*;
/// Soon.
#[component]
pub(crate) fn ReachPanel() -> impl IntoView {}
