//! A whole number within limits. Refuses with a sentence; never changes what was typed.

use std::ops::RangeInclusive;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::draft::Draft;
use super::field::{FieldFrame, FieldIds};

/// A labelled field for a whole number; the up and down keys step it by one. Empty text is
/// `None`. Text that is no such number is never committed.
#[component]
pub(crate) fn NumberField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<Option<i64>>,
    #[prop(into)] on_commit: Callback<Option<i64>>,
    #[prop(default = i64::MIN..=i64::MAX)] limits: RangeInclusive<i64>,
    #[prop(optional, into)] unit: MaybeProp<String>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    let ids = FieldIds::fresh();
    let limits = StoredValue::new(limits);
    let read = move |text: &str| limits.with_value(|limits| read(text, limits));
    let shown = Signal::derive(move || value.get().map(|it| it.to_string()).unwrap_or_default());
    let accept = Callback::new(move |text: String| {
        if let Ok(number) = read(&text) {
            on_commit.run(number);
        }
    });
    let draft = Draft::new(shown, None, accept);
    let refusal = Signal::derive(move || {
        draft
            .typed()
            .and_then(|text| read(&text).err())
            .or_else(|| error.get())
    });
    let key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowUp" => 1,
            "ArrowDown" => -1,
            _ => return draft.key(&event),
        };
        event.prevent_default();
        if let Ok(Some(number)) = read(&draft.shown()) {
            let stepped = number.saturating_add(step).to_string();
            if read(&stepped).is_ok() {
                draft.write(stepped);
            }
        }
    };
    view! {
        <FieldFrame ids=ids.clone() label=label hint=hint error=refusal.into()>
            <div class="ui-with-unit">
                <input
                    type="text"
                    inputmode="numeric"
                    id=ids.input
                    class="ui-input numeric"
                    autocomplete="off"
                    aria-describedby=ids.note
                    aria-invalid=move || refusal.get().is_some().then_some("true")
                    disabled=disabled
                    prop:value=move || draft.shown()
                    on:input=move |event| draft.input(&event)
                    on:keydown=key
                    on:blur=move |_| draft.commit()
                />
                {move || unit.get().map(|unit| view! { <span class="ui-unit">{unit}</span> })}
            </div>
        </FieldFrame>
    }
}

fn read(text: &str, limits: &RangeInclusive<i64>) -> Result<Option<i64>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    match text.parse() {
        Ok(number) if limits.contains(&number) => Ok(Some(number)),
        _ if *limits == (i64::MIN..=i64::MAX) => Err("Type a whole number.".to_owned()),
        _ => Err(format!(
            "Type a whole number from {} to {}.",
            limits.start(),
            limits.end()
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_number_within_its_limits_is_read() {
        assert_eq!(read(" 443 ", &(0..=65535)), Ok(Some(443)));
        assert_eq!(read("", &(0..=65535)), Ok(None));
    }

    #[test]
    fn a_refusal_names_the_limits() {
        let sentence = "Type a whole number from 0 to 65535.";
        assert_eq!(read("65536", &(0..=65535)).unwrap_err(), sentence);
        assert_eq!(read("ssh", &(0..=65535)).unwrap_err(), sentence);
    }
}
