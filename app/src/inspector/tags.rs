//! Tags as a table: keys and values, each edited in its place.

use drawbridge_core::template::{Map, PropertyPath, Value};
use leptos::prelude::*;

use super::compact::compact;
use super::subject::{Subject, attempt};
use crate::ui::{Button, For, IconButton, Look, Size, TextField, glyphs};

/// The tags of a resource, under a path that holds a list.
#[component]
pub(super) fn TagsTable(subject: Subject, path: PropertyPath) -> impl IntoView {
    let list = subject.value(&path);
    let count = Memo::new(move |_| {
        list.with(|list| {
            list.as_ref()
                .and_then(Value::as_list)
                .map_or(0, <[Value]>::len)
        })
    });
    let path = StoredValue::new(path);
    view! {
        <div class="ui-field" role="group" aria-label="Tags">
            <span class="ui-field-label">"Tags"</span>
            <div class="inspector-tags">
                <For
                    each=move || 0..count.get()
                    key=|index| *index
                    children=move |index| view! { <TagRow subject=subject path=path index=index /> }
                />
                <NewTag subject=subject list=list path=path />
            </div>
        </div>
    }
}

#[component]
fn TagRow(subject: Subject, path: StoredValue<PropertyPath>, index: usize) -> impl IntoView {
    let tag_path = path.with_value(|path| path.index(index));
    let tag = subject.value(&tag_path);
    let tag_path = StoredValue::new(tag_path);
    let remove = move |()| {
        path.with_value(|path| subject.drop_element(path, index));
    };
    let cell = move |key: &'static str| {
        let text =
            Signal::derive(move || tag.with(|tag| part(tag.as_ref(), key)).unwrap_or_default());
        let commit = move |text: String| {
            tag_path.with_value(|path| subject.write(&path.key(key), Some(text.into())));
        };
        view! { <TextField label=format!("{key} of tag {}", index + 1) value=text on_commit=commit /> }
    };
    // A part that is no text is shown as it is, so that it is not replaced by text.
    let cells = move || {
        let is_text = |key| tag.with(|tag| part(tag.as_ref(), key).is_some());
        if is_text("Key") && is_text("Value") {
            return view! { {cell("Key")} {cell("Value")} }.into_any();
        }
        let text = tag.with(|tag| tag.as_ref().map(compact));
        view! { <code class="inspector-code inspector-wide">{text}</code> }.into_any()
    };
    view! {
        <div class="inspector-tag">
            {cells}
            <IconButton
                label=format!("Remove tag {}", index + 1)
                glyph=glyphs::TRASH
                size=Size::Small
                on_press=remove
            />
        </div>
    }
}

/// The text of a part of a tag; empty if it is not there, `None` if it is no text.
fn part(tag: Option<&Value>, key: &str) -> Option<String> {
    let tag = tag?.as_map()?;
    tag.get(key)
        .map_or(Some(String::new()), Value::as_scalar_text)
}

/// The row that becomes a tag.
#[component]
fn NewTag(
    subject: Subject,
    list: Memo<Option<Value>>,
    path: StoredValue<PropertyPath>,
) -> impl IntoView {
    let key = RwSignal::new(String::new());
    let value = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let add = move || {
        let (new, text) = (key.get_untracked().trim().to_owned(), value.get_untracked());
        let is_taken = list.with_untracked(|list| {
            let mut tags = list
                .as_ref()
                .and_then(Value::as_list)
                .unwrap_or_default()
                .iter();
            tags.any(|tag| part(Some(tag), "Key").as_deref() == Some(&new))
        });
        if is_taken {
            return wrong.set(Some(format!(
                "There is a tag {new} already: change its value."
            )));
        }
        let (id, at) = (subject.id(), path.get_value());
        let is_tags = at == PropertyPath::from("Tags");
        let why = attempt(subject.workspace(), |document| {
            if is_tags {
                return drawbridge_core::edit::set_tag(document, &id, &new, Some(&text));
            }
            let tag = Map::from_iter([
                ("Key".to_owned(), new.as_str().into()),
                ("Value".to_owned(), text.as_str().into()),
            ]);
            let length = list.with_untracked(|list| {
                list.as_ref()
                    .and_then(Value::as_list)
                    .map_or(0, <[Value]>::len)
            });
            drawbridge_core::edit::set_property(document, &id, &at.index(length), Some(tag.into()))
        });
        if why.is_none() {
            key.set(String::new());
            value.set(String::new());
        }
        wrong.set(why);
    };
    let commit_value = move |text: String| {
        value.set(text);
        if !key.get_untracked().trim().is_empty() {
            add();
        }
    };
    view! {
        <div class="inspector-tag">
            <TextField
                label="Key of a new tag"
                value=key
                on_input=move |text| key.set(text)
                on_commit=move |text| key.set(text)
                placeholder="Key"
            />
            <TextField label="Value of a new tag" value=value on_commit=commit_value placeholder="Value" />
            <IconButton
                label="Add tag"
                glyph=glyphs::PLUS
                size=Size::Small
                on_press=move |()| add()
                disabled=Signal::derive(move || key.with(|key| key.trim().is_empty()))
            />
        </div>
        {move || {
            wrong
                .get()
                .map(|why| {
                    view! {
                        <p class="ui-field-error" role="alert">
                            {why}
                        </p>
                        <Button
                            label="Clear"
                            size=Size::Small
                            look=Look::Quiet
                            on_press=move |()| {
                                key.set(String::new());
                                value.set(String::new());
                                wrong.set(None);
                            }
                        />
                    }
                })
        }}
    }
}
