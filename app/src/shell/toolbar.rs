//! The bar at the top: the design's name, what is done with it as a whole, and
//! undo and redo.

use leptos::prelude::*;

use crate::command::{CommandItem, Surfaces, command};
use crate::platform::Theme;
use crate::reach::Overlay;
use crate::ui::{Button, IconButton, Look, Menu, MenuItem, MenuLine, glyphs};
use crate::workspace::Workspace;

/// What can be laid over the drawing, one at a time.
#[component]
fn OverlayMenu() -> impl IntoView {
    let reaching = Surfaces::here().reaching;
    let item = move |overlay: Overlay| {
        let keys = command(overlay.name()).map(|command| command.keys.to_owned());
        view! {
            <MenuItem
                label=overlay.label()
                shortcut=keys
                chosen=Signal::derive(move || Some(reaching.overlay.get() == Some(overlay)))
                on_select=move |()| reaching.toggle(overlay)
            />
        }
    };
    view! {
        <Menu label="Overlay">
            {Overlay::ALL.map(item).into_iter().collect_view()}
            <MenuLine />
            <MenuItem
                label="None"
                chosen=Signal::derive(move || Some(reaching.overlay.get().is_none()))
                on_select=move |()| reaching.overlay.set(None)
            />
        </Menu>
    }
}

#[component]
pub(super) fn Toolbar() -> impl IntoView {
    let workspace = Workspace::here();
    let surfaces = Surfaces::here();
    let theme_glyph = Signal::derive(move || match surfaces.theme.get() {
        Theme::Dark => glyphs::SUN,
        _ if surfaces.theme.get().is_dark() => glyphs::SUN,
        _ => glyphs::MOON,
    });
    let undo = Signal::derive(move || match workspace.undo_title() {
        Some(title) => format!("Undo: {title}"),
        None => "Undo".to_owned(),
    });
    let redo = Signal::derive(move || match workspace.redo_title() {
        Some(title) => format!("Redo: {title}"),
        None => "Redo".to_owned(),
    });
    view! {
        <header class="toolbar">
            <h1 class="toolbar-brand">
                <img src="icon.svg" width="20" height="20" alt="" />
                "Drawbridge"
            </h1>
            <Menu label="Design">
                <CommandItem id="new" glyph=glyphs::PLUS />
                <CommandItem id="samples" glyph=glyphs::LIST />
                <CommandItem id="open" glyph=glyphs::OPEN />
                <CommandItem id="paste" glyph=glyphs::COPY />
                <MenuLine />
                <CommandItem id="save" glyph=glyphs::SAVE />
                <CommandItem id="export" glyph=glyphs::DOWNLOAD />
                <CommandItem id="share" glyph=glyphs::SHARE />
                <MenuLine />
                <CommandItem id="to-yaml" glyph=glyphs::FILE />
                <CommandItem id="to-json" glyph=glyphs::FILE />
            </Menu>
            <Menu label="Edit">
                <CommandItem id="undo" glyph=glyphs::UNDO />
                <CommandItem id="redo" glyph=glyphs::REDO />
                <MenuLine />
                <CommandItem id="duplicate" glyph=glyphs::DUPLICATE />
                <CommandItem id="connect" glyph=glyphs::LINK />
                <CommandItem id="delete" glyph=glyphs::TRASH />
                <CommandItem id="all" glyph=glyphs::POINTER />
                <MenuLine />
                <CommandItem id="tidy" glyph=glyphs::WRENCH />
            </Menu>
            <OverlayMenu />
            <IconButton
                label=undo
                glyph=glyphs::UNDO
                shortcut="Ctrl+Z"
                disabled=Signal::derive(move || workspace.undo_title().is_none())
                on_press=move |()| workspace.undo()
            />
            <IconButton
                label=redo
                glyph=glyphs::REDO
                shortcut="Ctrl+Shift+Z"
                disabled=Signal::derive(move || workspace.redo_title().is_none())
                on_press=move |()| workspace.redo()
            />
            <p class="toolbar-name" title=move || workspace.name.get()>
                {move || workspace.name.get()}
            </p>
            <p class="toolbar-kept quiet">
                {move || if workspace.is_kept.get() { "Kept in this browser" } else { "Not kept: save it" }}
            </p>
            <Button
                label="Export template"
                look=Look::Primary
                glyph=glyphs::DOWNLOAD
                on_press=move |()| workspace.export_file()
            />
            <IconButton
                label="Light or dark"
                glyph=theme_glyph
                on_press=move |()| surfaces.toggle_theme()
            />
            <IconButton
                label="Keyboard shortcuts"
                glyph=glyphs::KEYBOARD
                shortcut="?"
                on_press=move |()| surfaces.shortcuts.set(true)
            />
        </header>
    }
}
