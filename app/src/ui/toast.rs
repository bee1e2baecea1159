//! Short messages about what just happened, at the foot of the window, said politely by
//! screen readers. They leave by themselves, except errors, which wait to be dismissed.

use std::time::Duration;

use leptos::prelude::*;

use super::{Button, For, Icon, IconButton, Look, Size, Tone, glyphs};

/// How many messages show at once: the oldest leave first.
const MOST: usize = 3;

/// The queue of messages. Copied freely.
#[derive(Clone, Copy)]
pub(crate) struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
    /// While the pointer or the focus is on them, none leaves.
    held: RwSignal<bool>,
}

#[derive(Clone)]
struct Toast {
    id: u32,
    tone: Tone,
    text: String,
    action: Option<(String, Callback<()>)>,
}

impl Toasts {
    /// Makes the queue and provides it to everything below.
    pub(crate) fn provide() -> Self {
        let toasts = Self::new();
        provide_context(toasts);
        toasts
    }

    fn new() -> Self {
        Self {
            shown: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
            held: RwSignal::new(false),
        }
    }

    /// Says a sentence.
    pub(crate) fn say(self, tone: Tone, text: impl Into<String>) {
        self.push(tone, text.into(), None);
    }

    /// Says a sentence with a button, such as "Undo".
    pub(crate) fn offer(
        self,
        tone: Tone,
        text: impl Into<String>,
        action: impl Into<String>,
        on_press: impl Into<Callback<()>>,
    ) {
        self.push(tone, text.into(), Some((action.into(), on_press.into())));
    }

    fn push(self, tone: Tone, text: String, action: Option<(String, Callback<()>)>) {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        let has_action = action.is_some();
        self.shown.update(|shown| {
            // The same sentence again replaces itself, so that repeating does not pile up.
            shown.retain(|toast| toast.text != text);
            shown.push(Toast {
                id,
                tone,
                text,
                action,
            });
            shown.drain(..shown.len().saturating_sub(MOST));
        });
        if tone != Tone::Error {
            self.leave_after(id, Duration::from_secs(if has_action { 10 } else { 6 }));
        }
    }

    fn leave_after(self, id: u32, time: Duration) {
        set_timeout(
            move || match self.held.try_get_untracked() {
                Some(true) => self.leave_after(id, Duration::from_secs(2)),
                Some(false) => self.dismiss(id),
                None => {}
            },
            time,
        );
    }

    fn dismiss(self, id: u32) {
        self.shown
            .try_update(|shown| shown.retain(|toast| toast.id != id));
        if self.shown.try_with_untracked(Vec::is_empty) == Some(true) {
            self.held.set(false);
        }
    }
}

/// Where the messages show. Once, in the shell.
#[component]
pub(crate) fn ToastRegion(toasts: Toasts) -> impl IntoView {
    let one = move |toast: Toast| {
        let Toast {
            id,
            tone,
            text,
            action,
        } = toast;
        let action = action.map(|(label, on_press)| {
            let press = move |()| {
                toasts.dismiss(id);
                on_press.run(());
            };
            view! { <Button label=label size=Size::Small look=Look::Plain on_press=press /> }
        });
        view! {
            <div class="ui-toast">
                <span class=tone.class() style="flex: none">
                    <Icon glyph=tone.glyph() />
                </span>
                <span>{text}</span>
                {action}
                <IconButton
                    label="Dismiss"
                    glyph=glyphs::CLOSE
                    size=Size::Small
                    on_press=move |()| toasts.dismiss(id)
                />
            </div>
        }
    };
    view! {
        <div
            class="ui-toasts"
            role="status"
            aria-live="polite"
            aria-atomic="false"
            on:pointerenter=move |_| toasts.held.set(true)
            on:pointerleave=move |_| toasts.held.set(false)
            on:focusin=move |_| toasts.held.set(true)
            on:focusout=move |_| toasts.held.set(false)
        >
            <For each=move || toasts.shown.get() key=|toast| toast.id children=one />
        </div>
    }
}
