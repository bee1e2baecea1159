//! The text that is being edited, kept while the panel is hidden or gone, until
//! it is applied or given up.

use leptos::prelude::*;

/// A text over the template, not yet applied. Copied freely.
#[derive(Clone, Copy)]
pub(crate) struct TemplateDraft {
    text: RwSignal<Option<String>>,
    /// The text that it began with.
    original: StoredValue<String>,
    /// The revision of the design that it began with.
    revision: RwSignal<u64>,
}

impl TemplateDraft {
    /// Makes the draft and provides it to everything below.
    pub(crate) fn provide() -> Self {
        let draft = Self::new();
        provide_context(draft);
        draft
    }

    /// The draft provided above; one of its own if there is none.
    pub(super) fn here() -> Self {
        use_context().unwrap_or_else(Self::new)
    }

    fn new() -> Self {
        Self {
            text: RwSignal::new(None),
            original: StoredValue::new(String::new()),
            revision: RwSignal::new(0),
        }
    }

    /// Whether something is being edited.
    pub(crate) fn is_open(self) -> bool {
        self.text.with(Option::is_some)
    }

    /// Begins with a text of a revision of the design.
    pub(super) fn begin(self, text: String, revision: u64) {
        self.original.set_value(text.clone());
        self.revision.set(revision);
        self.text.set(Some(text));
    }

    /// The text as it is now. Not tracked.
    pub(super) fn text(self) -> String {
        self.text.get_untracked().unwrap_or_default()
    }

    /// Replaces the text.
    pub(super) fn write(self, text: String) {
        self.text.set(Some(text));
    }

    /// Whether the text differs from what it began with.
    pub(super) fn is_changed(self) -> bool {
        let is_original = |text: &String| self.original.with_value(|original| original == text);
        self.text
            .with(|text| text.as_ref().is_some_and(|text| !is_original(text)))
    }

    /// The revision of the design that it began with.
    pub(super) fn revision(self) -> u64 {
        self.revision.get()
    }

    /// Ends it.
    pub(super) fn end(self) {
        self.text.set(None);
    }
}
