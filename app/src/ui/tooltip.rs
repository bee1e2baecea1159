//! A short name or explanation that appears while something is hovered or focused.

use leptos::wasm_bindgen::JsCast;
use leptos::{html, prelude::*, web_sys};

use super::float::{self, Align, Anchor};
use super::{KeyCaps, Show, effect};

/// Whether a tooltip shows, and beside what.
#[derive(Clone, Copy)]
pub(super) struct Hover(RwSignal<Option<Anchor>>);

impl Hover {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Shows the tooltip beside the element that listens to the event.
    pub(super) fn show(self, event: &web_sys::Event) {
        self.0
            .set(listener(event).map(|element| Anchor::of(&element)));
    }

    /// Shows the tooltip if the focus came by keyboard: a press needs no explanation.
    pub(super) fn show_by_keyboard(self, event: &web_sys::Event) {
        let target = event
            .target()
            .and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|it| it.matches(":focus-visible") == Ok(true)) {
            self.show(event);
        }
    }

    pub(super) fn hide(self) {
        // A control that is taken from the page may still hear that the pointer has left it.
        if matches!(self.0.try_get_untracked(), Some(Some(_))) {
            self.0.set(None);
        }
    }
}

fn listener(event: &web_sys::Event) -> Option<web_sys::Element> {
    event.current_target()?.dyn_into().ok()
}

/// The tooltip itself, for controls that host it inside themselves.
#[component]
pub(super) fn Bubble(
    hover: Hover,
    #[prop(into)] text: Signal<String>,
    #[prop(into)] shortcut: MaybeProp<String>,
) -> impl IntoView {
    let node = NodeRef::<html::Span>::new();
    effect(move || {
        if let (Some(panel), Some(anchor)) = (node.get(), hover.0.get()) {
            float::open(&panel, anchor, Align::Center, 6.0);
        }
    });
    view! {
        <Show when=move || hover.0.get().is_some()>
            <span node_ref=node class="ui-popover ui-tooltip" role="tooltip" popover="manual">
                {text}
                {move || shortcut.get().map(|shortcut| view! { <KeyCaps shortcut=shortcut /> })}
            </span>
        </Show>
    }
}
