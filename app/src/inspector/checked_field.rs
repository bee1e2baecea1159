//! A text field whose text is checked as it is typed and may be refused when it
//! is accepted. What was refused stays in the field with the reason: nothing
//! that was typed is lost, and nothing is written.

use leptos::prelude::*;

use crate::ui::{Button, Look, Show, Size, TextArea, TextField};

/// Whether the text is one line or several.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    One,
    Several(u32),
}

/// A labelled text. `check` gives what is wrong while typing; `accept` writes,
/// or gives why not. `typed` is told every text that shows.
#[component]
pub(super) fn CheckedField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] check: Callback<String, Option<String>>,
    #[prop(into)] accept: Callback<String, Option<String>>,
    #[prop(default = Lines::One)] lines: Lines,
    #[prop(optional, into)] hint: MaybeProp<String>,
    /// Shown while nothing is wrong with what is typed.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    #[prop(optional, into)] placeholder: MaybeProp<String>,
    #[prop(optional)] exact: bool,
    /// Of one line only.
    #[prop(optional)]
    masked: bool,
    #[prop(optional)] typed: Option<RwSignal<Option<String>>>,
) -> impl IntoView {
    let kept = RwSignal::new(None::<String>);
    let wrong = RwSignal::new(None::<String>);
    let tell = move |text: Option<String>| {
        if let Some(typed) = typed {
            typed.set(text);
        }
    };
    // Another value, by undo or from elsewhere, is what shows from then on.
    Effect::watch(
        move || value.get(),
        move |_, _, _| {
            kept.set(None);
            wrong.set(None);
            tell(None);
        },
        false,
    );
    let shown = Signal::derive(move || kept.get().unwrap_or_else(|| value.get()));
    let refusal = Signal::derive(move || wrong.get().or_else(|| error.get()));
    let on_input = Callback::new(move |text: String| {
        wrong.set(if text == value.get_untracked() {
            None
        } else {
            check.run(text.clone())
        });
        tell(Some(text));
    });
    let restore = move || {
        kept.set(None);
        wrong.set(None);
        tell(None);
    };
    let on_commit = Callback::new(move |text: String| {
        if text == value.get_untracked() {
            return restore();
        }
        let why = check.run(text.clone()).or_else(|| accept.run(text.clone()));
        match why {
            // Writing may have put another resource in the inspector's place.
            None => {
                let _ = kept.try_set(None);
                let _ = wrong.try_set(None);
                if let Some(typed) = typed {
                    let _ = typed.try_set(None);
                }
            }
            Some(why) => {
                kept.set(Some(text));
                wrong.set(Some(why));
            }
        }
    });
    let field = match lines {
        Lines::One => view! {
            <TextField
                label=label
                value=shown
                on_input=on_input
                on_commit=on_commit
                hint=hint
                error=refusal
                placeholder=placeholder
                exact=exact
                masked=masked
            />
        }
        .into_any(),
        Lines::Several(rows) => view! {
            <TextArea
                label=label
                value=shown
                on_input=on_input
                on_commit=on_commit
                hint=hint
                error=refusal
                rows=rows
            />
        }
        .into_any(),
    };
    view! {
        {field}
        <Show when=move || kept.get().is_some()>
            <div class="inspector-restore">
                <span class="quiet">"Not written yet."</span>
                <Button
                    label="Restore"
                    size=Size::Small
                    look=Look::Quiet
                    on_press=move |()| restore()
                />
            </div>
        </Show>
    }
}
