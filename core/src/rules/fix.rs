//! A way to mend a finding. Knows no rule.

use super::Context;
use crate::document::{Change, Draft};
use crate::message::Message;

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it does, as a command: "Move Web to 10.0.2.0/24".
    pub title: Message,
    /// The change, made from the document that was analyzed.
    pub change: Change,
    /// Whether it can be pressed without thinking.
    pub safety: Safety,
}

/// Whether a fix can be pressed without thinking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Safety {
    /// It does what was meant, in every case.
    Safe,
    /// It picks one of several meanings: look at the result.
    Review,
}

impl Fix {
    /// A fix that does what was meant, in every case: a list of it, or of
    /// nothing if `edit` gives up or changes nothing.
    pub(super) fn safe(
        context: &Context<'_>,
        title: Message,
        edit: impl FnOnce(&mut Draft<'_>) -> Option<()>,
    ) -> Vec<Self> {
        let mut edit = Some(edit);
        Self::make(context, title, Safety::Safe, &mut |draft| {
            edit.take()?(draft)
        })
    }

    /// A fix whose result is to be looked at, like [`Fix::safe`].
    pub(super) fn review(
        context: &Context<'_>,
        title: Message,
        edit: impl FnOnce(&mut Draft<'_>) -> Option<()>,
    ) -> Vec<Self> {
        let mut edit = Some(edit);
        Self::make(context, title, Safety::Review, &mut |draft| {
            edit.take()?(draft)
        })
    }

    // Compiled once, not for each of a hundred edits.
    fn make(
        context: &Context<'_>,
        title: Message,
        safety: Safety,
        edit: &mut dyn FnMut(&mut Draft<'_>) -> Option<()>,
    ) -> Vec<Self> {
        let mut draft = Draft::new(context.document);
        if edit(&mut draft).is_none() {
            return Vec::new();
        }
        let change = draft.into_change(title.clone());
        if change.is_empty() {
            return Vec::new();
        }
        vec![Self {
            title,
            change,
            safety,
        }]
    }
}
