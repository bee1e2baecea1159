//! Text that is being typed and not yet accepted. Enter and leaving the field accept it,
//! Escape gives back what was there.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;

/// What a field shows: its value, or what has been typed over it.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    typed: RwSignal<Option<String>>,
    value: Signal<String>,
    on_input: Option<Callback<String>>,
    on_commit: Callback<String>,
}

impl Draft {
    pub(super) fn new(
        value: Signal<String>,
        on_input: Option<Callback<String>>,
        on_commit: Callback<String>,
    ) -> Self {
        Self {
            typed: RwSignal::new(None),
            value,
            on_input,
            on_commit,
        }
    }

    /// The text to show.
    pub(super) fn shown(self) -> String {
        self.typed.get().unwrap_or_else(|| self.value.get())
    }

    /// What has been typed since the last value, if anything.
    pub(super) fn typed(self) -> Option<String> {
        self.typed.get()
    }

    /// Replaces the typed text.
    pub(super) fn write(self, text: String) {
        self.typed.set(Some(text.clone()));
        if let Some(on_input) = self.on_input {
            on_input.run(text);
        }
    }

    pub(super) fn input(self, event: &Event) {
        self.write(event_target_value(event));
    }

    /// Hands over what was typed, if it differs from the value. A browser also says that the
    /// focus has left when it takes a field from the page: then there is nobody to hand it to.
    pub(super) fn commit(self) {
        let Some(text) = self.take() else {
            return;
        };
        if self
            .value
            .try_get_untracked()
            .is_some_and(|value| value != text)
        {
            self.on_commit.try_run(text);
        }
    }

    /// Forgets what was typed and answers whether there was anything.
    pub(super) fn restore(self) -> bool {
        if self.take().is_none() {
            return false;
        }
        if let Some(on_input) = self.on_input {
            on_input.run(self.value.get_untracked());
        }
        true
    }

    fn take(self) -> Option<String> {
        let text = self.typed.try_get_untracked()??;
        self.typed.set(None);
        Some(text)
    }

    /// Enter accepts, Escape restores. An Escape that restored goes no further, so that it
    /// does not also close the dialog around the field.
    pub(super) fn key(self, event: &KeyboardEvent) {
        match event.key().as_str() {
            // Enter also ends the composition of a Korean syllable: that one is not ours.
            "Enter" if !event.is_composing() => self.commit(),
            "Escape" if self.restore() => {
                event.prevent_default();
                event.stop_propagation();
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> (Draft, RwSignal<Vec<String>>) {
        let committed = RwSignal::new(Vec::new());
        let on_commit = Callback::new(move |text| committed.update(|all| all.push(text)));
        (
            Draft::new(Signal::stored("old".to_owned()), None, on_commit),
            committed,
        )
    }

    #[test]
    fn what_is_typed_is_committed_once() {
        let owner = Owner::new();
        owner.with(|| {
            let (draft, committed) = draft();
            draft.write("new".to_owned());
            assert_eq!(draft.typed().as_deref(), Some("new"));
            draft.commit();
            draft.commit();
            assert_eq!(committed.get_untracked(), ["new"]);
        });
    }

    #[test]
    fn the_value_typed_again_is_not_a_change() {
        let owner = Owner::new();
        owner.with(|| {
            let (draft, committed) = draft();
            draft.write("old".to_owned());
            draft.commit();
            assert!(committed.get_untracked().is_empty());
        });
    }

    #[test]
    fn restoring_forgets_what_was_typed() {
        let owner = Owner::new();
        owner.with(|| {
            let (draft, committed) = draft();
            draft.write("new".to_owned());
            assert!(draft.restore());
            assert!(!draft.restore());
            draft.commit();
            assert_eq!(draft.shown(), "old");
            assert!(committed.get_untracked().is_empty());
        });
    }
}
