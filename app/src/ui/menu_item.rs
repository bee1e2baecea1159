//! What a menu holds: items, and lines between groups of them.

use leptos::{ev, prelude::*};

use super::{Glyph, Icon, KeyCaps, Look, glyphs};

/// One line of a menu. A disabled item stays readable and does nothing.
#[component]
pub(crate) fn MenuItem(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] on_select: Callback<()>,
    #[prop(optional, into)] glyph: Option<Glyph>,
    #[prop(optional, into)] shortcut: MaybeProp<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional)] look: Look,
    /// Whether it is the chosen one of several.
    #[prop(optional, into)]
    chosen: MaybeProp<bool>,
) -> impl IntoView {
    let is_one_of_several = move || chosen.get().is_some();
    let check = move || {
        let chosen = chosen.get()?;
        Some(view! {
            <span class="ui-menu-check">{chosen.then(|| view! { <Icon glyph=glyphs::CHECK /> })}</span>
        })
    };
    let select = move |event: ev::MouseEvent| {
        if disabled.get_untracked() {
            event.stop_propagation();
        } else {
            on_select.run(());
        }
    };
    view! {
        <button
            type="button"
            role=move || if is_one_of_several() { "menuitemradio" } else { "menuitem" }
            tabindex="-1"
            class="ui-menu-item"
            data-look=look.name()
            aria-checked=move || chosen.get().map(|chosen| chosen.to_string())
            aria-disabled=move || disabled.get().then_some("true")
            on:click=select
        >
            {check}
            {glyph.map(|glyph| view! { <Icon glyph=glyph /> })}
            <span class="ui-menu-label">{label}</span>
            {move || shortcut.get().map(|shortcut| view! { <KeyCaps shortcut=shortcut /> })}
        </button>
    }
}

/// A line between groups of items.
#[component]
pub(crate) fn MenuLine() -> impl IntoView {
    view! { <div class="ui-menu-line" role="separator"></div> }
}
