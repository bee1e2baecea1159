//! Nothing is selected: the design itself, and how to go on.

use std::collections::BTreeMap;

use drawbridge_core::catalogue::entry;
use drawbridge_core::document::{Document, REGION};
use drawbridge_core::edit;
use drawbridge_core::sorting;
use drawbridge_core::template::{REGIONS, Setting};
use leptos::prelude::*;

use super::checked_field::CheckedField;
use super::parameters::Parameters;
use super::subject::attempt;
use crate::ui::{Choice, Combobox, EmptyState, Show, glyphs};
use crate::workspace::Workspace;

/// The inspector of the whole design.
#[component]
pub(super) fn DesignSheet() -> impl IntoView {
    let workspace = Workspace::here();
    let follow = move || {
        // A design that is put in place of another is a new revision.
        workspace.template_version.track();
        workspace.revision.track();
    };
    let counts = Memo::new(move |_| {
        follow();
        workspace.document(kinds)
    });
    let is_empty = Memo::new(move |_| counts.with(Vec::is_empty));
    let teach = move || {
        if is_empty.get() {
            view! {
                <EmptyState
                    glyph=glyphs::POINTER
                    title="Start with a VPC"
                    text="Drag one from the palette onto the canvas, then drag subnets into it. Press ? for the shortcuts."
                />
            }
        } else {
            view! {
                <EmptyState
                    glyph=glyphs::POINTER
                    title="Nothing is selected"
                    text="Select something on the canvas to see and change it here. Drag more from the palette; press ? for the shortcuts."
                />
            }
        }
    };
    let rows = move || {
        let counts = counts.get();
        let rows = counts.into_iter().map(|(label, count)| {
            view! {
                <dt>{label}</dt>
                <dd class="numeric">{count}</dd>
            }
        });
        rows.collect_view()
    };
    view! {
        <header class="inspector-section">
            <h2>"Design"</h2>
            <div class="inspector-pair">
                <RegionField />
                <AccountField />
            </div>
        </header>
        {teach}
        <Show when=move || !is_empty.get()>
            <section class="inspector-section">
                <h3>"Resources"</h3>
                <dl class="inspector-counts">{rows}</dl>
            </section>
        </Show>
        <Parameters />
    }
}

#[component]
fn RegionField() -> impl IntoView {
    let workspace = Workspace::here();
    let region = Signal::derive(move || {
        workspace.template_version.track();
        workspace.revision.track();
        let region = workspace.document(|document| document.layout.region.clone());
        region.unwrap_or_else(|| REGION.to_owned())
    });
    let choices: Vec<_> = REGIONS
        .iter()
        .map(|known| Choice::new(known.code, known.code).with_note(known.name))
        .collect();
    let wrong = RwSignal::new(None::<String>);
    let commit = move |text: String| {
        wrong.set(attempt(workspace, |document| {
            edit::set_region(document, text.trim())
        }));
    };
    let name = MaybeProp::derive(move || {
        let region = region.get();
        let known = REGIONS.iter().find(|known| known.code == region);
        known.map(|known| known.name.to_owned())
    });
    view! {
        <Combobox
            label="Region"
            value=region
            choices=choices
            on_commit=commit
            hint=name
            error=wrong
        />
    }
}

/// The account by its number.
#[component]
fn AccountField() -> impl IntoView {
    let workspace = Workspace::here();
    let account = Signal::derive(move || {
        workspace.template_version.track();
        workspace.revision.track();
        let account = workspace.document(|document| document.layout.account.clone());
        account.unwrap_or_default()
    });
    let accept = move |text: String| {
        attempt(workspace, |document| {
            edit::set_account(document, text.trim())
        })
    };
    view! {
        <CheckedField
            label="Account"
            value=account
            check=|_| None
            accept=accept
            placeholder=Setting::default().account
            exact=true
        />
    }
}

/// How many there are of each kind, the most first.
pub(super) fn kinds(document: &Document) -> Vec<(String, usize)> {
    let mut counts = BTreeMap::new();
    for resource in document.template.resources.values() {
        let kind = resource.kind().as_str();
        let label = entry(kind).map_or(kind, |entry| entry.label);
        *counts.entry(label.to_owned()).or_insert(0) += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    sorting::sort_by_key(&mut counts, |(_, count)| std::cmp::Reverse(*count));
    counts
}

#[cfg(test)]
mod tests {
    use drawbridge_core::document::open;

    use super::*;

    #[test]
    fn kinds_are_counted_by_their_labels() {
        let text = r#"{"Resources": {"A": {"Type": "AWS::EC2::VPC"}, "B": {"Type": "AWS::EC2::Subnet"},
            "C": {"Type": "AWS::EC2::Subnet"}, "D": {"Type": "X::Y::Z"}}}"#;
        let counts = kinds(&open(text).unwrap().document);
        assert_eq!(counts.first(), Some(&("Subnet".to_owned(), 2)));
        assert!(counts.contains(&("X::Y::Z".to_owned(), 1)));
    }
}
