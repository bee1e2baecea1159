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
    view! {
        <div class="problems-explained">
            <h3>{rule.title}</h3>
            <p>{rule.why}</p>
            <p>
                <a href=rule.guide target="_blank" rel="noopener noreferrer">
                    "What AWS says (opens a new page)"
                </a>
            </p>
            <div class="problems-examples">
                <figure>
                    <figcaption>"Wrong"</figcaption>
                    <pre tabindex="0">{rule.bad.trim_end()}</pre>
                </figure>
                <figure>
                    <figcaption>"Right"</figcaption>
                    <pre tabindex="0">{rule.good.trim_end()}</pre>
                </figure>
            </div>
            <Button label="Ignore this here" look=Look::Quiet size=Size::Small on_press=leave />
        </div>
    }
}
