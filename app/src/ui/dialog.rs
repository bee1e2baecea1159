//! A question or a sheet above everything else. The browser's own dialog: it holds the
//! focus, Escape closes it, and the focus goes back to where it was.

use leptos::{ev, html, prelude::*};

use super::field::fresh_id;
use super::{IconButton, Show, effect, glyphs};

/// A modal dialog that is open while `open` is true. Its content is built anew each time.
/// `footer` is the row of buttons, the decisive one last.
#[component]
pub(crate) fn Dialog(
    #[prop(into)] title: Signal<String>,
    open: RwSignal<bool>,
    /// In CSS pixels.
    #[prop(default = 480)]
    width: u32,
    #[prop(optional, into)] footer: Option<ViewFn>,
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let title_id = fresh_id("dialog");
    effect(move || {
        let Some(dialog) = node.get() else {
            return;
        };
        if !open.get() {
            return dialog.close();
        }
        // One frame later, so that its content is there to receive the focus.
        request_animation_frame(move || {
            if open.try_get_untracked() == Some(true) && !dialog.open() {
                // Refused only for a dialog that is open or gone.
                let _ = dialog.show_modal();
            }
        });
    });
    let press = move |event: ev::MouseEvent| {
        // The dialog itself is hit only where nothing of its content is: on the backdrop.
        let hit: leptos::web_sys::Element = event_target(&event);
        if node.get_untracked().is_some_and(|dialog| *hit == ***dialog) {
            open.set(false);
        }
    };
    let children = StoredValue::new(children);
    let footer = StoredValue::new(footer);
    view! {
        <dialog
            node_ref=node
            class="ui-dialog"
            style=format!("--dialog-width: {width}px")
            aria-labelledby=title_id.clone()
            on:close=move |_| {
                let _ = open.try_set(false);
            }
            on:mousedown=press
            // Shortcuts of the page underneath must not hear what is typed here.
            on:keydown=|event| event.stop_propagation()
        >
            <div class="ui-dialog-header">
                <h2 id=title_id.clone()>{title}</h2>
            </div>
            <Show when=move || open.get()>
                <div class="ui-dialog-body">{children.with_value(|children| children())}</div>
                {footer
                    .get_value()
                    .map(|footer| view! { <div class="ui-dialog-footer">{footer.run()}</div> })}
            </Show>
            // Last, so that the focus goes first to what the dialog is about.
            <div class="ui-dialog-close">
                <IconButton label="Close" glyph=glyphs::CLOSE on_press=move |()| open.set(false) />
            </div>
        </dialog>
    }
}
