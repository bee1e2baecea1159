//! One property with the control that its format asks for, and the way to edit
//! it as JSON instead. What a control would hide is never shown by it.

use drawbridge_core::catalogue::{Field, Format};
use drawbridge_core::schema::Control;
use drawbridge_core::template::Value;
use leptos::prelude::*;

use super::block_field::BlockField;
use super::computed::Computed;
use super::field_place::FieldPlace;
use super::json_field::JsonField;
use super::naming::Wanted;
use super::reference_field::ReferenceField;
use super::references_field::ReferencesField;
use super::schema_field::SchemaField;
use super::simple_fields::{
    AddressField, ChoiceField, IntegerField, ProtocolField, TextProperty, TruthField, ZoneField,
};
use super::subject::Subject;
use super::tags::TagsTable;

/// A property of the shown resource.
#[component]
pub(super) fn PropertyField(subject: Subject, field: &'static Field) -> AnyView {
    let place = FieldPlace::new(subject, field);
    if field.format != Format::Json {
        return view! { <ControlOrJson place=place control=move || plain(place) /> }.into_any();
    }
    // What the catalogue leaves to JSON has a form where AWS says what it is made of.
    let made = subject.made();
    let shown = move || match made.get() {
        Some(made) if made.control(&place.path()) != Control::Json => {
            let made = StoredValue::new(made);
            view! { <SchemaField place made is_new=false /> }.into_any()
        }
        _ => view! { <ControlOrJson place=place control=move || plain(place) /> }.into_any(),
    };
    shown.into_any()
}

/// A control, or what it stands for as JSON while that is wanted or the value
/// is none that the control could show.
#[component]
pub(super) fn ControlOrJson(
    place: FieldPlace,
    control: impl Fn() -> AnyView + Send + 'static,
) -> impl IntoView {
    let is_plain = place.is_plain();
    let as_json = RwSignal::new(false);
    let shown = move || {
        if as_json.get() {
            return view! { <AsJson place=place /> }.into_any();
        }
        if !is_plain.get() {
            return view! { <Computed place=place /> }.into_any();
        }
        control()
    };
    // A field that is JSON anyway needs no way to it.
    let toggle = (place.format != Format::Json).then(|| {
        view! {
            <button
                type="button"
                class="inspector-json"
                aria-pressed=move || as_json.get().to_string()
                aria-label=format!("Edit {} as JSON", place.label())
                title="Edit as JSON"
                on:click=move |_| as_json.update(|as_json| *as_json = !*as_json)
            >
                "{ }"
            </button>
        }
    });
    view! {
        <div class="inspector-field" data-property=place.name()>
            {shown}
            {toggle}
        </div>
    }
}

fn plain(place: FieldPlace) -> AnyView {
    match place.format {
        Format::Text => view! { <TextProperty place=place /> }.into_any(),
        Format::Ipv4Cidr | Format::Ipv6Cidr => view! { <BlockField place=place /> }.into_any(),
        Format::Ipv4Address => view! { <AddressField place=place /> }.into_any(),
        Format::Boolean => view! { <TruthField place=place /> }.into_any(),
        Format::Integer(least, most) => {
            view! { <IntegerField place=place limits=least..=most /> }.into_any()
        }
        Format::Port => view! { <IntegerField place=place limits=-1..=65535 /> }.into_any(),
        Format::Protocol => view! { <ProtocolField place=place /> }.into_any(),
        Format::Zone => view! { <ZoneField place=place /> }.into_any(),
        Format::Reference(kind, attribute) => {
            view! { <ReferenceField place=place wanted=Wanted::one(kind, attribute) /> }.into_any()
        }
        Format::References(kind, attribute) => {
            view! { <ReferencesField place=place wanted=Wanted::one(kind, attribute) /> }.into_any()
        }
        Format::Choice(choices) => {
            let choices = choices.iter().map(|choice| (*choice).to_owned()).collect();
            view! { <ChoiceField place=place choices=choices /> }.into_any()
        }
        Format::Tags => {
            let path = place.path();
            view! { <TagsTable subject=place.subject path=path /> }.into_any()
        }
        // Rules have a table of their own, beside the other fields.
        Format::Json | Format::Rules => view! { <AsJson place=place /> }.into_any(),
    }
}

/// Any property as JSON.
#[component]
pub(super) fn AsJson(place: FieldPlace) -> impl IntoView {
    let write = move |value: Option<Value>| {
        place.write(value);
    };
    view! {
        <JsonField
            label=place.label()
            value=place.value
            on_write=write
            hint=place.help()
            error=place.missing()
        />
    }
}
