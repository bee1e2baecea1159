//! The text to edit: what is odd about it is said while it is typed, and only
//! a text that can be read is applied, as one step.

use std::time::Duration;

use drawbridge_core::edit::{Rewriting, rewrite};
use drawbridge_core::template::Position;
use leptos::ev::KeyboardEvent;
use leptos::{html, prelude::*};

use super::TemplateDraft;
use crate::ui::{Button, Icon, Look, Show, Size, Tone, effect};
use crate::workspace::{Workspace, say};

/// How long typing must rest before the text is read.
const REST: Duration = Duration::from_millis(200);

/// How many remarks are shown; a broken text can have thousands.
const MOST: usize = 50;

/// What reading the text came to.
#[derive(Clone, Debug, Default, PartialEq)]
struct Check {
    /// Why it cannot be applied, or what is odd about it.
    remarks: Vec<Remark>,
    /// How many remarks are not shown.
    more: usize,
    is_broken: bool,
}

#[derive(Clone, Debug, PartialEq)]
struct Remark {
    tone: Tone,
    position: Position,
    text: String,
}

/// The editor over a draft.
#[component]
pub(super) fn Editor(draft: TemplateDraft) -> impl IntoView {
    let workspace = Workspace::here();
    let check = RwSignal::new(check(workspace, &draft.text()));
    let waits = StoredValue::new(0_u64);
    let node = NodeRef::<html::Textarea>::new();
    let input = move |event| {
        draft.write(event_target_value(&event));
        waits.update_value(|waits| *waits += 1);
        let now = waits.get_value();
        let read = move || {
            if waits.try_get_value() == Some(now) {
                check.set(self::check(workspace, &draft.text()));
            }
        };
        set_timeout(read, REST);
    };
    let apply = Callback::new(move |()| apply(workspace, draft, check));
    let cancel = Callback::new(move |()| draft.end());
    let key = move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            apply.run(());
        }
        // The shortcuts of the canvas are not meant for who types here.
        event.stop_propagation();
    };
    effect(move || {
        if let Some(node) = node.get() {
            // Refused only for an element that has left the page.
            let _ = node.focus();
            let _ = node.set_selection_range(0, 0);
            node.set_scroll_top(0);
        }
    });
    let go_to = Callback::new(move |position: Position| {
        let Some(node) = node.get_untracked() else {
            return;
        };
        let at = units_before(&node.value(), position);
        let _ = node.focus();
        let _ = node.set_selection_range(at, at);
        let line = i32::try_from(position.line).unwrap_or(i32::MAX);
        node.set_scroll_top(line.saturating_sub(4).saturating_mul(18).max(0));
    });
    view! {
        <div class="template-bar">
            <h3>"Editing the text"</h3>
            <span class="template-gap"></span>
            <Button label="Cancel" size=Size::Small look=Look::Quiet on_press=cancel />
            <Button
                label="Apply"
                size=Size::Small
                look=Look::Primary
                disabled=Signal::derive(move || check.read().is_broken || !draft.is_changed())
                on_press=apply
            />
        </div>
        <Show when=move || workspace.revision.get() != draft.revision()>
            <p class="template-stale">
                <Icon glyph=Tone::Warning.glyph() size=14 />
                "The design has changed since you began. Applying this text takes that back; \
                 canceling leaves the design as it is."
            </p>
        </Show>
        <textarea
            class="template-text"
            node_ref=node
            aria-label="Template text"
            aria-describedby="template-remarks"
            aria-invalid=move || check.read().is_broken.then_some("true")
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            wrap="off"
            prop:value=draft.text()
            on:input=input
            on:keydown=key
        ></textarea>
        <Remarks check=check go_to=go_to />
    }
}

#[component]
fn Remarks(check: RwSignal<Check>, go_to: Callback<Position>) -> impl IntoView {
    let remarks = move || {
        let Check {
            remarks,
            more,
            is_broken,
        } = check.get();
        let calm = remarks.is_empty().then(|| {
            view! { <p class="quiet">"The text can be read. Ctrl+Enter applies it."</p> }
        });
        let broken = is_broken.then(|| {
            view! { <p>"The text cannot be applied yet; the design is as it was."</p> }
        });
        let remarks = remarks.into_iter().map(|remark| {
            let Remark { tone, position, text } = remark;
            view! {
                <li>
                    <span class=tone.class()>
                        <Icon glyph=tone.glyph() size=14 />
                    </span>
                    <button type="button" class="resource-link" on:click=move |_| go_to.run(position)>
                        {format!("Line {}, column {}", position.line, position.column)}
                    </button>
                    <span>{text}</span>
                </li>
            }
        });
        let more =
            (more > 0).then(|| view! { <li class="quiet">{format!("and {more} more")}</li> });
        view! {
            {calm}
            {broken}
            <ul>{remarks.collect_view()} {more}</ul>
        }
    };
    view! {
        <div class="template-remarks" id="template-remarks" aria-live="polite">
            {remarks}
        </div>
    }
}

/// Reads the text without doing anything to the design.
fn check(workspace: Workspace, text: &str) -> Check {
    match workspace.committed(|document| rewrite(document, text)) {
        Ok(Rewriting { notes, .. }) => {
            let more = notes.len().saturating_sub(MOST);
            let remarks = notes.into_iter().take(MOST).map(|note| Remark {
                tone: Tone::Warning,
                position: note.position,
                text: say(&note.message),
            });
            Check {
                remarks: remarks.collect(),
                more,
                is_broken: false,
            }
        }
        Err(refused) => {
            let (tone, text) = (Tone::Error, say(&refused.message));
            let remark = Remark {
                tone,
                position: refused.position,
                text,
            };
            Check {
                remarks: vec![remark],
                more: 0,
                is_broken: true,
            }
        }
    }
}

fn apply(workspace: Workspace, draft: TemplateDraft, checked: RwSignal<Check>) {
    let text = draft.text();
    match workspace.committed(|document| rewrite(document, &text)) {
        Ok(Rewriting { change, .. }) if change.is_empty() => {
            draft.end();
            workspace.tell(
                Tone::Neutral,
                "The text says what the design says: nothing changed.",
            );
        }
        Ok(Rewriting { change, .. }) => {
            if workspace.commit(change) {
                draft.end();
            }
        }
        Err(_) => checked.set(check(workspace, &text)),
    }
}

/// The browser counts letters in units of UTF-16, from the start of the text.
fn units_before(text: &str, position: Position) -> u32 {
    let mut lines = text.split_inclusive('\n');
    let before = lines.by_ref().take(position.line.saturating_sub(1));
    let before: usize = before.map(|line| line.encode_utf16().count()).sum();
    let line = lines.next().unwrap_or_default();
    let inside = line
        .chars()
        .take(position.column.saturating_sub(1))
        .map(char::len_utf16);
    u32::try_from(before + inside.sum::<usize>()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_found_behind_wide_letters() {
        let text = "a\n\u{1f600}b\nc";
        assert_eq!(units_before(text, Position { line: 2, column: 2 }), 4);
        assert_eq!(units_before(text, Position { line: 3, column: 1 }), 6);
        assert_eq!(units_before(text, Position { line: 9, column: 9 }), 7);
    }
}
