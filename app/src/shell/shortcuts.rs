//! The sheet of shortcuts, made from the table of commands.

use leptos::prelude::*;

use crate::command::{COMMANDS, Group, Surfaces};
use crate::ui::{Dialog, KeyCaps};

#[component]
pub(super) fn ShortcutSheet() -> impl IntoView {
    let surfaces = Surfaces::here();
    view! {
        <Dialog title="Keyboard shortcuts" open=surfaces.shortcuts width=720>
            <div class="shortcut-sheet">
                {Group::ALL.into_iter().map(|group| view! { <GroupView group /> }).collect_view()}
            </div>
        </Dialog>
    }
}

#[component]
fn GroupView(group: Group) -> impl IntoView {
    let of_group = COMMANDS
        .iter()
        .filter(move |it| it.group == group && !it.keys.is_empty());
    let row = |command: &'static crate::command::Command| {
        let keys = command.keys.split(' ').next().unwrap_or("");
        view! {
            <div class="shortcut-row">
                <dt>{command.label}</dt>
                <dd><KeyCaps shortcut=keys /></dd>
            </div>
        }
    };
    view! {
        <section>
            <h3>{group.label()}</h3>
            <dl>{of_group.map(row).collect_view()}</dl>
        </section>
    }
}
