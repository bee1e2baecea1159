//! The dialog that connects two nodes: what the line says, and its port.

use drawbridge_core::edit::{Connection, connect, connections};
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use super::Gesture;
use crate::command::Surfaces;
use crate::ui::{Button, Choice, Combobox, Dialog, Look, NumberField, Select};
use crate::workspace::{Workspace, say};

/// Asks what a pulled line says, or, opened by key, where it leads.
#[component]
pub(crate) fn JoinDialog() -> impl IntoView {
    let workspace = Workspace::here();
    let gesture = Gesture::here();
    let surfaces = Surfaces::here();
    let open = RwSignal::new(false);
    let from = RwSignal::new(None::<LogicalId>);
    let to = RwSignal::new(String::new());
    let way = RwSignal::new(0_usize);
    let port = RwSignal::new(None::<i64>);
    let start = move |start: LogicalId, end: String| {
        from.set(Some(start));
        to.set(end);
        way.set(0);
        port.set(None);
        open.set(true);
    };
    Effect::new(move || {
        if let Some((a, b)) = gesture.joining.get() {
            gesture.joining.set(None);
            start(a, b.to_string());
        }
    });
    Effect::new(move || {
        if surfaces.connect.get() {
            surfaces.connect.set(false);
            if let Some(id) = workspace.selection.with_untracked(|it| it.only().cloned()) {
                start(id, String::new());
            }
        }
    });
    let ways = Memo::new(move |_| {
        let (from, to) = (from.get()?, to.get());
        if to.is_empty() {
            return None;
        }
        let to = LogicalId::new(to);
        Some(
            workspace
                .committed(|document| connections(document, &from, &to))
                .map_err(|refusal| say(&refusal.0)),
        )
    });
    let chosen = move || -> Option<Connection> {
        ways.with(|ways| ways.as_ref()?.as_ref().ok()?.get(way.get()).cloned())
    };
    let others = move || {
        let own = from.get();
        workspace.template_version.track();
        workspace.document(|document| {
            let others = document
                .template
                .resources
                .keys()
                .filter(|id| own.as_ref() != Some(*id));
            others
                .map(|id| Choice::new(id.as_str(), id.as_str()))
                .collect::<Vec<_>>()
        })
    };
    let choices = move || {
        ways.with(|ways| {
            let ways = ways.as_ref().and_then(|ways| ways.as_ref().ok());
            let ways = ways.into_iter().flatten().enumerate();
            ways.map(|(index, way)| {
                let text = format!("{} {} {}", way.from, way.verb, way.to);
                Choice::new(&index.to_string(), &text)
            })
            .collect::<Vec<_>>()
        })
    };
    let error = move || ways.with(|ways| ways.as_ref()?.as_ref().err().cloned());
    let finish = move || {
        let Some(way) = chosen() else { return };
        let port = port
            .get_untracked()
            .and_then(|port| u16::try_from(port).ok());
        if workspace.run(|document| connect(document, &way, port)) {
            open.set(false);
        }
    };
    let title = move || match from.get() {
        Some(id) => format!("Connect {id}"),
        None => "Connect".to_owned(),
    };
    view! {
        <Dialog
            title=Signal::derive(title)
            open=open
            footer=move || view! {
                <Button label="Cancel" on_press=move |()| open.set(false) />
                <Button
                    label="Connect"
                    look=Look::Primary
                    disabled=Signal::derive(move || chosen().is_none())
                    on_press=move |()| finish()
                />
            }.into_any()
        >
            <div class="join-form">
                <Combobox
                    label="To"
                    value=to
                    choices=Signal::derive(others)
                    error=Signal::derive(error)
                    on_commit=move |text: String| { way.set(0); to.set(text); }
                />
                <Show when=move || !choices().is_empty()>
                    <Select
                        label="What the line says"
                        value=Signal::derive(move || way.get().to_string())
                        choices=Signal::derive(choices)
                        on_change=move |text: String| way.set(text.parse().unwrap_or(0))
                    />
                </Show>
                <Show when=move || chosen().is_some_and(|way| way.needs_port)>
                    <NumberField
                        label="Port"
                        hint="The port that may be reached, such as 443 for HTTPS or 5432 for PostgreSQL."
                        value=port
                        limits=0..=65535
                        on_commit=move |number| port.set(number)
                    />
                </Show>
            </div>
        </Dialog>
    }
}
