//! A field that names several other resources, as chips.

use drawbridge_core::template::Value;
use leptos::prelude::*;

use super::compact::compact;
use super::field_place::FieldPlace;
use super::naming::{Wanted, named};
use super::subject::{ResourceLink, evaluate};
use crate::ui::{Combobox, IconButton, Size, glyphs};

/// Several resources of a kind: links, removed and added one by one.
#[component]
pub(super) fn ReferencesField(
    place: FieldPlace,
    /// What may be named.
    wanted: Wanted,
) -> impl IntoView {
    let workspace = place.subject.workspace();
    let offered = wanted.choices(workspace);
    let elements = move || {
        let value = place.value.get();
        value
            .as_ref()
            .and_then(Value::as_list)
            .unwrap_or_default()
            .to_vec()
    };
    let chips = move || {
        let chip = |(index, element): (usize, Value)| {
            let target = evaluate(workspace, |evaluator| named(evaluator, &element));
            let text = target
                .as_ref()
                .map_or_else(|| compact(&element), ToString::to_string);
            let remove = move |()| {
                place.subject.drop_element(&place.path(), index);
            };
            let name = match target {
                Some(id) => view! { <ResourceLink id=id /> }.into_any(),
                None => view! { <code>{text.clone()}</code> }.into_any(),
            };
            view! {
                <li class="inspector-chip">
                    {name}
                    <IconButton
                        label=format!("Remove {text}")
                        glyph=glyphs::CLOSE
                        size=Size::Small
                        on_press=remove
                    />
                </li>
            }
        };
        elements().into_iter().enumerate().map(chip).collect_view()
    };
    let wrong = RwSignal::new(None::<String>);
    let add = move |name: String| {
        let name = name.trim();
        if name.is_empty() {
            return wrong.set(None);
        }
        match workspace.document(|document| wanted.value(&document.template, name)) {
            Ok(value) if elements().contains(&value) => {
                wrong.set(Some(format!("{name} is in the list already.")));
            }
            Ok(value) => {
                wrong.set(None);
                place.subject.add_element(&place.path(), value);
            }
            Err(why) => wrong.set(Some(why)),
        }
    };
    // What is in the list already is not offered.
    let left = Signal::derive(move || {
        let value = place.value.get();
        let list = value
            .as_ref()
            .and_then(Value::as_list)
            .unwrap_or_default()
            .to_vec();
        let taken: Vec<_> = evaluate(workspace, |evaluator| {
            list.iter()
                .filter_map(|element| named(evaluator, element))
                .collect()
        });
        let mut left = offered.get();
        left.retain(|choice| !taken.iter().any(|id| id.as_str() == choice.value));
        left
    });
    let missing = place.missing();
    let error = MaybeProp::derive(move || wrong.get().or_else(|| missing.get()));
    view! {
        <div class="inspector-references">
            <Combobox
                label=place.label()
                value=""
                choices=left
                on_commit=add
                hint=place.help()
                error=error
                placeholder="Add"
            />
            <ul class="inspector-chips" aria-label=place.label()>
                {chips}
            </ul>
        </div>
    }
}
