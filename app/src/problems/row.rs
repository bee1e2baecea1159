//! A row of the list: one finding, what it is about, and what can be done.

use drawbridge_core::rules::Safety;
use leptos::ev::KeyboardEvent;
use leptos::{html, prelude::*};

use super::Panel;
use super::bar::tone;
use super::fixing::Fixing;
use super::listing::{Item, Key};
use super::why::Why;
use crate::ui::{Icon, glyphs};
use crate::workspace::{Sentence, say};

/// A row. Arrow keys go from one to the next, Enter shows what it is about, F
/// mends it, a question mark explains it.
#[component]
pub(super) fn Row(panel: Panel, key: Key) -> impl IntoView {
    let key = StoredValue::new(key);
    let item = Memo::new(move |_| {
        let items = panel.items.read();
        key.with_value(|key| items.iter().find(|item| item.key == *key).cloned())
    });
    let node = NodeRef::<html::Div>::new();
    let fix_button = NodeRef::<html::Button>::new();
    let is_active = Memo::new(move |_| key.with_value(|key| panel.is_active(key)));
    let is_explained = Memo::new(move |_| key.with_value(|key| panel.explained.read().contains(key)));
    Effect::new(move || {
        let is_wanted = key.with_value(|key| panel.wants_focus.read().as_ref() == Some(key));
        if let (true, Some(node)) = (is_wanted, node.get()) {
            // Refused only for an element that has left the page.
            let _ = node.focus();
            panel.wants_focus.set(None);
        }
    });
    on_cleanup(move || {
        key.try_with_value(|key| panel.cancel(key));
    });
    let explain = move || {
        let key = key.get_value();
        panel.explained.update(|explained| {
            if !explained.remove(&key) {
                explained.insert(key);
            }
        });
    };
    let keys = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let is_row = event.target() == event.current_target();
        match event.key().as_str() {
            "ArrowDown" => key.with_value(|key| panel.step(key, 1)),
            "ArrowUp" => key.with_value(|key| panel.step(key, -1)),
            "Home" => key.with_value(|key| panel.step(key, isize::MIN)),
            "End" => key.with_value(|key| panel.step(key, isize::MAX)),
            "Enter" if is_row => item.with_untracked(|item| item.iter().for_each(|it| panel.show(it))),
            "f" | "F" => mend(panel, item.get_untracked(), fix_button),
            "?" => explain(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let severity = move || item.with(|item| item.as_ref().map(|item| item.finding.severity));
    let label = move || {
        item.with(|item| {
            let finding = &item.as_ref()?.finding;
            Some(format!("{}: {}", finding.severity, say(&finding.message)))
        })
    };
    let icon = move || {
        severity().map(|severity| {
            view! {
                <span class=format!("problems-icon {}", tone(severity).class())>
                    <Icon glyph=tone(severity).glyph() />
                    <span class="visually-hidden">{severity.word()}</span>
                </span>
            }
        })
    };
    let message = Memo::new(move |_| item.with(|item| Some(item.as_ref()?.finding.message.clone())));
    let sentence = move || message.get().map(|message| view! { <Sentence message=message /> });
    let rule = item.with_untracked(|item| item.as_ref().map(|item| item.finding.rule));
    let (rule_id, title) = rule.map(|rule| (rule.id, rule.title)).unwrap_or_default();
    view! {
        <li class="problems-row">
            <div
                class="problems-line"
                node_ref=node
                role="group"
                aria-label=label
                aria-keyshortcuts="Enter F ?"
                tabindex=move || if is_active.get() { "0" } else { "-1" }
                on:click=move |_| {
                    key.with_value(|key| panel.active.set(Some(key.clone())));
                    item.with_untracked(|item| item.iter().for_each(|it| panel.show(it)));
                }
                on:keydown=keys
            >
                {icon}
                <p class="problems-sentence">{sentence}</p>
                <span class="problems-rule" title=title>{rule_id}</span>
                <button
                    type="button"
                    class="ui-button problems-why"
                    data-look="quiet"
                    data-size="small"
                    aria-expanded=move || is_explained.get().to_string()
                    on:click=move |event| {
                        event.stop_propagation();
                        explain();
                    }
                >
                    "Why?"
                    <Icon
                        glyph=Signal::derive(move || {
                            if is_explained.get() { glyphs::CHEVRON_UP } else { glyphs::CHEVRON_DOWN }
                        })
                        size=14
                    />
                </button>
                <Fixing panel=panel key=key item=item first=fix_button />
            </div>
            <Show when=move || is_explained.get()>
                {rule.map(|rule| view! { <Why panel=panel rule=rule item=item /> })}
            </Show>
        </li>
    }
}

/// Carries the best fix out if it is safe; otherwise goes to its button, which
/// previews it, for the person to look at and press.
fn mend(panel: Panel, item: Option<Item>, button: NodeRef<html::Button>) {
    let Some(item) = item else { return };
    match item.fixes.first() {
        Some(fix) if fix.safety == Safety::Safe => panel.fix(&item.key, fix.change.clone()),
        Some(_) => {
            if let Some(button) = button.get_untracked() {
                let _ = button.focus();
            }
        }
        None => panel.workspace.tell(
            crate::ui::Tone::Neutral,
            "This problem has no fix button: Why? says what to do.",
        ),
    }
}
