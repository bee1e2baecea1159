//! Why a finding matters: what its rule says, AWS's page, and an example of it
//! wrong and right.

use drawbridge_core::rules::{Rule, ignore};
use leptos::prelude::*;

use super::Panel;
use super::listing::Item;
use crate::ui::{Button, Look, Size};

/// The explanation of a rule, below the row of a finding.
#[component]
pub(super) fn Why(panel: Panel, rule: &'static Rule, item: Memo<Option<Item>>) -> impl IntoView {
    let leave = move |()| {
        if let Some(item) = item.get_untracked() {
            panel
                .workspace()
                .run(|document| ignore(document, &item.finding));
        }
    };
    let texts = panel.workspace().rule_texts;
    texts.ask();
    let why = move || texts.text(rule.id, "why").unwrap_or_else(str::to_owned);
    let examples = move || {
        let bad = texts.text(rule.id, "bad").ok()?;
        let good = texts.text(rule.id, "good").ok()?;
        Some(view! { <Examples bad=bad good=good /> })
    };
    view! {
        <div class="problems-explained">
            <h3>{rule.title}</h3>
            <p>{why}</p>
            <p>
                <a href=rule.guide target="_blank" rel="noopener noreferrer">
                    "What AWS says (opens a new page)"
                </a>
            </p>
            {examples}
            <Button label="Ignore this here" look=Look::Quiet size=Size::Small on_press=leave />
        </div>
    }
}

/// A design with the mistake, and one without.
#[component]
fn Examples(bad: String, good: String) -> impl IntoView {
    view! {
        <div class="problems-examples">
            <figure>
                <figcaption>"Wrong"</figcaption>
                <pre tabindex="0">{bad.trim_end().to_owned()}</pre>
            </figure>
            <figure>
                <figcaption>"Right"</figcaption>
                <pre tabindex="0">{good.trim_end().to_owned()}</pre>
            </figure>
        </div>
    }
}
