//! The properties of any type, read from AWS's data: a form for a mapping,
//! with the properties that are there or required, and a way to add the
//! others. Knows no type.

use std::sync::Arc;

use drawbridge_core::catalogue::Format;
use drawbridge_core::schema::{Control, Schema};
use drawbridge_core::template::{Map, PropertyPath, Value};
use leptos::prelude::*;

use super::field_place::FieldPlace;
use super::schema_field::SchemaField;
use super::subject::Subject;
use crate::ui::{Choice, Combobox, For, Show};
use crate::workspace::say;

/// What a type is made of, kept where components can copy it.
pub(super) type Made = StoredValue<Arc<Schema>>;

/// The form of the mapping at a path. `skip` are properties that others show.
#[component]
pub(super) fn SchemaForm(
    subject: Subject,
    made: Made,
    path: PropertyPath,
    #[prop(optional)] skip: Vec<String>,
) -> AnyView {
    let writable = made.with_value(|made| made.writable(&path));
    let writable: Vec<_> = writable
        .into_iter()
        .filter(|(name, _)| !skip.contains(name))
        .collect();
    let there = there(subject, &path, skip);
    // Asked for by name, and not written yet.
    let asked = RwSignal::new(Vec::<String>::new());
    let required: Vec<String> = writable
        .iter()
        .filter(|(_, is_required)| *is_required)
        .map(|(name, _)| name.clone())
        .collect();
    let must = required.clone();
    let shown = Memo::new(move |_| {
        let mut shown = must.clone();
        for name in there.get().into_iter().chain(asked.get()) {
            if !shown.contains(&name) {
                shown.push(name);
            }
        }
        shown
    });
    let path = StoredValue::new(path);
    let fields = move |name: String| {
        let is_required = required.contains(&name);
        let place = path.with_value(|path| path.key(&name));
        let is_new = asked.with_untracked(|asked| asked.contains(&name));
        let notes = made.with_value(|made| made.notes(&place));
        let notes: Vec<String> = notes.iter().map(say).collect();
        let place = FieldPlace::at(subject, place, Format::Json, name, notes.join(" "));
        let place = if is_required { place.required() } else { place };
        view! { <SchemaField place made is_new=is_new || is_required /> }
    };
    let left = Signal::derive(move || {
        let shown = shown.get();
        let left = writable.iter().filter(|(name, _)| !shown.contains(name));
        let choices = left.map(|(name, _)| {
            let place = path.with_value(|path| path.key(name));
            let word = made.with_value(|made| word(&made.control(&place)));
            Choice::new(name.clone(), name.clone()).with_note(word)
        });
        choices.collect::<Vec<_>>()
    });
    let add = move |name: String| {
        let name = name.trim().to_owned();
        let is_known = left.with_untracked(|left| left.iter().any(|it| it.value == name));
        if is_known {
            asked.update(|asked| asked.push(name));
        }
    };
    view! {
        <For each=move || shown.get() key=Clone::clone children=fields />
        <Show when=move || !left.with(Vec::is_empty)>
            <Combobox
                label="Add a property"
                value=""
                choices=left
                on_commit=add
                placeholder="Name of a property"
            />
        </Show>
    }
    .into_any()
}

/// The properties that are there, in the order of the file.
fn there(subject: Subject, path: &PropertyPath, skip: Vec<String>) -> Memo<Vec<String>> {
    let path = path.clone();
    Memo::new(move |_| {
        let resource = subject.resource();
        let at_top = path.steps().is_empty();
        let map = resource.as_ref().and_then(|it| {
            if at_top {
                it.properties()
            } else {
                it.get(&path).and_then(Value::as_map)
            }
        });
        let names = map.into_iter().flat_map(Map::keys);
        names.filter(|name| !skip.contains(name)).cloned().collect()
    })
}

/// What a property is, in a word beside its name.
fn word(control: &Control) -> &'static str {
    match control {
        Control::Text => "text",
        Control::Integer => "number",
        Control::Truth => "yes or no",
        Control::Choice(_) => "choice",
        Control::Reference(_) => "resource",
        Control::Texts(_) | Control::Items => "list",
        Control::Group => "group",
        Control::Tags => "tags",
        Control::Json => "JSON",
    }
}
