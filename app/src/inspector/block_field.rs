//! A field for an address block that says, as it is typed, what the block is.

use drawbridge_core::catalogue::Role;
use drawbridge_core::cidr;
use leptos::prelude::*;

use super::block_notes::Purpose;
use super::checked_field::CheckedField;
use super::field_place::FieldPlace;
use crate::ui::{Button, Look, Size};
use crate::workspace::Sentence;

/// What the block of a property is for, tracked.
fn purpose(place: FieldPlace) -> Memo<Purpose> {
    let subject = place.subject;
    Memo::new(move |_| {
        let analysis = subject.workspace().analysis.get();
        let role = subject.entry().map_or(Role::Nothing, |entry| entry.role);
        Purpose::of(&analysis.survey, &subject.id(), role, &place.name())
    })
}

/// A field for an IPv4 or IPv6 block.
#[component]
pub(super) fn BlockField(place: FieldPlace) -> impl IntoView {
    let purpose = purpose(place);
    let typed = RwSignal::new(None::<String>);
    let text = place.text();
    let shown = Signal::derive(move || typed.get().unwrap_or_else(|| text.get()));
    let check = |text: String| {
        if text.trim().is_empty() {
            None
        } else {
            cidr::parse(&text).err().map(|why| why.to_string())
        }
    };
    let accept = move |text: String| {
        place.write_text(&text);
        None
    };
    let next = Memo::new(move |_| {
        let written = shown.get();
        let free = purpose
            .with(|purpose| purpose.next_free(&written))?
            .to_string();
        (free != written.trim()).then_some(free)
    });
    let canonical = Memo::new(move |_| {
        let written = shown.get();
        purpose.with(|purpose| purpose.notes(&written)).canonical
    });
    let offers = move || {
        let canonical = canonical.get().map(|block| (format!("Use {block}"), block));
        let next = next
            .get()
            .map(|block| (format!("Use next free block {block}"), block));
        let offers = canonical.into_iter().chain(next).map(|(label, block)| {
            let press = move |()| {
                typed.set(None);
                place.write_text(&block);
            };
            view! { <Button label=label size=Size::Small look=Look::Plain on_press=press /> }
        });
        offers.collect_view()
    };
    view! {
        <CheckedField
            label=place.label()
            value=text
            check=check
            accept=accept
            error=place.missing()
            placeholder="10.0.0.0/24"
            exact=true
            typed=typed
        />
        <BlockLines purpose=purpose text=shown />
        <div class="inspector-offers">{offers}</div>
    }
}

/// The notes on a block whose text a function makes.
#[component]
pub(super) fn ComputedBlock(place: FieldPlace) -> impl IntoView {
    let purpose = purpose(place);
    let text = Signal::derive(move || place.evaluated().text().unwrap_or_default());
    view! { <BlockLines purpose=purpose text=text /> }
}

/// What there is to say of a block. A text that is none says so in its field.
#[component]
fn BlockLines(purpose: Memo<Purpose>, text: Signal<String>) -> impl IntoView {
    let lines = move || {
        let text = text.get();
        if cidr::parse(&text).is_err() {
            return ().into_any();
        }
        let notes = purpose.with(|purpose| purpose.notes(&text));
        let lines = notes.lines.into_iter().map(|(tone, message)| {
            view! {
                <p class=format!("inspector-note {}", tone.class())>
                    <Sentence message=message />
                </p>
            }
        });
        lines.collect_view().into_any()
    };
    view! {
        <div class="inspector-notes" aria-live="polite">
            {lines}
        </div>
    }
}
