//! What a resource is: its kind, its name, which can be changed, and where to
//! read more.

use drawbridge_core::catalogue::{Category, Form, guide};
use drawbridge_core::edit;
use leptos::prelude::*;

use super::checked_field::CheckedField;
use super::subject::{Subject, attempt, evaluate};
use crate::workspace::Selection;

/// The drawing of a kind without an entry.
const UNKNOWN: &str = include_str!("../../../core/src/catalogue/icons/unknown.svg");

/// The tile with the icon of a kind.
#[component]
pub(super) fn KindTile(category: Option<Category>, icon: &'static str) -> impl IntoView {
    let color = category.map_or("general", Category::color);
    view! {
        <span
            class="inspector-tile"
            style=format!("background: var(--category-{color})")
            aria-hidden="true"
            inner_html=icon
        ></span>
    }
}

/// The head of the inspector for one resource.
#[component]
pub(super) fn Header(subject: Subject) -> impl IntoView {
    let workspace = subject.workspace();
    let id = subject.id();
    let kind = Memo::new(move |_| {
        subject
            .resource()
            .map(|resource| resource.kind().to_string())
            .unwrap_or_default()
    });
    let form = Memo::new(move |_| {
        let resource = subject.resource()?;
        evaluate(workspace, |evaluator| Form::of(evaluator, &resource))
    });
    let head = move || {
        let form = form.get();
        let label = form.map_or_else(
            || {
                if kind.with(String::is_empty) {
                    "No type".to_owned()
                } else {
                    let name = kind.with(|kind| kind.rsplit("::").next().map(str::to_owned));
                    name.unwrap_or_default()
                }
            },
            |form| form.label().to_owned(),
        );
        let about = match form {
            Some(form) => view! {
                <p class="inspector-summary">
                    {form.summary()} " "
                    <a href=form.entry.guide() target="_blank" rel="noopener">
                        "AWS guide"
                        <span class="visually-hidden">" (opens in a new tab)"</span>
                    </a>
                </p>
            }
            .into_any(),
            None if kind.with(|kind| kind.starts_with("AWS::")) => view! {
                <p class="inspector-summary">
                    "A plain box: every property that AWS lists can be set below. "
                    <a href=kind.with(|kind| guide(kind)) target="_blank" rel="noopener">
                        "AWS guide"
                        <span class="visually-hidden">" (opens in a new tab)"</span>
                    </a>
                </p>
            }
            .into_any(),
            None => view! {
                <p class="inspector-summary">
                    "This type is none of AWS's own: it is kept as it is, and edited as JSON."
                </p>
            }
            .into_any(),
        };
        view! {
            <div class="inspector-title">
                <KindTile
                    category=form.map(|form| form.entry.category)
                    icon=form.map_or(UNKNOWN, |form| form.icon())
                />
                <div>
                    <h2>{label}</h2>
                    <code class="quiet">{kind}</code>
                </div>
            </div>
            {about}
        }
    };
    let name = id.to_string();
    let check = |_: String| None;
    let rename = move |text: String| {
        let text = text.trim();
        let why = attempt(workspace, |document| edit::rename(document, &id, text));
        if why.is_none() {
            workspace.select(Selection::one(text.into()));
        }
        why
    };
    view! {
        <header class="inspector-section">
            {head}
            <CheckedField
                label="Logical ID"
                value=name
                check=check
                accept=rename
                exact=true
            />
        </header>
    }
}
