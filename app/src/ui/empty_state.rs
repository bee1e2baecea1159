//! What a panel says when it has nothing to show: what would be here, and how to get it.

use leptos::prelude::*;

use super::{Glyph, Icon};

/// A picture, a title, a sentence, and perhaps a button as child.
#[component]
pub(crate) fn EmptyState(
    glyph: Glyph,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] text: Signal<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="ui-empty">
            <Icon glyph=glyph size=24 />
            <h3>{title}</h3>
            <p>{text}</p>
            {children.map(|children| children())}
        </div>
    }
}
