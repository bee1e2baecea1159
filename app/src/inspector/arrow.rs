//! An arrow is selected: what it says, what makes it, and how to take it away.

use drawbridge_core::catalogue::{Role, entry};
use drawbridge_core::edit;
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use super::finding_list::FindingList;
use super::further::Further;
use super::resource::Fields;
use super::subject::{ResourceLink, Subject};
use crate::ui::{Button, Look, glyphs};
use crate::workspace::{ArrowKey, Workspace};

/// What is shown of an arrow.
#[derive(Clone, PartialEq)]
struct Shown {
    verb: &'static str,
    caption: String,
    resource: Option<LogicalId>,
}

/// The inspector of one arrow.
#[component]
pub(super) fn ArrowSheet(key: ArrowKey) -> impl IntoView {
    let workspace = Workspace::here();
    let own = key.clone();
    let shown = Memo::new(move |_| {
        workspace.template_version.track();
        workspace.diagram(|diagram| {
            let arrow = diagram
                .arrows
                .iter()
                .find(|arrow| ArrowKey::of(arrow) == own)?;
            Some(Shown {
                verb: arrow.verb,
                caption: arrow.caption.clone(),
                resource: arrow.resource.clone(),
            })
        })
    });
    let (from, to) = (key.from.clone(), key.to.clone());
    let sentence = move || {
        shown.get().map(|shown| {
            view! {
                <p class="inspector-sentence">
                    <ResourceLink id=from.clone() />
                    {format!(" {} ", shown.verb)}
                    <ResourceLink id=to.clone() />
                </p>
                {(!shown.caption.is_empty()).then(|| view! { <code>{shown.caption.clone()}</code> })}
            }
        })
    };
    let written = key.clone();
    let remove = move |()| {
        workspace.run(|document| edit::disconnect(document, &key.owner, &key.property));
    };
    let maker = Memo::new(move |_| shown.get().and_then(|shown| shown.resource));
    let made_by = move || {
        if let Some(id) = maker.get() {
            view! { <Maker id=id /> }.into_any()
        } else {
            let (owner, path) = (written.owner.clone(), written.property.to_string());
            view! {
                <section class="inspector-section">
                    <h3>"Written in"</h3>
                    <p class="inspector-note">
                        <ResourceLink id=owner />
                        " "
                        <code>{path}</code>
                    </p>
                </section>
            }
            .into_any()
        }
    };
    view! {
        <header class="inspector-section">
            <h2>"Connection"</h2>
            {sentence}
            <div class="inspector-actions">
                <Button label="Remove" glyph=glyphs::TRASH look=Look::Plain on_press=remove />
            </div>
        </header>
        {made_by}
    }
}

/// The resource that is the line, with its fields.
#[component]
fn Maker(id: LogicalId) -> impl IntoView {
    let subject = Subject::new(Workspace::here(), id.clone());
    let label = move || {
        subject.entry().map_or_else(
            || {
                subject
                    .resource()
                    .map(|it| it.kind().to_string())
                    .unwrap_or_default()
            },
            |entry| entry.label.to_owned(),
        )
    };
    // Not tracked: what is made here would be made anew with every change.
    let resource = untrack(|| subject.resource());
    let entry = resource.and_then(|resource| entry(resource.kind().as_str()));
    let fields = entry
        .filter(|entry| entry.role != Role::Nothing || !entry.fields.is_empty())
        .map(|entry| view! { <Fields subject=subject entry=entry /> });
    view! {
        <section class="inspector-section">
            <h3>"Made by"</h3>
            <p class="inspector-note">
                <ResourceLink id=id.clone() />
                " "
                <span class="quiet">{label}</span>
            </p>
        </section>
        <FindingList id=id />
        {fields}
        <Further subject=subject />
    }
}
