//! What surrounds every field: its label above, its hint or its error below, tied to the
//! input by id so that screen readers say them with it.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;

use super::{Icon, glyphs};

/// The ids that tie an input to its label and to the sentence below it.
#[derive(Clone)]
pub(super) struct FieldIds {
    pub(super) input: String,
    pub(super) note: String,
}

impl FieldIds {
    pub(super) fn fresh() -> Self {
        let input = fresh_id("field");
        Self {
            note: format!("{input}-note"),
            input,
        }
    }
}

/// An id that nothing else on the page has.
pub(super) fn fresh_id(prefix: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("ui-{prefix}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Label, input, and one sentence: the error if there is one, else the hint.
#[component]
pub(super) fn FieldFrame(
    ids: FieldIds,
    label: Signal<String>,
    hint: MaybeProp<String>,
    error: MaybeProp<String>,
    children: Children,
) -> impl IntoView {
    let note = move || match (error.get(), hint.get()) {
        (Some(error), _) => view! {
            <span class="ui-field-error">
                <Icon glyph=glyphs::ERROR size=14 />
                {error}
            </span>
        }
        .into_any(),
        (None, Some(hint)) => view! { <span class="ui-field-hint">{hint}</span> }.into_any(),
        (None, None) => ().into_any(),
    };
    view! {
        <div class="ui-field">
            <label class="ui-field-label" for=ids.input>
                {label}
            </label>
            {children()}
            // Always there, since a live region is heard only if it was there before its text.
            <div id=ids.note aria-live="polite" style="display: contents">
                {note}
            </div>
        </div>
    }
}
