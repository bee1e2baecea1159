//! The rules of a security group as a table with a tab for each direction. A
//! rule is one line that opens to its fields.

use drawbridge_core::catalogue::{Entry, Format};
use drawbridge_core::template::{LogicalId, Map, Value};
use leptos::prelude::*;

use super::computed::Computed;
use super::field_place::FieldPlace;
use super::rule::{Direction, fresh};
use super::rule_row::RuleRow;
use super::subject::Subject;
use crate::ui::{Button, For, Look, Size, Tab, TabList, TabPanel, glyphs};

/// The rules of the shown group; nothing for a kind without such fields.
#[component]
pub(super) fn RulesTable(subject: Subject, entry: &'static Entry) -> impl IntoView {
    let fields = entry
        .fields
        .iter()
        .filter(|field| field.format == Format::Rules);
    let places: Vec<_> = fields
        .map(|field| FieldPlace::new(subject, field))
        .collect();
    if places.is_empty() {
        return ().into_any();
    }
    let selected = RwSignal::new("rules-in");
    let tabs = places.iter().map(|place| {
        let (id, label, value) = (tab(direction(*place)), word(direction(*place)), place.value);
        let count = Signal::derive(move || value.with(|value| length(value.as_ref())));
        Tab::new(id, label.to_owned()).with_count(count, Signal::default())
    });
    let tabs: Vec<_> = tabs.collect();
    let panels = places.into_iter().map(|place| {
        view! {
            <TabPanel id=tab(direction(place)) selected=selected>
                <Rules place=place />
            </TabPanel>
        }
    });
    view! {
        <section class="inspector-section inspector-rules">
            <h3>"Rules"</h3>
            <TabList label="Direction of rules" tabs=tabs selected=selected />
            {panels.collect_view()}
        </section>
    }
    .into_any()
}

fn direction(place: FieldPlace) -> Direction {
    if place.name().ends_with("Egress") {
        Direction::Out
    } else {
        Direction::In
    }
}

fn tab(direction: Direction) -> &'static str {
    match direction {
        Direction::In => "rules-in",
        Direction::Out => "rules-out",
    }
}

fn word(direction: Direction) -> &'static str {
    match direction {
        Direction::In => "Inbound",
        Direction::Out => "Outbound",
    }
}

/// How many rules of the direction are resources of their own.
fn rules_apart(place: FieldPlace) -> Memo<usize> {
    let suffix = place.name();
    let subject = place.subject;
    Memo::new(move |_| {
        let workspace = subject.workspace();
        workspace.template_version.track();
        workspace.diagram(|diagram| {
            let rows = diagram
                .node(&subject.id())
                .map_or(&[][..], |node| &node.rows);
            workspace.document(|document| {
                let is_rule = |row: &&LogicalId| {
                    let resource = document.template.resource(row);
                    resource.is_some_and(|resource| resource.kind().as_str().ends_with(&suffix))
                };
                rows.iter().filter(is_rule).count()
            })
        })
    })
}

fn length(value: Option<&Value>) -> usize {
    value.and_then(Value::as_list).map_or(0, <[Value]>::len)
}

#[component]
fn Rules(place: FieldPlace) -> impl IntoView {
    let direction = direction(place);
    let count = Memo::new(move |_| place.value.with(|value| length(value.as_ref())));
    let is_plain = place.is_plain();
    // The one that was just added opens by itself.
    let added = RwSignal::new(None::<usize>);
    let add = move |()| {
        let rule: Map = fresh();
        added.set(Some(count.get_untracked()));
        place.subject.add_element(&place.path(), rule.into());
    };
    let rows = move || {
        if !is_plain.get() {
            return view! { <Computed place=place /> }.into_any();
        }
        view! {
            <For
                each=move || 0..count.get()
                key=|index| *index
                children=move |index| {
                    view! {
                        <RuleRow
                            subject=place.subject
                            list=place.path()
                            index=index
                            direction=direction
                            is_new=added.get_untracked() == Some(index)
                        />
                    }
                }
            />
            <Button
                label="Add rule"
                glyph=glyphs::PLUS
                size=Size::Small
                look=Look::Plain
                on_press=add
            />
        }
        .into_any()
    };
    let apart = rules_apart(place);
    let none = move || {
        let note = match apart.get() {
            0 => place.help().get()?,
            1 => "Its one rule of this direction is a resource of its own, under Rows.".to_owned(),
            many => format!(
                "Its {many} rules of this direction are resources of their own, under Rows."
            ),
        };
        (count.get() == 0 && is_plain.get()).then(|| view! { <p class="inspector-note">{note}</p> })
    };
    view! {
        <div class="inspector-rows">
            {none}
            {rows}
        </div>
    }
}
