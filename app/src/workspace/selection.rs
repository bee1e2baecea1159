//! What is selected, and everything that follows it; and what is tinted.

use std::collections::HashMap;

use drawbridge_core::diagram::Diagram;
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

/// Which of two neighbors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// The one after.
    Next,
    /// The one before.
    Previous,
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

    /// Gives nodes their colors in an overlay, at most so many at once; all others
    /// have none. Says whether all have theirs.
    pub(crate) fn tint(self, hues: &HashMap<LogicalId, &'static str>, most: usize) -> bool {
        self.records.with_value(|records| {
            let mut left = most;
            for (id, record) in &records.nodes {
                let hue = hues.get(id).copied();
                if record.hue.with_untracked(|now| *now == hue) {
                    continue;
                }
                if left == 0 {
                    return false;
                }
                left -= 1;
                record.hue.set(hue);
            }
            true
        })
    }

    /// Selects every node.
    pub(crate) fn select_all(self) {
        let all = self.diagram(|diagram| diagram.nodes.keys().cloned().collect());
        self.select(Selection::of(all));
    }

    /// Selects the first node inside the selected one; without a selection,
    /// the first of all.
    pub(crate) fn select_child(self) {
        self.select_near(|diagram, id| match id {
            Some(id) => diagram.node(id)?.children.first().cloned(),
            None => diagram.roots.first().cloned(),
        });
    }

    /// Selects the container of the selected node.
    pub(crate) fn select_parent(self) {
        self.select_near(|diagram, id| diagram.node(id?)?.parent.clone());
    }

    /// Selects the node after the selected one in its container, around the
    /// end; or the one before.
    pub(crate) fn select_sibling(self, way: Way) {
        self.select_near(|diagram, id| {
            let id = id?;
            let parent = diagram.node(id)?.parent.as_ref();
            let siblings = match parent.and_then(|parent| diagram.node(parent)) {
                Some(parent) => &parent.children,
                None => &diagram.roots,
            };
            let at = siblings.iter().position(|sibling| sibling == id)?;
            let next = match way {
                Way::Next => at + 1,
                Way::Previous => at + siblings.len() - 1,
            };
            siblings.get(next % siblings.len()).cloned()
        });
    }

    fn select_near(self, near: impl FnOnce(&Diagram, Option<&LogicalId>) -> Option<LogicalId>) {
        let last = self
            .selection
            .with_untracked(|it| it.resources.last().cloned());
        if let Some(id) = self.diagram(|diagram| near(diagram, last.as_ref())) {
            self.announcement.set(format!("{id} selected"));
            self.select(Selection::one(id));
            self.reveal_selection();
        }
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
