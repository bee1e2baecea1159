//! The dialog that connects two nodes: what the line says, and its port.

use drawbridge_core::edit::{Connection, connect, connections};
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use super::Gesture;
use crate::command::Surfaces;
use crate::ui::{Button, Choice, Combobox, Dialog, Look, NumberField, Select, Show, effect};
use crate::workspace::{Workspace, say};

/// What can be written between two nodes, or why nothing can.
type Ways = Result<Vec<Connection>, String>;

/// A line that is being decided on.
#[derive(Clone, Copy)]
struct Joining {
    workspace: Workspace,
    open: RwSignal<bool>,
    from: RwSignal<Option<LogicalId>>,
    to: RwSignal<String>,
    way: RwSignal<usize>,
    port: RwSignal<Option<i64>>,
    ways: Memo<Option<Ways>>,
}

impl Joining {
    fn new(workspace: Workspace) -> Self {
        let from = RwSignal::new(None::<LogicalId>);
        let to = RwSignal::new(String::new());
        let ways = Memo::new(move |_| {
            let from = from.get()?;
            let to = to.with(|to| (!to.is_empty()).then(|| LogicalId::new(to)))?;
            let ways = workspace.committed(|document| connections(document, &from, &to));
            Some(ways.map_err(|refusal| say(&refusal.0)))
        });
        Self {
            workspace,
            open: RwSignal::new(false),
            from,
            to,
            way: RwSignal::new(0),
            port: RwSignal::new(None),
            ways,
        }
    }

    fn start(self, from: LogicalId, to: String) {
        // The template may have changed since the same two were asked about.
        self.from.set(None);
        self.to.set(to);
        self.way.set(0);
        self.port.set(None);
        self.from.set(Some(from));
        self.open.set(true);
    }

    fn chosen(self) -> Option<Connection> {
        let index = self.way.get();
        self.ways
            .with(|ways| ways.as_ref()?.as_ref().ok()?.get(index).cloned())
    }

    fn error(self) -> Option<String> {
        self.ways
            .with(|ways| ways.as_ref()?.as_ref().err().cloned())
    }

    fn choices(self) -> Vec<Choice> {
        self.ways.with(|ways| {
            let ways = ways.iter().filter_map(|ways| ways.as_ref().ok()).flatten();
            let sentence = |way: &Connection| format!("{} {} {}", way.from, way.verb, way.to);
            let choice = |(index, way)| Choice::new(usize::to_string(&index), sentence(way));
            ways.enumerate().map(choice).collect()
        })
    }

    fn others(self) -> Vec<Choice> {
        let own = self.from.get();
        self.workspace.template_version.track();
        self.workspace.document(|document| {
            let all = document.template.resources.keys();
            let others = all.filter(|id| own.as_ref() != Some(*id));
            others
                .map(|id| Choice::new(id.as_str(), id.as_str()))
                .collect()
        })
    }

    fn finish(self) {
        let Some(way) = untrack(|| self.chosen()) else {
            return;
        };
        let port = self
            .port
            .get_untracked()
            .and_then(|port| u16::try_from(port).ok());
        if self.workspace.run(|document| connect(document, &way, port)) {
            self.open.set(false);
        }
    }
}

/// Asks what a pulled line says, or, opened by key, where it leads.
#[component]
pub(crate) fn JoinDialog() -> impl IntoView {
    let workspace = Workspace::here();
    let gesture = Gesture::here();
    let surfaces = Surfaces::here();
    let joining = Joining::new(workspace);
    effect(move || {
        if let Some((from, to)) = gesture.joining.get() {
            gesture.joining.set(None);
            joining.start(from, to.to_string());
        }
    });
    effect(move || {
        if surfaces.connect.get() {
            surfaces.connect.set(false);
            if let Some(id) = workspace.selection.with_untracked(|it| it.only().cloned()) {
                joining.start(id, String::new());
            }
        }
    });
    let title = move || match joining.from.get() {
        Some(id) => format!("Connect {id}"),
        None => "Connect".to_owned(),
    };
    let footer = move || {
        view! {
            <Button label="Cancel" on_press=move |()| joining.open.set(false) />
            <Button
                label="Connect"
                look=Look::Primary
                disabled=Signal::derive(move || joining.chosen().is_none())
                on_press=move |()| joining.finish()
            />
        }
        .into_any()
    };
    view! {
        <Dialog title=Signal::derive(title) open=joining.open footer=footer>
            <JoinForm joining />
        </Dialog>
    }
}

#[component]
fn JoinForm(joining: Joining) -> impl IntoView {
    view! {
        <div class="join-form">
            <Combobox
                label="To"
                value=joining.to
                choices=Signal::derive(move || joining.others())
                error=Signal::derive(move || joining.error())
                on_commit=move |text: String| {
                    joining.way.set(0);
                    joining.to.set(text);
                }
            />
            <Show when=move || !joining.choices().is_empty()>
                <Select
                    label="What the line says"
                    value=Signal::derive(move || joining.way.get().to_string())
                    choices=Signal::derive(move || joining.choices())
                    on_change=move |text: String| joining.way.set(text.parse().unwrap_or(0))
                />
            </Show>
            <Show when=move || joining.chosen().is_some_and(|way| way.needs_port)>
                <NumberField
                    label="Port"
                    hint="The port that may be reached, such as 443 for HTTPS or 5432 for PostgreSQL."
                    value=joining.port
                    limits=0..=65535
                    on_commit=move |number| joining.port.set(number)
                />
            </Show>
        </div>
    }
}
