//! Choosing among suggestions by keyboard while typing: the state behind a combobox, which
//! knows nothing of how the list is drawn.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;

use super::Choice;
use super::draft::Draft;

/// What is typed, what is offered for it, and which of that the arrow keys are on.
#[derive(Clone, Copy)]
pub(super) struct Suggesting {
    pub(super) draft: Draft,
    pub(super) offered: Memo<Vec<Choice>>,
    pub(super) open: RwSignal<bool>,
    pub(super) active: RwSignal<Option<usize>>,
}

impl Suggesting {
    pub(super) fn new(draft: Draft, choices: Signal<Vec<Choice>>) -> Self {
        let offered = Memo::new(move |_| matching(&choices.get(), draft.typed().as_deref()));
        Self {
            draft,
            offered,
            open: RwSignal::new(false),
            active: RwSignal::new(None),
        }
    }

    pub(super) fn is_expanded(self) -> bool {
        self.open.get() && !self.offered.read().is_empty()
    }

    fn close(self) {
        self.open.try_set(false);
        self.active.try_set(None);
    }

    pub(super) fn choose(self, choice: &Choice) {
        self.draft.write(choice.value.clone());
        self.draft.commit();
        self.close();
    }

    pub(super) fn leave(self) {
        self.close();
        self.draft.commit();
    }

    pub(super) fn input(self, event: &Event) {
        self.draft.input(event);
        self.open.set(true);
        self.active.set(None);
    }

    pub(super) fn key(self, event: &KeyboardEvent) {
        let offered = self.offered.get_untracked();
        let active = self.active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if !offered.is_empty() => {
                self.point_at(event, active.map_or(0, |at| (at + 1) % offered.len()));
            }
            "ArrowUp" if !offered.is_empty() => {
                let last = offered.len() - 1;
                self.point_at(
                    event,
                    active.and_then(|at| at.checked_sub(1)).unwrap_or(last),
                );
            }
            "Enter" if active.is_some() => {
                if let Some(choice) = active.and_then(|at| offered.get(at)) {
                    self.choose(choice);
                }
            }
            "Escape" if self.open.get_untracked() => {
                event.prevent_default();
                event.stop_propagation();
                self.close();
            }
            _ => self.draft.key(event),
        }
    }

    fn point_at(self, event: &KeyboardEvent, index: usize) {
        event.prevent_default();
        self.open.set(true);
        self.active.set(Some(index));
    }
}

fn matching(choices: &[Choice], typed: Option<&str>) -> Vec<Choice> {
    let wanted = typed.unwrap_or_default().trim().to_lowercase();
    let matches = |text: &str| text.to_lowercase().contains(&wanted);
    choices
        .iter()
        .filter(|it| matches(&it.label) || matches(&it.value) || matches(&it.note))
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Choice, matching};

    #[test]
    fn suggestions_contain_what_was_typed_in_any_case() {
        let choices = [
            Choice::new("t3.micro", "t3.micro"),
            Choice::new("M7g.Large", "M7g.Large"),
        ];
        assert_eq!(matching(&choices, Some("M7G")).len(), 1);
        assert_eq!(matching(&choices, None).len(), 2);
        assert!(matching(&choices, Some("x9")).is_empty());
    }

    #[test]
    fn the_remark_beside_a_suggestion_is_searched_too() {
        let choices = [
            Choice::new("Web", "Web").with_note("Instance"),
            Choice::new("Db", "Db"),
        ];
        assert_eq!(matching(&choices, Some("inst")).len(), 1);
    }
}
