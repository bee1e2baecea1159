//! The sheet of shortcuts, made from the table of commands.

use leptos::prelude::*;

use crate::command::{CLIPBOARD_KEYS, COMMANDS, Group, Surfaces};
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
        .filter(|it| it.group == group && !it.keys.is_empty());
    let first = |keys: &'static str| keys.split(' ').next().unwrap_or("");
    let mut rows: Vec<_> = of_group.map(|it| (it.label, first(it.keys))).collect();
    if group == Group::Edit {
        rows.extend(CLIPBOARD_KEYS);
    }
    let rows = rows.into_iter().map(|(label, keys)| {
        view! {
            <div class="shortcut-row">
                <dt>{label}</dt>
                <dd><KeyCaps shortcut=keys /></dd>
            </div>
        }
    });
    view! {
        <section>
            <h3>{group.label()}</h3>
            <dl>{rows.collect_view()}</dl>
        </section>
    }
}
