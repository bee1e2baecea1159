//! What is wrong with the shown resource, and the ways to mend it.

use drawbridge_core::rules::{self, Finding, Severity};
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use crate::ui::{Button, Icon, Look, Size, Tone};
use crate::workspace::{Sentence, Workspace, say};

fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
        Severity::Hint => Tone::Hint,
    }
}

/// The findings about a resource: those that it is to be mended for first, then
/// those that it has a part in.
#[component]
pub(super) fn FindingList(id: LogicalId) -> impl IntoView {
    let workspace = Workspace::here();
    let found = Memo::new(move |_| {
        let analysis = workspace.analysis.get();
        let own = analysis
            .findings
            .iter()
            .filter(|finding| finding.resource == id);
        let shared = analysis
            .findings
            .iter()
            .filter(|finding| finding.resource != id && finding.others.contains(&id));
        own.chain(shared).cloned().collect::<Vec<_>>()
    });
    move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let items = found
                .into_iter()
                .map(|finding| view! { <Item finding=finding /> });
            view! {
                <section class="inspector-section" aria-label="Findings">
                    <ul class="inspector-findings">{items.collect_view()}</ul>
                </section>
            }
        })
    }
}

#[component]
fn Item(finding: Finding) -> impl IntoView {
    let workspace = Workspace::here();
    let tone = tone(finding.severity);
    let rule = finding.rule;
    let schemas = workspace.analysis.read_untracked().schemas.clone();
    let fixes = workspace.committed(|document| rules::fixes(document, &schemas, &finding));
    let buttons = fixes.into_iter().map(|fix| {
        let title = say(&fix.title);
        let (shown, change) = (fix.change.clone(), fix.change);
        let press = move |()| {
            workspace.cancel();
            workspace.commit(change.clone());
        };
        let is_shown = StoredValue::new(false);
        // By a move, not by entering: what comes under a pointer at rest, as after undo, changes
        // nothing.
        let look = move |_| {
            if !is_shown.get_value() {
                is_shown.set_value(true);
                workspace.preview(shown.clone());
            }
        };
        let leave = move |_| {
            is_shown.set_value(false);
            workspace.cancel();
        };
        view! {
            <span class="inspector-fix" on:pointermove=look on:pointerleave=leave>
                <Button label=title size=Size::Small look=Look::Plain on_press=press />
            </span>
        }
    });
    let texts = workspace.rule_texts;
    let explain = move |_| texts.ask();
    let why = move || texts.text(rule.id, "why").unwrap_or_else(str::to_owned);
    view! {
        <li class="inspector-finding" data-tone=tone.name()>
            <span class=tone.class()>
                <Icon glyph=tone.glyph() size=14 />
            </span>
            <div>
                <p>
                    <span class="visually-hidden">{format!("{}: ", finding.severity)}</span>
                    <Sentence message=finding.message />
                </p>
                <details class="inspector-why" on:toggle=explain>
                    <summary>"Why?"</summary>
                    <p>{why}</p>
                    <a href=rule.guide target="_blank" rel="noopener">
                        "AWS guide"
                        <span class="visually-hidden">" (opens in a new tab)"</span>
                    </a>
                </details>
                <div class="inspector-fixes">{buttons.collect_view()}</div>
            </div>
        </li>
    }
}
