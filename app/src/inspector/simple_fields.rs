//! The controls of the formats that are one scalar: text, numbers, yes or no,
//! one of a few, protocol and zone.

use std::net::Ipv4Addr;
use std::ops::RangeInclusive;

use drawbridge_core::template::{FunctionName, Value};
use leptos::prelude::*;

use super::checked_field::CheckedField;
use super::field_place::FieldPlace;
use super::subject::evaluate;
use super::zone::{zone_value, zone_words};
use crate::ui::{Button, Choice, Combobox, Look, NumberField, Select, Size, Switch, TextField};

/// Any text.
#[component]
pub(super) fn TextProperty(place: FieldPlace) -> impl IntoView {
    let commit = move |text: String| {
        place.write_text(&text);
    };
    view! {
        <TextField
            label=place.label()
            value=place.text()
            on_commit=commit
            hint=place.help()
            error=place.missing()
        />
    }
}

/// An IPv4 address.
#[component]
pub(super) fn AddressField(place: FieldPlace) -> impl IntoView {
    let check = |text: String| {
        let text = text.trim();
        let is_right = text.is_empty() || text.parse::<Ipv4Addr>().is_ok();
        (!is_right).then(|| format!("“{text}” is no IPv4 address: write one such as 10.0.1.10."))
    };
    let accept = move |text: String| {
        place.write_text(&text);
        None
    };
    view! {
        <CheckedField
            label=place.label()
            value=place.text()
            check=check
            accept=accept
            hint=place.help()
            error=place.missing()
            exact=true
        />
    }
}

/// A whole number between two.
#[component]
pub(super) fn IntegerField(place: FieldPlace, limits: RangeInclusive<i64>) -> impl IntoView {
    let value = place.value;
    let number = Signal::derive(move || value.with(|value| value.as_ref()?.as_integer()));
    let commit = move |number: Option<i64>| {
        place.write(number.map(Value::from));
    };
    view! {
        <NumberField
            label=place.label()
            value=number
            on_commit=commit
            limits=limits
            hint=place.help()
            error=place.missing()
        />
    }
}

/// Properties that AWS takes for true when nothing is written.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html>
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html>
const TRUE_UNLESS_SET: &[&str] = &["EnableDnsSupport", "SourceDestCheck"];

/// Yes or no, and what AWS takes when nothing is written.
#[component]
pub(super) fn TruthField(place: FieldPlace) -> impl IntoView {
    let value = place.value;
    let is_set = move || value.with(|value| value.as_ref().and_then(Value::as_bool).is_some());
    let default = TRUE_UNLESS_SET.iter().any(|name| place.is(name));
    let checked = Signal::derive(move || {
        value
            .with(|value| value.as_ref().and_then(Value::as_bool))
            .unwrap_or(default)
    });
    let change = move |truth: bool| {
        place.write(Some(truth.into()));
    };
    let word = if default { "on" } else { "off" };
    let state = move || {
        if is_set() {
            let clear = move |()| {
                place.write(None);
            };
            view! { <Button label="Use the default" size=Size::Small look=Look::Quiet on_press=clear /> }
                .into_any()
        } else {
            view! { <span class="inspector-default">{format!("{word} by default")}</span> }
                .into_any()
        }
    };
    view! {
        <div class="ui-field">
            <div class="inspector-truth">
                <Switch label=place.label() checked=checked on_change=change />
                {state}
            </div>
            <span class="ui-field-hint">{place.help()}</span>
        </div>
    }
}

/// One of a few.
#[component]
pub(super) fn ChoiceField(place: FieldPlace, choices: Vec<String>) -> impl IntoView {
    let options = std::iter::once(Choice::new("", "Not set")).chain(
        choices
            .into_iter()
            .map(|choice| Choice::new(choice.clone(), choice)),
    );
    let options: Vec<_> = options.collect();
    let change = move |text: String| {
        place.write_text(&text);
    };
    view! {
        <Select
            label=place.label()
            value=place.text()
            choices=options
            on_change=change
            hint=place.help()
            error=place.missing()
        />
    }
}

/// A protocol by name, or by IANA's number where AWS wants that.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html>
#[component]
pub(super) fn ProtocolField(place: FieldPlace) -> impl IntoView {
    let by_number = place.is("Protocol");
    let known = if by_number {
        [
            ("6", "TCP"),
            ("17", "UDP"),
            ("1", "ICMP"),
            ("58", "ICMPv6"),
            ("-1", "all"),
        ]
    } else {
        [
            ("tcp", "TCP"),
            ("udp", "UDP"),
            ("icmp", "ICMP"),
            ("icmpv6", "ICMPv6"),
            ("-1", "all"),
        ]
    };
    let choices: Vec<_> = known
        .iter()
        .map(|(value, name)| Choice::new(*value, *value).with_note(*name))
        .collect();
    let commit = move |text: String| {
        let text = text.trim();
        match text.parse::<i64>() {
            Ok(number) if by_number => place.write(Some(number.into())),
            _ => place.write_text(&text.to_lowercase()),
        };
    };
    view! {
        <Combobox
            label=place.label()
            value=place.text()
            choices=choices
            on_commit=commit
            hint=place.help()
            error=place.missing()
        />
    }
}

/// An Availability Zone: by name, or by its place in the region's list.
#[component]
pub(super) fn ZoneField(place: FieldPlace) -> impl IntoView {
    let workspace = place.subject.workspace();
    let value = place.value;
    let words = Signal::derive(move || {
        value
            .with(|value| zone_words(value.as_ref()?))
            .unwrap_or_default()
    });
    let zones = Memo::new(move |_| {
        let all = Value::function(FunctionName::GetAZs, "".into());
        evaluate(workspace, |evaluator| {
            let zones = evaluator.evaluate(&all);
            let list = zones
                .known()
                .and_then(Value::as_list)
                .unwrap_or_default()
                .to_vec();
            list.iter()
                .filter_map(Value::as_scalar_text)
                .collect::<Vec<_>>()
        })
    });
    let choices = Signal::derive(move || {
        let zones = zones.get();
        let places = (1..=zones.len()).map(|number| {
            let words = format!("Zone {number} of the region");
            Choice::new(words.clone(), words).with_note("any region")
        });
        let names = zones
            .iter()
            .map(|zone| Choice::new(zone.clone(), zone.clone()));
        places.chain(names).collect::<Vec<_>>()
    });
    // Written as the other resources of this kind write theirs.
    let like = move || {
        let kind = place.subject.resource()?.kind().clone();
        workspace.document(|document| {
            let all = document.template.of_kind(kind.as_str());
            let mut zones = all.filter_map(|(_, other)| other.get(&place.path()));
            zones.find(|zone| zone.as_function().is_some()).cloned()
        })
    };
    let commit = move |text: String| {
        place.write(zone_value(&text, like().as_ref()));
    };
    view! {
        <Combobox
            label=place.label()
            value=words
            choices=choices
            on_commit=commit
            hint=place.help()
            error=place.missing()
            placeholder="Not set: AWS chooses one"
        />
    }
}
