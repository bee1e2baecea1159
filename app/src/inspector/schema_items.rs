//! A list of mappings, each a form that opens.

use drawbridge_core::template::{Map, PropertyPath, Value};
use leptos::prelude::*;

use super::compact::compact;
use super::schema_form::{Made, SchemaForm};
use super::subject::Subject;
use crate::ui::{Button, For, Look, Size, glyphs};

/// The items of a list, and a way to add one.
#[component]
pub(super) fn Items(subject: Subject, made: Made, path: PropertyPath) -> AnyView {
    let list = subject.value(&path);
    let count = Memo::new(move |_| {
        let list = list.get();
        list.as_ref()
            .and_then(Value::as_list)
            .map_or(0, <[Value]>::len)
    });
    let path = StoredValue::new(path);
    // The one that was just added is open.
    let added = RwSignal::new(None::<usize>);
    let add = move |()| {
        added.set(Some(count.get_untracked()));
        path.with_value(|path| subject.add_element(path, Map::new().into()));
    };
    let item = move |index: usize| {
        let place = path.with_value(|path| path.index(index));
        let value = subject.value(&place);
        let line = move || value.with(|value| value.as_ref().map(compact));
        let remove = move |()| {
            path.with_value(|path| subject.drop_element(path, index));
        };
        let is_new = added.get_untracked() == Some(index);
        view! {
            <details class="inspector-group" open=is_new>
                <summary>
                    <span>{index + 1}</span>
                    <code>{line}</code>
                </summary>
                <div class="inspector-group-body">
                    <SchemaForm subject made path=place />
                    <Button
                        label=format!("Remove item {}", index + 1)
                        size=Size::Small
                        look=Look::Quiet
                        on_press=remove
                    />
                </div>
            </details>
        }
    };
    view! {
        <For each=move || 0..count.get() key=|index| *index children=item />
        <Button label="Add an item" glyph=glyphs::PLUS size=Size::Small look=Look::Quiet on_press=add />
    }
    .into_any()
}
