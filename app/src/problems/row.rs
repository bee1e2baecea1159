//! A row of the list: one finding, what it is about, and what can be done.

use drawbridge_core::rules::Safety;
use leptos::ev::KeyboardEvent;
use leptos::{html, prelude::*};

use super::Panel;
use super::bar::tone;
use super::fixing::{Fixing, Previewing};
use super::listing::{Item, Key};
use super::why::Why;
use crate::ui::{Icon, Show, effect, glyphs};
use crate::workspace::{Sentence, say};

/// A row's finding, and what can be done with it. Copied freely.
#[derive(Clone, Copy)]
struct One {
    panel: Panel,
    key: StoredValue<Key>,
    /// `None` in the moment between the finding's end and its row's.
    item: Memo<Option<Item>>,
    fix_button: NodeRef<html::Button>,
}

impl One {
    fn new(panel: Panel, key: Key) -> Self {
        let key = StoredValue::new(key);
        let item = Memo::new(move |_| {
            let items = panel.items.read();
            key.with_value(|key| items.iter().find(|item| item.key == *key).cloned())
        });
        Self {
            panel,
            key,
            item,
            fix_button: NodeRef::new(),
        }
    }

    fn is_explained(self) -> bool {
        self.key
            .with_value(|key| self.panel.explained.read().contains(key))
    }

    fn explain(self) {
        let key = self.key.get_value();
        self.panel.explained.update(|explained| {
            if !explained.remove(&key) {
                explained.insert(key);
            }
        });
    }

    fn show(self) {
        if let Some(item) = self.item.get_untracked() {
            self.panel.show(&item);
        }
    }

    fn step(self, by: isize) {
        self.key.with_value(|key| self.panel.step(key, by));
    }

    fn press_key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let is_row = event.target() == event.current_target();
        match event.key().as_str() {
            "ArrowDown" => self.step(1),
            "ArrowUp" => self.step(-1),
            "Home" => self.step(isize::MIN),
            "End" => self.step(isize::MAX),
            "Enter" if is_row => self.show(),
            "f" | "F" => mend(self.panel, self.item.get_untracked(), self.fix_button),
            "?" => self.explain(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    /// Takes the focus when the panel asks for it.
    fn follow_focus(self, node: NodeRef<html::Div>) {
        let Self { panel, key, .. } = self;
        effect(move || {
            let is_wanted = key.with_value(|key| panel.wants_focus.read().as_ref() == Some(key));
            if let (true, Some(node)) = (is_wanted, node.get()) {
                // Refused only for an element that has left the page.
                let _ = node.focus();
                panel.wants_focus.set(None);
            }
        });
    }
}

/// A row. Arrow keys go from one to the next, Enter shows what it is about, F
/// mends it, a question mark explains it.
#[component]
pub(super) fn Row(panel: Panel, key: Key) -> impl IntoView {
    let one = One::new(panel, key);
    let One {
        key,
        item,
        fix_button,
        ..
    } = one;
    let node = NodeRef::<html::Div>::new();
    one.follow_focus(node);
    on_cleanup(move || {
        key.try_with_value(|key| panel.cancel(key));
    });
    let is_active = Memo::new(move |_| key.with_value(|key| panel.is_active(key)));
    let is_explained = Memo::new(move |_| one.is_explained());
    let label = move || {
        item.with(|item| {
            let finding = &item.as_ref()?.finding;
            Some(format!("{}: {}", finding.severity, say(&finding.message)))
        })
    };
    let rule = item.with_untracked(|item| item.as_ref().map(|item| item.finding.rule));
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
                    one.show();
                }
                on:keydown=move |event| one.press_key(&event)
            >
                <Said item=item />
                <Fixing panel=panel key=key item=item first=fix_button />
                <WhyButton one=one is_explained=is_explained />
                <Previewing panel=panel key=key item=item />
            </div>
            <Show when=move || is_explained.get()>
                {rule.map(|rule| view! { <Why panel=panel rule=rule item=item /> })}
            </Show>
        </li>
    }
}

/// How bad it is, what it is, and by which rule.
#[component]
fn Said(item: Memo<Option<Item>>) -> impl IntoView {
    let severity =
        Memo::new(move |_| item.with(|item| item.as_ref().map(|item| item.finding.severity)));
    let message =
        Memo::new(move |_| item.with(|item| Some(item.as_ref()?.finding.message.clone())));
    let icon = move || {
        severity.get().map(|severity| {
            view! {
                <span class=format!("problems-icon {}", tone(severity).class())>
                    <Icon glyph=tone(severity).glyph() />
                    <span class="visually-hidden">{severity.word()}</span>
                </span>
            }
        })
    };
    let sentence = move || {
        message
            .get()
            .map(|message| view! { <Sentence message=message /> })
    };
    let rule = item.with_untracked(|item| item.as_ref().map(|item| item.finding.rule));
    let (id, title) = rule.map(|rule| (rule.id, rule.title)).unwrap_or_default();
    view! {
        {icon}
        <p class="problems-sentence">
            {sentence} <span class="problems-rule" title=title>{id}</span>
        </p>
    }
}

#[component]
fn WhyButton(one: One, is_explained: Memo<bool>) -> impl IntoView {
    let chevron = move || {
        if is_explained.get() {
            glyphs::CHEVRON_UP
        } else {
            glyphs::CHEVRON_DOWN
        }
    };
    view! {
        <button
            type="button"
            class="ui-button problems-why"
            data-look="quiet"
            data-size="small"
            aria-expanded=move || is_explained.get().to_string()
            on:click=move |event| {
                event.stop_propagation();
                one.explain();
            }
        >
            "Why?"
            <Icon glyph=Signal::derive(chevron) size=14 />
        </button>
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
        None => panel.workspace().tell(
            crate::ui::Tone::Neutral,
            "This problem has no fix button: Why? says what to do.",
        ),
    }
}
