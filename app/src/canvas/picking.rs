//! Picking an end of a question: the next press on a node is it. Moves nothing
//! and selects nothing.

use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::{input, is_primary};
use crate::reach::{Reaching, Which};
use crate::ui::{Button, Size};
use crate::workspace::Workspace;

/// Takes a press as a pick; gives whether it was one.
pub(super) fn press(workspace: Workspace, reaching: Reaching, event: &PointerEvent) -> bool {
    let Some(which) = reaching.picking.get_untracked() else {
        return false;
    };
    if !is_primary(event) || event.button() == 1 {
        return false;
    }
    event.prevent_default();
    input::focus_canvas();
    let at = workspace
        .camera
        .get_untracked()
        .to_world(input::point(event));
    if let Some(id) = workspace.diagram(|diagram| diagram.hit(at).cloned()) {
        reaching.put(which, &id);
    }
    true
}

/// Says what the next press does, and how to leave off.
#[component]
pub(super) fn PickingBar() -> impl IntoView {
    let reaching = Reaching::here();
    move || {
        let which = reaching.picking.get()?;
        let told = match which {
            Which::From => "Press whoever calls. By keys: select it in the drawing, then press F.",
            Which::To => {
                "Press whoever is called. By keys: select it in the drawing, then press T."
            }
        };
        Some(view! {
            <div class="picking-bar" role="status">
                <span>{told}</span>
                <Button
                    label="Leave off"
                    size=Size::Small
                    on_press=move |()| reaching.picking.set(None)
                />
            </div>
        })
    }
}
