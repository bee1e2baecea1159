//! A command as an entry of a menu.

use leptos::prelude::*;

use super::{Surfaces, command};
use crate::ui::{Glyph, MenuItem};
use crate::workspace::Workspace;

/// An entry that runs the command of a name; disabled while it cannot be done.
#[component]
pub(crate) fn CommandItem(id: &'static str, glyph: Glyph) -> impl IntoView {
    let workspace = Workspace::here();
    let surfaces = Surfaces::here();
    let command = command(id)?;
    let keys = command.keys.split(' ').next().unwrap_or("").to_owned();
    let keys = (!keys.is_empty()).then_some(keys);
    Some(view! {
        <MenuItem
            label=command.label
            glyph=glyph
            shortcut=keys
            disabled=Signal::derive(move || !(command.is_enabled)(workspace))
            on_select=move |()| (command.run)(workspace, surfaces)
        />
    })
}
