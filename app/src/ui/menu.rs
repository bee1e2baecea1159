//! Menus: one that a button opens, and one that opens at a point, as a context menu.
//! Arrow keys and letters move in it, Escape and a press elsewhere close it, and the focus
//! goes back to where it was. Knows nothing of what its items do.

use leptos::ev::{self, KeyboardEvent};
use leptos::wasm_bindgen::JsCast;
use leptos::{html, prelude::*, web_sys};

use super::field::fresh_id;
use super::float::{self, Align, Anchor};
use super::tooltip::{Bubble, Hover};
use super::{Glyph, Icon, Look, effect, focus, glyphs};

const ITEMS: &str = "[role^=menuitem]:not([aria-disabled=true])";

/// A button that opens a menu of its children. Without `glyph` it shows its label and a
/// chevron; with `glyph`, the picture alone.
#[component]
pub(crate) fn Menu(
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] glyph: Option<Glyph>,
    #[prop(default = Look::Quiet)] look: Look,
    children: Children,
) -> impl IntoView {
    let at = RwSignal::new(None);
    let id = fresh_id("menu");
    let button = NodeRef::<html::Button>::new();
    let toggle = move || {
        let closed = at.get_untracked().is_none();
        at.set(
            button
                .get_untracked()
                .filter(|_| closed)
                .map(|button| Anchor::of(&button)),
        );
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "ArrowDown" {
            event.prevent_default();
            toggle();
        }
    };
    let hover = Hover::new();
    let face = match glyph {
        Some(glyph) => view! {
            <Icon glyph=glyph />
            <Bubble hover=hover text=label shortcut=MaybeProp::default() />
        }
        .into_any(),
        None => view! {
            {label}
            <Icon glyph=glyphs::CHEVRON_DOWN size=14 />
        }
        .into_any(),
    };
    view! {
        <button
            type="button"
            node_ref=button
            class="ui-button"
            class:icon-only=glyph.is_some()
            data-look=look.name()
            aria-label=label
            aria-haspopup="menu"
            aria-expanded=move || at.read().is_some().to_string()
            aria-controls=id.clone()
            on:click=move |_| toggle()
            on:keydown=key
            on:pointerenter=move |event| hover.show(&event)
            on:pointerleave=move |_| hover.hide()
            on:pointerdown=move |_| hover.hide()
        >
            {face}
        </button>
        <MenuPanel label=label at=at id=id.clone()>
            {children()}
        </MenuPanel>
    }
}

/// A menu that is open while `at` says where, for example `Anchor::point` of a right click.
#[component]
pub(crate) fn MenuPanel(
    #[prop(into)] label: Signal<String>,
    at: RwSignal<Option<Anchor>>,
    #[prop(optional, into)] id: Option<String>,
    children: Children,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| fresh_id("menu"));
    let node = NodeRef::<html::Div>::new();
    let before = StoredValue::new_local(None::<web_sys::HtmlElement>);
    effect(move || {
        let Some(panel) = node.get() else {
            return;
        };
        let Some(anchor) = at.get() else {
            // Only a focus that would be lost is given back: a press elsewhere chose its own.
            let inside = focus::focused().is_some_and(|it| panel.contains(Some(&it)));
            float::close(&panel);
            if let Some(before) = before.write_value().take().filter(|_| inside) {
                focus::focus(&before);
            }
            return;
        };
        before.set_value(focus::focused().filter(|it| !panel.contains(Some(it))));
        // One frame later, so that items which depend on the state are there.
        request_animation_frame(move || {
            float::open(&panel, anchor, Align::Start, 4.0);
            focus::focus(&panel);
            focus::move_by_key(&focus::items(&panel, ITEMS), "Home");
        });
    });
    let own = id.clone();
    let outside = window_event_listener(ev::pointerdown, move |event| {
        if at.get_untracked().is_none() {
            return;
        }
        let Some(target) = event
            .target()
            .and_then(|it| it.dyn_into::<web_sys::Element>().ok())
        else {
            return;
        };
        // The button that opened it closes it by its own click.
        let owned = format!("[id='{own}'], [aria-controls='{own}']");
        if !matches!(target.closest(&owned), Ok(Some(_))) {
            at.set(None);
        }
    });
    on_cleanup(move || outside.remove());
    let key = move |event: KeyboardEvent| {
        event.stop_propagation();
        let key = event.key();
        match key.as_str() {
            "Escape" | "Tab" => at.set(None),
            "Enter" | " " => return,
            _ => {
                let Some(panel) = node.get_untracked() else {
                    return;
                };
                if !focus::move_by_key(&focus::items(&panel, ITEMS), &key) {
                    return;
                }
            }
        }
        event.prevent_default();
    };
    view! {
        <div
            node_ref=node
            id=id.clone()
            class="ui-popover ui-menu"
            popover="manual"
            role="menu"
            tabindex="-1"
            aria-label=label
            on:keydown=key
            on:click=move |_| at.set(None)
            on:contextmenu=|event| event.prevent_default()
        >
            {children()}
        </div>
    }
}
