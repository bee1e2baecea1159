//! The right panel: what is selected, and every property of it with the control
//! that its format asks for. Reads and writes through the workspace; what is
//! right or wrong is core's to say.

mod arrow;
mod block_field;
mod block_notes;
mod checked_field;
mod compact;
mod computed;
mod design;
mod field_place;
mod finding_list;
mod further;
mod going;
mod header;
mod json_field;
mod json_text;
mod naming;
mod parameters;
mod property_field;
mod reference_field;
mod references_field;
mod relations;
mod resource;
mod row_words;
mod rule;
mod rule_row;
mod rules_table;
mod schema_field;
mod schema_form;
mod schema_items;
mod several;
mod simple_fields;
mod subject;
mod subnet;
mod tags;
mod variants;
mod zone;

use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

pub(crate) use going::GoTo;

use crate::workspace::{ArrowKey, Workspace};

/// What the inspector is about.
#[derive(Clone, PartialEq)]
enum About {
    Design,
    Resource(LogicalId),
    Several(Vec<LogicalId>),
    Arrow(ArrowKey),
}

/// The inspector: a column that scrolls.
#[component]
pub(crate) fn Inspector() -> impl IntoView {
    let workspace = Workspace::here();
    let about = Memo::new(move |_| {
        workspace.selection.with(
            |selection| match (&selection.arrow, &*selection.resources) {
                (Some(arrow), _) => About::Arrow(arrow.clone()),
                (None, []) => About::Design,
                (None, [id]) => About::Resource(id.clone()),
                (None, ids) => About::Several(ids.to_vec()),
            },
        )
    });
    let sheet = move || match about.get() {
        About::Design => view! { <design::DesignSheet /> }.into_any(),
        About::Resource(id) => view! { <resource::ResourceSheet id=id /> }.into_any(),
        About::Several(ids) => view! { <several::SeveralSheet ids=ids /> }.into_any(),
        About::Arrow(key) => view! { <arrow::ArrowSheet key=key /> }.into_any(),
    };
    let node = NodeRef::new();
    GoTo::here().follow(node);
    view! {
        <aside class="inspector" aria-label="Inspector" node_ref=node>
            {sheet}
        </aside>
    }
}
