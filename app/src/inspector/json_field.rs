//! A value edited as JSON.

use drawbridge_core::template::{Value, pretty};
use leptos::prelude::*;

use super::checked_field::{CheckedField, Lines};
use super::json_text::read_value;

/// A labelled value as JSON text; empty text is no value.
#[component]
pub(super) fn JsonField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<Option<Value>>,
    #[prop(into)] on_write: Callback<Option<Value>>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
) -> impl IntoView {
    let text = Signal::derive(move || {
        value
            .with(|value| value.as_ref().map(pretty))
            .unwrap_or_default()
    });
    let rows = text.with_untracked(|text| text.lines().count().clamp(2, 14));
    let rows = u32::try_from(rows).unwrap_or(14);
    let check = |text: String| {
        if text.trim().is_empty() {
            None
        } else {
            read_value(&text).err()
        }
    };
    let accept = move |text: String| {
        if text.trim().is_empty() {
            on_write.run(None);
            return None;
        }
        match read_value(&text) {
            Ok(value) => {
                on_write.run(Some(value));
                None
            }
            Err(why) => Some(why),
        }
    };
    view! {
        <CheckedField
            label=label
            value=text
            check=check
            accept=accept
            lines=Lines::Several(rows)
            hint=hint
            error=error
        />
    }
}
