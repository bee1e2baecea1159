//! Several resources are selected: what they are, and what can be done to all.

use std::collections::BTreeMap;

use drawbridge_core::catalogue::entry;
use drawbridge_core::edit;
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use super::subject::ResourceLink;
use crate::ui::{Badge, Button, Look, glyphs};
use crate::workspace::{Selection, Workspace};

/// The inspector of several resources.
#[component]
pub(super) fn SeveralSheet(ids: Vec<LogicalId>) -> impl IntoView {
    let workspace = Workspace::here();
    let kind_of = |id: &LogicalId| {
        workspace.document(|document| {
            let kind = document.template.resource(id)?.kind().as_str().to_owned();
            Some(entry(&kind).map_or(kind, |entry| entry.label.to_owned()))
        })
    };
    let mut counts = BTreeMap::new();
    for kind in ids.iter().filter_map(kind_of) {
        *counts.entry(kind).or_insert(0) += 1;
    }
    let badges = counts.into_iter().map(|(kind, count)| {
        view! { <Badge text=format!("{count} {kind}") /> }
    });
    let names = ids.clone().into_iter().map(|id| {
        let kind = kind_of(&id);
        view! {
            <li>
                <ResourceLink id=id />
                <span class="quiet">{kind}</span>
            </li>
        }
    });
    let title = format!("{} selected", ids.len());
    let (copied, removed) = (ids.clone(), ids);
    let duplicate = move |()| {
        let mut made = Vec::new();
        let done = workspace.run(|document| {
            let (change, new) = edit::duplicate(document, &copied)?;
            made = new;
            Ok(change)
        });
        if done {
            workspace.select(Selection::of(made));
        }
    };
    let remove = move |()| {
        workspace.run(|document| edit::remove(document, &removed));
    };
    view! {
        <header class="inspector-section">
            <h2>{title}</h2>
            <div class="inspector-badges">{badges.collect_view()}</div>
            <div class="inspector-actions">
                <Button label="Duplicate" glyph=glyphs::DUPLICATE on_press=duplicate />
                <Button label="Delete" glyph=glyphs::TRASH look=Look::Plain on_press=remove />
            </div>
        </header>
        <section class="inspector-section">
            <h3>"Names"</h3>
            <ul class="inspector-links">{names.collect_view()}</ul>
        </section>
    }
}
