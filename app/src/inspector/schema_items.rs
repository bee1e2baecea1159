//! A list of mappings, each a form that opens.

use drawbridge_core::template::{Map, PropertyPath, Value};
use leptos::{html, prelude::*};

use super::compact::compact;
use super::schema_form::{Made, SchemaForm};
use super::subject::Subject;
use crate::ui::{Button, For, Icon, Look, Size, focus_first, glyphs};

/// The first field of the last item.
const FIRST_FIELD: &str =
    ":scope > details:last-of-type input, :scope > details:last-of-type select";

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
    let list_element = NodeRef::<html::Div>::new();
    // The one that was just added is open.
    let added = RwSignal::new(None::<usize>);
    let add = move |()| {
        added.set(Some(count.get_untracked()));
        path.with_value(|path| subject.add_element(path, Map::new().into()));
        // Once it is drawn, its first field is written into.
        request_animation_frame(move || {
            if let Some(list) = list_element.get_untracked() {
                focus_first(&list, FIRST_FIELD);
            }
        });
    };
    let item = move |index: usize| {
        let place = path.with_value(|path| path.index(index));
        let value = subject.value(&place);
        let line = move || value.with(|value| value.as_ref().map(compact));
        let title = move || value.with(|value| value.as_ref().and_then(title));
        let remove = move |()| {
            path.with_value(|path| subject.drop_element(path, index));
        };
        let is_new = added.get_untracked() == Some(index);
        view! {
            <details class="inspector-group" open=is_new>
                <summary>
                    <Icon glyph=glyphs::CHEVRON_RIGHT size=12 />
                    <span>{index + 1}</span>
                    <span class="inspector-group-title">{title}</span>
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
        <div class="inspector-items" node_ref=list_element>
            <For each=move || 0..count.get() key=|index| *index children=item />
        </div>
        <Button label="Add an item" glyph=glyphs::PLUS size=Size::Small look=Look::Quiet on_press=add />
    }
    .into_any()
}

/// What an item calls itself: the text of a property such as `Name`, `Id` or
/// `Key`, else of its first text.
fn title(item: &Value) -> Option<String> {
    let map = item.as_map()?;
    let texts = || {
        let all = map.iter();
        all.filter_map(|(key, value)| Some((key, value.as_text().filter(|it| !it.is_empty())?)))
    };
    let is_name = |key: &str| ["Name", "Id", "Key"].iter().any(|end| key.ends_with(end));
    let named = texts().find(|(key, _)| is_name(key));
    named
        .or_else(|| texts().next())
        .map(|(_, text)| text.to_owned())
}

#[cfg(test)]
mod tests {
    use drawbridge_core::template::value_of_json;

    use super::*;

    #[test]
    fn an_item_is_called_by_its_name() {
        let called = |text: &str| title(&value_of_json(text).unwrap());
        let web = r#"{"Image": "nginx", "Name": "web", "Ports": [1]}"#;
        assert_eq!(called(web).as_deref(), Some("web"));
        assert_eq!(
            called(r#"{"Days": 3, "Class": "GLACIER"}"#).as_deref(),
            Some("GLACIER")
        );
        assert_eq!(called(r#"{"Days": 3}"#), None);
    }
}
