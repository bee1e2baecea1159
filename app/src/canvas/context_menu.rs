//! The menu of a right click or of the Menu key: what can be done to what is
//! selected.

use drawbridge_core::template::LogicalId;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::input;
use crate::command::CommandItem;
use crate::ui::{Anchor, MenuLine, MenuPanel, glyphs};
use crate::workspace::{Selection, Workspace};

/// Where the menu is open, if it is.
pub(super) type OpenAt = RwSignal<Option<Anchor>>;

/// Opens the menu for what is under the pointer, which is selected first unless
/// it is one of those selected.
pub(super) fn open(workspace: Workspace, at: OpenAt, event: &MouseEvent) {
    event.prevent_default();
    // The Menu key comes without a place: then it is about the selection.
    let is_by_key = event.button() != 2;
    let place = workspace
        .camera
        .get_untracked()
        .to_world(input::point(event));
    let under: Option<LogicalId> = workspace.diagram(|diagram| diagram.hit(place).cloned());
    if !is_by_key {
        let selected = workspace.selection.get_untracked();
        match under {
            Some(id) if selected.resources.contains(&id) => {}
            Some(id) => workspace.select(Selection::one(id)),
            None => workspace.select(Selection::default()),
        }
    }
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    at.set(Some(Anchor::point(x, y)));
}

#[component]
pub(super) fn ContextMenu(at: OpenAt) -> impl IntoView {
    view! {
        <MenuPanel label="What can be done here" at=at>
            <CommandItem id="connect" glyph=glyphs::LINK />
            <CommandItem id="duplicate" glyph=glyphs::DUPLICATE />
            <CommandItem id="delete" glyph=glyphs::TRASH />
            <MenuLine />
            <CommandItem id="reach-from" glyph=glyphs::ARROW_RIGHT />
            <CommandItem id="reach-to" glyph=glyphs::ARROW_RIGHT />
            <MenuLine />
            <CommandItem id="reveal" glyph=glyphs::EYE />
            <CommandItem id="all" glyph=glyphs::POINTER />
            <CommandItem id="fit" glyph=glyphs::ZOOM_FIT />
            <CommandItem id="tidy" glyph=glyphs::WRENCH />
        </MenuPanel>
    }
}
