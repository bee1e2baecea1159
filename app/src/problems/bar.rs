//! What is listed, chosen above the list: severities, words, and the button
//! that mends all that is safe to mend.

use drawbridge_core::document::Change;
use drawbridge_core::message::Message;
use drawbridge_core::rules::{FixedAll, Severity, fix_all};
use leptos::prelude::*;

use super::Panel;
use super::listing::{SEVERITIES, count};
use crate::ui::{Icon, SearchField, Tone, effect, glyphs};

/// The tone of a severity.
pub(super) fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
        Severity::Hint => Tone::Hint,
    }
}

/// Severities, words, and everything at once.
#[component]
pub(super) fn Bar(panel: Panel) -> impl IntoView {
    let text = RwSignal::new(String::new());
    effect(move || {
        let text = text.get();
        panel.filter.update(|filter| filter.text = text);
    });
    let toggles = SEVERITIES.into_iter().enumerate();
    let toggles =
        toggles.map(|(at, severity)| view! { <Toggle panel=panel at=at severity=severity /> });
    view! {
        <div class="problems-bar" role="toolbar" aria-label="Filter problems">
            <div class="problems-toggles">{toggles.collect_view()}</div>
            <SearchField label="Filter" text=text />
            <span class="problems-gap"></span>
            <Ignored panel=panel />
            <FixAll panel=panel />
        </div>
    }
}

#[component]
fn Toggle(panel: Panel, at: usize, severity: Severity) -> impl IntoView {
    let is_on = move || {
        panel
            .filter
            .with(|filter| filter.severities.get(at) == Some(&true))
    };
    let count = move || panel.items.with(|items| count(items, severity));
    let word = move || format!(" {severity}{}", if count() == 1 { "" } else { "s" });
    let press = move |_| {
        panel.filter.update(|filter| {
            if let Some(is_on) = filter.severities.get_mut(at) {
                *is_on = !*is_on;
            }
        });
    };
    view! {
        <button
            type="button"
            class="problems-toggle"
            aria-pressed=move || is_on().to_string()
            title=move || if is_on() { format!("Hide {severity}s") } else { format!("List {severity}s") }
            on:click=press
        >
            <span class=tone(severity).class()>
                <Icon glyph=tone(severity).glyph() size=14 />
            </span>
            <span class="numeric">{count}</span>
            <span class="problems-word">{word}</span>
        </button>
    }
}

/// How many findings the design itself asks to ignore.
#[component]
fn Ignored(panel: Panel) -> impl IntoView {
    let count = move || {
        panel
            .workspace()
            .analysis
            .with(|analysis| analysis.ignored.len())
    };
    move || {
        let count = count();
        (count > 0).then(|| {
            let why = "Findings that a resource's Metadata asks to ignore";
            view! { <span class="quiet" title=why>{format!("{count} ignored")}</span> }
        })
    }
}

#[component]
fn FixAll(panel: Panel) -> impl IntoView {
    let workspace = panel.workspace();
    let count = Memo::new(move |_| {
        panel
            .items
            .read()
            .iter()
            .filter(|item| item.is_safe())
            .count()
    });
    let all = move || {
        let analysis = workspace.analysis.get_untracked();
        workspace.committed(|document| fix_all(document, &analysis.schemas, &analysis.findings))
    };
    let show = move |change: Change| {
        panel.previewed.set(None);
        workspace.preview(change);
    };
    let is_shown = StoredValue::new(false);
    // By a move, not by entering: a button that comes under a pointer at rest changes nothing.
    let look = move || {
        if !is_shown.get_value() {
            is_shown.set_value(true);
            show(all().change);
        }
    };
    let leave = move || {
        is_shown.set_value(false);
        workspace.cancel();
    };
    let press = move |_| {
        let FixedAll { change, count } = all();
        if workspace.commit(change) {
            let mended = Message::new("{count} problems are mended, as one step.");
            let mended = mended.text("count", count).to_string();
            workspace.tell(Tone::Success, mended);
        }
    };
    move || {
        let count = count.get();
        (count > 1).then(|| {
            view! {
                <button
                    type="button"
                    class="ui-button"
                    data-look="plain"
                    data-size="small"
                    on:pointermove=move |_| look()
                    on:pointerleave=move |_| leave()
                    on:focus=move |_| look()
                    on:blur=move |_| leave()
                    on:click=press
                >
                    <Icon glyph=glyphs::WRENCH size=14 />
                    {format!("Fix all safe ({count})")}
                </button>
            }
        })
    }
}
