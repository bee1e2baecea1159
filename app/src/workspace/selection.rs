//! What is selected, and everything that follows it.

use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use super::{ArrowKey, Workspace};

/// What is selected: resources in the order of selecting, or one arrow.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Selection {
    /// The resources.
    pub(crate) resources: Vec<LogicalId>,
    /// The arrow, if one is.
    pub(crate) arrow: Option<ArrowKey>,
}

impl Selection {
    /// One resource.
    pub(crate) fn one(id: LogicalId) -> Self {
        Self {
            resources: vec![id],
            arrow: None,
        }
    }

    /// Several resources.
    pub(crate) fn of(resources: Vec<LogicalId>) -> Self {
        Self {
            resources,
            arrow: None,
        }
    }

    /// One arrow.
    pub(crate) fn arrow(key: ArrowKey) -> Self {
        Self {
            resources: Vec::new(),
            arrow: Some(key),
        }
    }

    /// The only resource, if it is one.
    pub(crate) fn only(&self) -> Option<&LogicalId> {
        match self.resources.as_slice() {
            [id] => Some(id),
            _ => None,
        }
    }

    /// Whether nothing is.
    pub(crate) fn is_empty(&self) -> bool {
        self.resources.is_empty() && self.arrow.is_none()
    }
}

impl Workspace {
    /// Selects; the touched records follow.
    pub(crate) fn select(self, selection: Selection) {
        let before = self.selection.get_untracked();
        if before == selection {
            return;
        }
        let set = |id: &LogicalId, selected: bool| {
            self.records.with_value(|records| {
                if let Some(record) = records.nodes.get(id) {
                    record.selected.set(selected);
                }
            });
        };
        for id in before
            .resources
            .iter()
            .filter(|id| !selection.resources.contains(id))
        {
            set(id, false);
        }
        for id in selection
            .resources
            .iter()
            .filter(|id| !before.resources.contains(id))
        {
            set(id, true);
        }
        self.selection.set(selection);
        self.publish_arrows();
    }

    /// Selects every node.
    pub(crate) fn select_all(self) {
        let all = self.diagram(|diagram| diagram.nodes.keys().cloned().collect());
        self.select(Selection::of(all));
    }

    /// Takes what is gone out of the selection.
    pub(super) fn drop_gone_from_selection(self) {
        let mut selection = self.selection.get_untracked();
        let before = selection.clone();
        self.document(|document| {
            selection
                .resources
                .retain(|id| document.template.resources.contains_key(id));
        });
        let gone = |key: &ArrowKey| {
            self.diagram(|diagram| {
                !diagram
                    .arrows
                    .iter()
                    .any(|arrow| ArrowKey::of(arrow) == *key)
            })
        };
        if selection.arrow.as_ref().is_some_and(gone) {
            selection.arrow = None;
        }
        if selection != before {
            self.select(selection);
        }
    }
}
