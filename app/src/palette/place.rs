//! Placing by key or click: into what is selected, or the nearest thing around
//! it that takes the kind.

use drawbridge_core::edit;
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use crate::workspace::{Offer, Selection, Workspace};

/// Places a new resource and selects it.
pub(crate) fn place_into_selection(workspace: Workspace, offer: &Offer) {
    let container = container(workspace, offer);
    let was_empty = workspace.committed(|document| document.template.resources.is_empty());
    let mut made = None;
    let done = workspace.run(|document| {
        let place = edit::Place {
            container,
            variant: offer.variant,
            ..edit::Place::default()
        };
        let (change, id) = edit::place(document, &offer.kind, &place)?;
        made = Some(id);
        Ok(change)
    });
    if let Some(id) = made.filter(|_| done) {
        workspace.select(Selection::one(id));
        // The first one shows whole, with the region that is drawn around it.
        if was_empty {
            workspace.fit();
        } else {
            workspace.reveal_selection();
        }
    }
}

/// The selected node or the nearest one around it that takes the kind; else
/// the only node of the design that does.
fn container(workspace: Workspace, offer: &Offer) -> Option<LogicalId> {
    let selected = workspace
        .selection
        .with_untracked(|selection| selection.resources.first().cloned());
    workspace.committed(|document| {
        workspace.diagram(|diagram| {
            let takes_at = |container: Option<&LogicalId>| {
                let place = edit::Place {
                    container: container.cloned(),
                    variant: offer.variant,
                    ..edit::Place::default()
                };
                edit::can_place(document, &offer.kind, &place).is_ok()
            };
            let takes = |id: &LogicalId| takes_at(Some(id));
            let mut around = selected;
            while let Some(id) = around {
                if takes(&id) {
                    return Some(id);
                }
                around = diagram.nodes.get(&id).and_then(|node| node.parent.clone());
            }
            if takes_at(None) {
                return None;
            }
            diagram.nodes.keys().find(|id| takes(id)).cloned()
        })
    })
}
