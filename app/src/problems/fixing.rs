//! The buttons that mend a finding. Looking at one shows its result on the
//! canvas, leaving it takes that away, pressing it makes it one step.

use drawbridge_core::rules::{Fix, Safety};
use leptos::{html, prelude::*};

use super::Panel;
use super::listing::{Item, Key};
use super::touching::summary;
use crate::ui::{Icon, Tone, glyphs};
use crate::workspace::say;

/// The buttons of a finding's fixes, the first of them under `first`.
#[component]
pub(super) fn Fixing(
    panel: Panel,
    key: StoredValue<Key>,
    item: Memo<Option<Item>>,
    first: NodeRef<html::Button>,
) -> impl IntoView {
    let fixes = Memo::new(move |_| {
        item.with(|item| {
            item.as_ref()
                .map(|item| item.fixes.clone())
                .unwrap_or_default()
        })
    });
    let buttons = move || {
        let fixes = fixes.get().into_iter().enumerate();
        let button = |(place, fix)| {
            let node = if place == 0 { first } else { NodeRef::new() };
            view! { <FixButton panel=panel key=key place=place fix=fix node=node /> }
        };
        fixes.map(button).collect_view()
    };
    view! { <div class="problems-fixes">{buttons}</div> }
}

/// A line about the fix that is looked at.
#[component]
pub(super) fn Previewing(
    panel: Panel,
    key: StoredValue<Key>,
    item: Memo<Option<Item>>,
) -> impl IntoView {
    let looked_at = Memo::new(move |_| {
        let previewed = panel.previewed.read();
        let (of, place) = previewed.as_ref()?;
        let is_ours = key.with_value(|key| key == of);
        is_ours
            .then(|| item.with(|item| item.as_ref()?.fixes.get(*place).cloned()))
            .flatten()
    });
    let line = move || looked_at.with(|fix| fix.as_ref().map(preview_line));
    view! { <div class="problems-preview" aria-live="polite">{line}</div> }
}

#[component]
fn FixButton(
    panel: Panel,
    key: StoredValue<Key>,
    place: usize,
    fix: Fix,
    node: NodeRef<html::Button>,
) -> impl IntoView {
    let change = StoredValue::new(fix.change);
    let show = move || {
        key.with_value(|key| change.with_value(|change| panel.preview(key, place, change)));
    };
    // By a move, not by entering: a row that comes back under a pointer at rest, as after undo,
    // must not cover what was undone with its preview.
    let look = move || {
        let is_shown = key.with_value(|key| panel.previews(key, place));
        if !is_shown {
            show();
        }
    };
    let hide = move || {
        key.try_with_value(|key| panel.cancel(key));
    };
    view! {
        <button
            type="button"
            class="ui-button problems-fix"
            data-look="plain"
            data-size="small"
            node_ref=node
            on:pointermove=move |_| look()
            on:pointerleave=move |_| hide()
            on:focus=move |_| show()
            on:blur=move |_| hide()
            on:click=move |event| {
                event.stop_propagation();
                key.with_value(|key| panel.fix(key, change.get_value()));
            }
        >
            <Icon glyph=glyphs::WRENCH size=14 />
            <span>{say(&fix.title)}</span>
        </button>
    }
}

fn preview_line(fix: &Fix) -> impl IntoView + use<> {
    let what = summary(&fix.change);
    let (tone, words) = match fix.safety {
        Safety::Safe => (Tone::Accent, "Preview: "),
        Safety::Review => (Tone::Warning, "Preview, look at it before you press: "),
    };
    let glyph = if tone == Tone::Warning {
        tone.glyph()
    } else {
        glyphs::EYE
    };
    view! {
        <span class=tone.class()>
            <Icon glyph=glyph size=14 />
        </span>
        <span>{words} {what}</span>
    }
}
