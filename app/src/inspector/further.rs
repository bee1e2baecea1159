//! Everything of a resource that no field shows: further properties, the
//! attributes beside them, and the whole body, all as JSON.

use drawbridge_core::catalogue::entry;
use drawbridge_core::edit;
use drawbridge_core::template::{Map, PropertyPath, Value, pretty};
use leptos::prelude::*;

use super::checked_field::{CheckedField, Lines};
use super::compact::compact;
use super::json_field::JsonField;
use super::json_text::read_value;
use super::schema_form::SchemaForm;
use super::subject::{Subject, attempt};
use crate::ui::{Button, For, Look, Show, Size, TextField, glyphs};

/// What a row of JSON writes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Property,
    Attribute,
}

/// The properties that no field shows, the attributes beside the properties, and
/// ways to add more of both.
#[component]
pub(super) fn Further(subject: Subject) -> impl IntoView {
    let made = subject.made();
    let properties = move || match made.get() {
        Some(made) => {
            // The schema's own kind: asking the resource would draw all of this anew
            // with every change of it.
            let shown = entry(&made.kind).map_or(&[][..], |entry| entry.fields);
            let names = shown
                .iter()
                .filter_map(|field| field.property.split('.').next());
            let skip: Vec<String> = names.map(str::to_owned).collect();
            let all = made.writable(&PropertyPath::root());
            if all.iter().all(|(name, _)| skip.contains(name)) && !has_others(subject, &skip) {
                return ().into_any();
            }
            let heading = if skip.is_empty() {
                "Properties"
            } else {
                "More properties"
            };
            view! {
                <h3>{heading}</h3>
                <SchemaForm subject made=StoredValue::new(made) path=PropertyPath::root() skip />
            }
            .into_any()
        }
        None => view! {
            <FurtherProperties subject=subject />
            <NewRow subject=subject part=Part::Property />
        }
        .into_any(),
    };
    view! {
        <section class="inspector-section inspector-more">{properties}</section>
        <section class="inspector-section">
            <Attributes subject=subject />
            <div class="inspector-further">
                <NewRow subject=subject part=Part::Attribute />
            </div>
        </section>
    }
}

/// Whether there are properties that no field shows, not tracked.
fn has_others(subject: Subject, skip: &[String]) -> bool {
    let resource = subject.resource_untracked();
    let all = resource.as_ref().and_then(|it| it.properties());
    let mut names = all.into_iter().flat_map(Map::keys);
    names.any(|name| !skip.contains(name))
}

#[component]
fn FurtherProperties(subject: Subject) -> impl IntoView {
    let names = Memo::new(move |_| {
        let resource = subject.resource();
        let all = resource.as_ref().and_then(|it| it.properties());
        let shown = subject.entry().map_or(&[][..], |entry| entry.fields);
        let is_shown = |name: &str| {
            shown
                .iter()
                .any(|field| field.property.split('.').next() == Some(name))
        };
        let further = all
            .into_iter()
            .flat_map(Map::keys)
            .filter(|name| !is_shown(name));
        further.cloned().collect::<Vec<_>>()
    });
    view! {
        <Show when=move || !names.with(Vec::is_empty)>
            <h3>"More properties"</h3>
        </Show>
        <For
            each=move || names.get()
            key=Clone::clone
            children=move |name| view! { <JsonRow subject=subject part=Part::Property name=name /> }
        />
    }
}

#[component]
fn Attributes(subject: Subject) -> impl IntoView {
    let names = Memo::new(move |_| {
        let resource = subject.resource();
        let all = resource.as_ref().and_then(|it| it.body().as_map());
        let names = all.into_iter().flat_map(Map::keys);
        let names = names.filter(|name| !matches!(name.as_str(), "Type" | "Properties"));
        names.cloned().collect::<Vec<_>>()
    });
    view! {
        <Show when=move || !names.with(Vec::is_empty)>
            <h3>"Resource attributes"</h3>
        </Show>
        <For
            each=move || names.get()
            key=Clone::clone
            children=move |name| view! { <JsonRow subject=subject part=Part::Attribute name=name /> }
        />
    }
}

fn current(subject: Subject, part: Part, name: &str) -> Memo<Option<Value>> {
    let name = name.to_owned();
    Memo::new(move |_| {
        let resource = subject.resource()?;
        match part {
            Part::Property => resource.property(&name).cloned(),
            Part::Attribute => resource.attribute(&name).cloned(),
        }
    })
}

