//! One rule of a security group: a line, and its fields when it is opened.

use drawbridge_core::template::{Map, PropertyPath, Value};
use leptos::prelude::*;

use super::checked_field::CheckedField;
use super::compact::compact;
use super::json_field::JsonField;
use super::naming::Wanted;
use super::rule::{self, Direction, SERVICES};
use super::subject::Subject;
use crate::ui::{Choice, Combobox, IconButton, Select, Size, TextField, glyphs};

/// Where a rule stands, and how it is read and written.
#[derive(Clone, Copy)]
struct RulePlace {
    subject: Subject,
    direction: Direction,
    value: Memo<Option<Value>>,
    path: StoredValue<PropertyPath>,
}

impl RulePlace {
    fn rule(self) -> Map {
        self.value
            .with(|value| value.as_ref().and_then(Value::as_map).cloned())
            .unwrap_or_default()
    }

    fn write(self, value: Option<Value>) {
        self.path.with_value(|path| self.subject.write(path, value));
    }

    fn text(self, read: impl Fn(&Map) -> String + Send + Sync + 'static) -> Signal<String> {
        Signal::derive(move || read(&self.rule()))
    }

    /// Writes what a text makes of the rule, or gives why it makes nothing.
    fn accept(self, made: Result<Map, String>) -> Option<String> {
        match made {
            Ok(rule) => {
                self.write(Some(rule.into()));
                None
            }
            Err(why) => Some(why),
        }
    }
}

/// A rule of a list of rules.
#[component]
pub(super) fn RuleRow(
    subject: Subject,
    list: PropertyPath,
    index: usize,
    direction: Direction,
    is_new: bool,
) -> impl IntoView {
    let path = list.index(index);
    let place = RulePlace {
        subject,
        direction,
        value: subject.value(&path),
        path: StoredValue::new(path),
    };
    let is_mapping = Memo::new(move |_| {
        place
            .value
            .with(|value| value.as_ref().is_some_and(|it| it.as_map().is_some()))
    });
    let summary = move || {
        if is_mapping.get() {
            rule::summary(&place.rule(), direction)
        } else {
            place
                .value
                .with(|value| value.as_ref().map(compact))
                .unwrap_or_default()
        }
    };
    let is_plain = Memo::new(move |_| is_mapping.get() && rule::is_plain(&place.rule()));
    // Fields are many: those of a closed rule are not made.
    let open = RwSignal::new(is_new);
    let fields = move || {
        if !open.get() {
            return ().into_any();
        }
        if is_plain.get() {
            return view! { <RuleFields place=place /> }.into_any();
        }
        let write = move |value: Option<Value>| place.write(value);
        view! { <JsonField label="Rule" value=place.value on_write=write /> }.into_any()
    };
    let name = place.path.with_value(ToString::to_string);
    view! {
        <div class="inspector-rule" data-property=name>
            <details
                open=is_new
                on:toggle=move |event| {
                    open.set(event_target::<leptos::web_sys::HtmlDetailsElement>(&event).open());
                }
            >
                <summary>{summary}</summary>
                <div class="inspector-rule-fields">{fields}</div>
            </details>
            <IconButton
                label=format!("Remove rule {}", index + 1)
                glyph=glyphs::TRASH
                size=Size::Small
                on_press=move |()| {
                    subject.drop_element(&list, index);
                }
            />
        </div>
    }
}

#[component]
fn RuleFields(place: RulePlace) -> impl IntoView {
    let direction = place.direction;
    let workspace = place.subject.workspace();
    let service = place.text(|rule| rule::service(rule).unwrap_or("Custom").to_owned());
    let services = std::iter::once(("Custom", String::new()))
        .chain(
            SERVICES
                .iter()
                .map(|(name, protocol, port)| (*name, format!("{protocol} {port}"))),
        )
        .chain([("All traffic", String::new())]);
    let services = services.map(|(name, note)| Choice::new(name, name).with_note(note));
    let services: Vec<_> = services.collect();
    let set_service = move |name: String| {
        if name != "Custom" {
            place.write(Some(rule::with_service(&place.rule(), &name).into()));
        }
    };
    let protocols = [
        ("tcp", "TCP"),
        ("udp", "UDP"),
        ("icmp", "ICMP"),
        ("icmpv6", "ICMPv6"),
        ("-1", "All"),
    ];
    let protocols: Vec<_> = protocols
        .map(|(value, label)| Choice::new(value, label))
        .into();
    let set_protocol = move |protocol: String| {
        place.write(Some(rule::with_protocol(&place.rule(), &protocol).into()));
    };
    let has_ports = Memo::new(move |_| {
        matches!(
            rule::protocol(&place.rule()).as_str(),
            "tcp" | "udp" | "6" | "17"
        )
    });
    let ports = move || {
        has_ports.get().then(|| {
            view! {
                <CheckedField
                    label="Ports"
                    value=place.text(rule::ports)
                    check=|text: String| rule::with_ports(&Map::new(), &text).err()
                    accept=move |text: String| place.accept(rule::with_ports(&place.rule(), &text))
                />
            }
        })
    };
    let set_side = move |text: String| {
        let made = workspace.document(|document| {
            rule::with_side(&place.rule(), direction, &text, &document.template)
        });
        place.accept(made)
    };
    let set_description = move |text: String| {
        let mut rule = place.rule();
        if text.trim().is_empty() {
            rule.shift_remove("Description");
        } else {
            rule.insert("Description".to_owned(), text.trim().into());
        }
        place.write(Some(rule.into()));
    };
    let description = place.text(|rule| {
        rule.get("Description")
            .and_then(Value::as_scalar_text)
            .unwrap_or_default()
    });
    view! {
        <Select label="Service" value=service choices=services on_change=set_service />
        <div class="inspector-pair">
            <Select
                label="Protocol"
                value=place.text(rule::protocol)
                choices=protocols
                on_change=set_protocol
            />
            {ports}
        </div>
        <SideField place=place set=set_side />
        <TextField label="Description" value=description on_commit=set_description />
    }
}

/// The other side: a block typed, or a group chosen.
#[component]
fn SideField(
    place: RulePlace,
    #[prop(into)] set: Callback<String, Option<String>>,
) -> impl IntoView {
    let workspace = place.subject.workspace();
    let direction = place.direction;
    let wrong = RwSignal::new(None::<String>);
    let groups = Wanted::one("AWS::EC2::SecurityGroup", Some("GroupId")).choices(workspace);
    let offered = Signal::derive(move || {
        let anywhere = [
            Choice::new("0.0.0.0/0", "0.0.0.0/0").with_note("anywhere, IPv4"),
            Choice::new("::/0", "::/0").with_note("anywhere, IPv6"),
        ];
        anywhere.into_iter().chain(groups.get()).collect::<Vec<_>>()
    });
    let text = place.text(move |rule| rule::side(rule, direction));
    let missing = Signal::derive(move || {
        text.with(String::is_empty)
            .then(|| "Write a block, or choose a group.".to_owned())
    });
    let error = MaybeProp::derive(move || wrong.get().or_else(|| missing.get()));
    view! {
        <Combobox
            label=direction.side()
            value=text
            choices=offered
            on_commit=move |text: String| {
                let _ = wrong.try_set(set.run(text));
            }
            error=error
            placeholder="10.0.0.0/16 or a group"
        />
    }
}
