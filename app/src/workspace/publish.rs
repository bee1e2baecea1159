//! From a changed document to the signals of what changed.

use std::collections::{HashMap, HashSet};

use drawbridge_core::diagram::{Diagram, Lane, project_while_moving};
use drawbridge_core::document::Touched;
use drawbridge_core::geometry::Rect;
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use super::Workspace;
use super::records::{ArrowFace, ArrowKey, ArrowRecord, NodeRecord, Records, set_if_changed};

/// For how many selected nodes their overlays are drawn.
const MOST_WITH_OVERLAYS: usize = 4;

impl Workspace {
    /// The signals of a node, if it is drawn.
    pub(crate) fn node(self, id: &LogicalId) -> Option<NodeRecord> {
        self.records
            .with_value(|records| records.nodes.get(id).cloned())
    }

    /// The signal of an arrow, if it is drawn.
    pub(crate) fn arrow(self, key: &ArrowKey) -> Option<ArcRwSignal<ArrowFace>> {
        self.records
            .with_value(|records| Some(records.arrows.get(key)?.face.clone()))
    }

    /// Publishes what a change touched.
    pub(super) fn publish(self, touched: &Touched) {
        if *touched == Touched::default() {
            return;
        }
        self.publish_all();
        if touched.is_template() {
            self.template_version.update(|version| *version += 1);
        }
    }

    /// Projects the document anew and publishes what differs.
    pub(super) fn publish_all(self) {
        let diagram = self
            .moving
            .with_value(|moving| self.document(|document| project_while_moving(document, moving)));
        self.records
            .update_value(|records| publish_nodes(records, &diagram));
        if self.roots.with_untracked(|roots| *roots != diagram.roots) {
            self.roots.set(diagram.roots.clone());
        }
        if self
            .region
            .with_untracked(|region| *region != diagram.region)
        {
            self.region.set(diagram.region.clone());
        }
        self.diagram.set_value(diagram);
        self.publish_arrows();
        self.frames_version.update(|version| *version += 1);
    }

    /// Publishes the arrows: all but overlays, and the overlays of what is
    /// selected. Only those whose ends moved are routed again.
    pub(super) fn publish_arrows(self) {
        let selection = self.selection.get_untracked();
        // Of many selected, the lines would hide what they join.
        let few = selection.resources.iter().take(MOST_WITH_OVERLAYS + 1);
        let few: HashSet<&LogicalId> = few.collect();
        let chosen = if few.len() > MOST_WITH_OVERLAYS {
            HashSet::new()
        } else {
            few
        };
        let mut keys = Vec::new();
        self.diagram.with_value(|diagram| {
            self.records.update_value(|records| {
                for arrow in &diagram.arrows {
                    let is_chosen = chosen.contains(&arrow.from)
                        || chosen.contains(&arrow.to)
                        || chosen.contains(&arrow.owner);
                    let key = ArrowKey::of(arrow);
                    if arrow.overlay && !is_chosen && selection.arrow.as_ref() != Some(&key) {
                        continue;
                    }
                    let (Some(from), Some(to)) =
                        (diagram.absolute(&arrow.from), diagram.absolute(&arrow.to))
                    else {
                        continue;
                    };
                    route(records, diagram, arrow, &key, (from, to));
                    keys.push(key);
                }
                let kept: HashSet<&ArrowKey> = keys.iter().collect();
                records.arrows.retain(|key, _| kept.contains(key));
            });
        });
        if self.arrows.with_untracked(|arrows| *arrows != keys) {
            self.arrows.set(keys);
        }
    }
}

fn publish_nodes(records: &mut Records, diagram: &Diagram) {
    let mut lanes: HashMap<&LogicalId, Vec<Lane>> = HashMap::new();
    for lane in &diagram.lanes {
        lanes.entry(&lane.vpc).or_default().push(lane.clone());
    }
    for (id, node) in &diagram.nodes {
        let lanes = lanes.remove(id).unwrap_or_default();
        match records.nodes.get(id) {
            Some(record) => record.update(node, lanes),
            None => {
                records
                    .nodes
                    .insert(id.clone(), NodeRecord::new(node, lanes));
            }
        }
    }
    records.nodes.retain(|id, _| diagram.nodes.contains_key(id));
}

fn route(
    records: &mut Records,
    diagram: &Diagram,
    arrow: &drawbridge_core::diagram::Arrow,
    key: &ArrowKey,
    between: (Rect, Rect),
) {
    let face = |path| ArrowFace {
        verb: arrow.verb,
        // What an overlay says in words its name says; ports and blocks are shown.
        caption: if arrow.overlay {
            arrow.caption.clone()
        } else {
            arrow.label.clone()
        },
        overlay: arrow.overlay,
        path,
    };
    if let Some(record) = records.arrows.get_mut(key) {
        let path = if record.between == between {
            record.face.with_untracked(|face| face.path.clone())
        } else {
            record.between = between;
            diagram.arrow_path(arrow)
        };
        set_if_changed(&record.face, face(path));
    } else {
        let face = ArcRwSignal::new(face(diagram.arrow_path(arrow)));
        records
            .arrows
            .insert(key.clone(), ArrowRecord { face, between });
    }
}
