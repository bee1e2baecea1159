//! One property of any type with the control that its shape asks for.

use drawbridge_core::catalogue::Format;
use drawbridge_core::schema::Control;
use drawbridge_core::template::Value;
use leptos::prelude::*;

use super::compact::compact;
use super::field_place::FieldPlace;
use super::naming::Wanted;
use super::property_field::{AsJson, ControlOrJson};
use super::reference_field::ReferenceField;
use super::references_field::ReferencesField;
use super::schema_form::{Made, SchemaForm};
use super::schema_items::Items;
use super::simple_fields::{ChoiceField, IntegerField, TextProperty, TruthField};
use super::subject::Subject;
use super::tags::TagsTable;
use crate::ui::{Button, Icon, Look, Show, Size, glyphs};

/// A property at its place, whose format is chosen here.
#[component]
pub(super) fn SchemaField(
    place: FieldPlace,
    made: Made,
    /// Whether what folds is open at first.
    is_new: bool,
) -> AnyView {
    let subject = place.subject;
    let name = place.label();
    let control = made.with_value(|made| made.control(&place.path()));
    let place = place.in_format(format(&control));
    if !matches!(control, Control::Group | Control::Items) {
        let control = move || simple(place, &control, subject);
        return view! { <ControlOrJson place=place control=control /> }.into_any();
    }
    let is_list = control == Control::Items;
    // A function in the place of a mapping or a list is edited as it stands.
    let is_form = Memo::new(move |_| {
        place.value.with(|value| match value {
            None | Some(Value::Null) => true,
            Some(Value::List(_)) => is_list,
            Some(Value::Map(_)) => !is_list,
            Some(_) => false,
        })
    });
    let shown = move || {
        let path = place.path();
        match (is_form.get(), is_list) {
            (false, _) => view! { <AsJson place=place /> }.into_any(),
            (true, true) => view! { <Items subject made path /> }.into_any(),
            (true, false) => view! { <SchemaForm subject made path /> }.into_any(),
        }
    };
    let help = place.help();
    let help = move || {
        help.get()
            .map(|help| view! { <p class="ui-field-hint">{help}</p> })
    };
    let line = move || place.value.with(|value| value.as_ref().map(compact));
    let remove = move |()| {
        place.write(None);
    };
    view! {
        <details class="inspector-group" open=is_new data-property=place.name()>
            <summary>
                <Icon glyph=glyphs::CHEVRON_RIGHT size=12 />
                <span>{name.clone()}</span>
                <code>{line}</code>
            </summary>
            <div class="inspector-group-body">
                {help}
                {shown}
                <Show when=move || place.value.with(Option::is_some)>
                    <Button label=format!("Remove {name}") size=Size::Small look=Look::Quiet on_press=remove />
                </Show>
            </div>
        </details>
    }
    .into_any()
}

/// The format that says which values a control shows whole.
fn format(control: &Control) -> Format {
    match control {
        Control::Text | Control::Choice(_) => Format::Text,
        Control::Integer => Format::Integer(i64::MIN, i64::MAX),
        Control::Truth => Format::Boolean,
        Control::Reference(_) => Format::Reference("", None),
        Control::Texts(_) | Control::Items => Format::References("", None),
        Control::Tags => Format::Tags,
        Control::Group | Control::Json => Format::Json,
    }
}

fn simple(place: FieldPlace, control: &Control, subject: Subject) -> AnyView {
    let schemas = subject.workspace().schemas.get_untracked();
    let wanted = |control: &Control| match control {
        Control::Reference(targets) => {
            let kinds = targets.iter().map(|target| {
                let by = schemas.named_by(targets, &target.kind);
                (target.kind.clone(), by)
            });
            Wanted::any(kinds.collect())
        }
        _ => Wanted::any(Vec::new()),
    };
    match control {
        Control::Text => view! { <TextProperty place=place /> }.into_any(),
        Control::Integer => {
            view! { <IntegerField place=place limits=i64::MIN..=i64::MAX /> }.into_any()
        }
        Control::Truth => view! { <TruthField place=place /> }.into_any(),
        Control::Choice(choices) => {
            view! { <ChoiceField place=place choices=choices.clone() /> }.into_any()
        }
        Control::Reference(_) => {
            view! { <ReferenceField place=place wanted=wanted(control) /> }.into_any()
        }
        Control::Texts(item) => {
            let words = match item.as_ref() {
                Control::Choice(words) => words.clone(),
                _ => Vec::new(),
            };
            let wanted = wanted(item).or_any_text(words);
            view! { <ReferencesField place=place wanted=wanted /> }.into_any()
        }
        Control::Tags => view! { <TagsTable subject=subject path=place.path() /> }.into_any(),
        Control::Group | Control::Items | Control::Json => {
            view! { <AsJson place=place /> }.into_any()
        }
    }
}
