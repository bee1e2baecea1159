//! A field that names one other resource.

use drawbridge_core::template::Value;
use leptos::prelude::*;

use super::field_place::FieldPlace;
use super::naming::{Wanted, named};
use super::subject::{evaluate, go_to};
use crate::ui::{Combobox, IconButton, Size, glyphs};

/// One resource of a kind, chosen by name.
#[component]
pub(super) fn ReferenceField(
    place: FieldPlace,
    /// What may be named.
    wanted: Wanted,
) -> impl IntoView {
    let workspace = place.subject.workspace();
    let offered = wanted.choices(workspace);
    let value = place.value;
    let target = Memo::new(move |_| {
        let value = value.get()?;
        evaluate(workspace, |evaluator| named(evaluator, &value))
    });
    let text = Signal::derive(move || match target.get() {
        Some(id) => id.to_string(),
        None => value
            .with(|value| value.as_ref().and_then(Value::as_scalar_text))
            .unwrap_or_default(),
    });
    let wrong = RwSignal::new(None::<String>);
    let commit = move |name: String| {
        let name = name.trim();
        if name.is_empty() {
            wrong.set(None);
            place.write(None);
            return;
        }
        match workspace.document(|document| wanted.value(&document.template, name)) {
            Ok(value) => {
                wrong.set(None);
                place.write(Some(value));
            }
            Err(why) => wrong.set(Some(why)),
        }
    };
    let missing = place.missing();
    let error = MaybeProp::derive(move || wrong.get().or_else(|| missing.get()));
    let jump = move || {
        target.get().map(|id| {
            let label = format!("Go to {id}");
            view! {
                <IconButton
                    label=label
                    glyph=glyphs::ARROW_RIGHT
                    size=Size::Small
                    on_press=move |()| go_to(workspace, id.clone())
                />
            }
        })
    };
    view! {
        <div class="inspector-reference">
            <Combobox
                label=place.label()
                value=text
                choices=offered
                on_commit=commit
                hint=place.help()
                error=error
                placeholder="Choose, or write an identifier"
            />
            {jump}
        </div>
    }
}
