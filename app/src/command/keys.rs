//! From a key press to a command.

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{COMMANDS, Command, Group, Surfaces};
use crate::workspace::Workspace;

/// Listens to the keys of the whole page for as long as it lives.
pub(crate) fn listen(workspace: Workspace, surfaces: Surfaces) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let place = Place::of(&event);
        let found = COMMANDS
            .iter()
            .find(|command| place.admits(command) && is_meant(command, &event));
        let Some(command) = found else { return };
        event.prevent_default();
        if untrack(|| (command.is_enabled)(workspace)) {
            (command.run)(workspace, surfaces);
        }
    });
    on_cleanup(move || handle.remove());
}

/// Where the focus is when a key is pressed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A field: its keys are its own, but for those with Ctrl.
    Field,
    /// A control, a list, a dialog: arrow keys and the like are its own.
    Control,
    /// The canvas, or nothing.
    Canvas,
}

impl Place {
    fn of(event: &web_sys::Event) -> Self {
        let Some(element) = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
        else {
            return Self::Canvas;
        };
        let within = |selector: &str| matches!(element.closest(selector), Ok(Some(_)));
        if within("input, textarea, select, [contenteditable]") {
            Self::Field
        } else if within("dialog, [role=menu], aside, .dock, header") {
            Self::Control
        } else {
            Self::Canvas
        }
    }

    fn admits(self, command: &Command) -> bool {
        match self {
            Self::Canvas => true,
            Self::Control => command.group != Group::Canvas && !matches!(command.id, "delete"),
            // In a field, Ctrl+Z and the like are the field's.
            Self::Field => command.group == Group::Design || command.keys.starts_with("Alt+"),
        }
    }
}

/// Whether an event happens while the focus is on the canvas, or on nothing.
pub(super) fn is_on_canvas(event: &web_sys::Event) -> bool {
    Place::of(event) == Place::Canvas
}

fn is_meant(command: &Command, event: &KeyboardEvent) -> bool {
    command
        .keys
        .split(' ')
        .filter(|keys| !keys.is_empty())
        .any(|keys| matches(keys, event))
}

fn matches(keys: &str, event: &KeyboardEvent) -> bool {
    // `+` alone is a key, not a sign between keys.
    let (modifiers, key) = keys
        .rsplit_once('+')
        .filter(|(_, key)| !key.is_empty())
        .unwrap_or(("", keys));
    let wants = |name: &str| modifiers.split('+').any(|modifier| modifier == name);
    let is_sign = key.chars().count() == 1 && !key.chars().all(|c| c.is_ascii_alphanumeric());
    let shift_fits = is_sign || wants("Shift") == event.shift_key();
    let control = event.ctrl_key() || event.meta_key();
    if wants("Ctrl") != control || wants("Alt") != event.alt_key() || !shift_fits {
        return false;
    }
    if key.len() == 1 && key.chars().all(|c| c.is_ascii_digit()) {
        return event.code() == format!("Digit{key}");
    }
    event.key().eq_ignore_ascii_case(key)
}
