//! How the shown resource stands to others: its rows, what it uses and what
//! uses it, each a way there.

use std::collections::BTreeSet;

use drawbridge_core::template::{LogicalId, references};
use leptos::prelude::*;

use super::row_words::row_words;
use super::subject::{ResourceLink, Subject, evaluate, go_to};

/// The resources that are rows of the shown one.
#[component]
pub(super) fn OwnRows(subject: Subject) -> impl IntoView {
    let workspace = subject.workspace();
    let rows = Memo::new(move |_| {
        let id = subject.id();
        evaluate(workspace, |evaluator| {
            let own = workspace
                .diagram(|diagram| diagram.nodes.get(&id).map(|node| node.rows.clone()))
                .unwrap_or_default();
            let words = own.into_iter().map(|row| {
                let words = row_words(evaluator, &row);
                (row, words)
            });
            words.collect::<Vec<_>>()
        })
    });
    move || {
        let rows = rows.get();
        (!rows.is_empty()).then(|| {
            let rows = rows.into_iter().map(|(id, words)| {
                let name = id.to_string();
                view! {
                    <li>
                        <button
                            type="button"
                            class="inspector-row"
                            on:click=move |_| go_to(workspace, id.clone())
                        >
                            <span>{words}</span>
                            <span class="quiet">{name}</span>
                        </button>
                    </li>
                }
            });
            view! {
                <section class="inspector-section">
                    <h3>"Rows"</h3>
                    <ul class="inspector-rows">{rows.collect_view()}</ul>
                </section>
            }
        })
    }
}

/// What the shown resource uses, and what uses it.
#[component]
pub(super) fn Neighbors(subject: Subject) -> impl IntoView {
    let workspace = subject.workspace();
    let uses = Memo::new(move |_| {
        let resource = subject.resource();
        let body = resource
            .as_ref()
            .map(|resource| references(resource.body()))
            .unwrap_or_default();
        workspace.document(|document| {
            let known = body
                .into_iter()
                .filter(|it| document.template.resources.contains_key(it.name.as_str()));
            let mut seen = BTreeSet::new();
            let first = known.filter(|it| seen.insert(it.name.clone()));
            // The path leads through the body; what a person knows is the property.
            let pairs = first.map(|it| {
                let path = it.path.to_string();
                let property = path.strip_prefix("Properties.").unwrap_or(&path).to_owned();
                (LogicalId::new(&it.name), property)
            });
            pairs.collect::<Vec<_>>()
        })
    });
    let referrers = Memo::new(move |_| {
        workspace.template_version.track();
        let id = subject.id();
        workspace.document(|document| {
            let mut seen = BTreeSet::new();
            let all = document.template.referrers(&id).into_iter();
            let first = all.filter(|(other, _)| seen.insert((*other).clone()));
            first
                .map(|(other, it)| (other.clone(), it.path.to_string()))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Links title="Uses" links=uses />
        <Links title="Used by" links=referrers />
    }
}

#[component]
fn Links(title: &'static str, links: Memo<Vec<(LogicalId, String)>>) -> impl IntoView {
    move || {
        let links = links.get();
        (!links.is_empty()).then(|| {
            let links = links.into_iter().map(|(id, path)| {
                view! {
                    <li>
                        <ResourceLink id=id />
                        <span class="quiet">{path}</span>
                    </li>
                }
            });
            view! {
                <section class="inspector-section">
                    <h3>{title}</h3>
                    <ul class="inspector-links">{links.collect_view()}</ul>
                </section>
            }
        })
    }
}