fn write(subject: Subject, part: Part, name: &str, value: Option<Value>) {
    match part {
        // A name is one step, whatever is in it.
        Part::Property => subject.write(&PropertyPath::root().key(name), value),
        Part::Attribute => subject.write_attribute(name, value),
    };
}

/// A value in one line that opens to be edited as JSON.
#[component]
fn JsonRow(subject: Subject, part: Part, name: String) -> impl IntoView {
    let value = current(subject, part, &name);
    let line = move || value.with(|value| value.as_ref().map(compact));
    let key = name.clone();
    let set = move |value: Option<Value>| write(subject, part, &key, value);
    let key = name.clone();
    let remove = move |()| write(subject, part, &key, None);
    view! {
        <details class="inspector-json-row">
            <summary>
                <span>{name.clone()}</span>
                <code>{line}</code>
            </summary>
            <JsonField label=format!("{name} as JSON") value=value on_write=set />
            <Button label=format!("Remove {name}") size=Size::Small look=Look::Quiet on_press=remove />
        </details>
    }
}

/// A name and JSON that become a property or an attribute.
#[component]
fn NewRow(subject: Subject, part: Part) -> impl IntoView {
    let open = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let (label, example) = match part {
        Part::Property => ("Add property", "Name of the property"),
        Part::Attribute => ("Add attribute", "DependsOn, Condition, DeletionPolicy"),
    };
    let reset = move || {
        name.set(String::new());
        open.set(false);
    };
    let accept = move |text: String| {
        let new = name.get_untracked().trim().to_owned();
        if new.is_empty() {
            return Some("Write the name first, above.".to_owned());
        }
        if matches!(new.as_str(), "Type" | "Properties") && part == Part::Attribute {
            return Some(format!("{new} is edited in the whole resource, below."));
        }
        if current(subject, part, &new).get_untracked().is_some() {
            return Some(format!("{new} is there already: change it in its own row."));
        }
        match read_value(&text) {
            Ok(value) => {
                write(subject, part, &new, Some(value));
                reset();
                None
            }
            Err(why) => Some(why),
        }
    };
    let check = move |text: String| {
        if text.trim().is_empty() {
            None
        } else {
            read_value(&text).err()
        }
    };
    move || {
        if !open.get() {
            return view! {
                <Button
                    label=label
                    glyph=glyphs::PLUS
                    size=Size::Small
                    look=Look::Quiet
                    on_press=move |()| open.set(true)
                />
            }
            .into_any();
        }
        view! {
            <div class="inspector-new">
                <TextField
                    label="Name"
                    value=name
                    on_input=move |text| name.set(text)
                    on_commit=move |text| name.set(text)
                    placeholder=example
                    error=wrong
                    exact=true
                />
                <CheckedField
                    label="Value as JSON"
                    value=""
                    check=check
                    accept=accept
                    lines=Lines::Several(3)
                    hint="Ctrl+Enter, or leaving the field, adds it. Texts need quotes."
                />
                <Button
                    label="Cancel"
                    size=Size::Small
                    look=Look::Quiet
                    on_press=move |()| {
                        wrong.set(None);
                        reset();
                    }
                />
            </div>
        }
        .into_any()
    }
}

/// The whole resource as JSON.
#[component]
pub(super) fn WholeBody(subject: Subject) -> impl IntoView {
    let workspace = subject.workspace();
    let open = RwSignal::new(false);
    let body = Memo::new(move |_| {
        subject
            .resource()
            .map(|it| pretty(it.body()))
            .unwrap_or_default()
    });
    let check = |text: String| read_value(&text).err();
    let accept = move |text: String| {
        let id = subject.id();
        attempt(workspace, |document| edit::set_body(document, &id, &text))
    };
    view! {
        <section class="inspector-section">
            <details on:toggle=move |_| open.set(true)>
                <summary>
                    <h3>"Edit as JSON"</h3>
                </summary>
                <Show when=move || open.get()>
                    <CheckedField
                        label="The whole resource"
                        value=body
                        check=check
                        accept=accept
                        lines=Lines::Several(16)
                        hint="Ctrl+Enter, or leaving the field, writes it."
                    />
                </Show>
            </details>
        </section>
    }
}
