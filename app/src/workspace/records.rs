//! The signals of the records: one set for each node, one for each arrow.

use std::collections::HashMap;

use drawbridge_core::catalogue::Form;
use drawbridge_core::diagram::{Arrow, Lane, Look, Node};
use drawbridge_core::geometry::{Point, Rect};
use drawbridge_core::lower::survey::Tier;
use drawbridge_core::rules::Severity;
use drawbridge_core::template::{LogicalId, PropertyPath, TypeName};
use leptos::prelude::*;

/// The signals of everything drawn.
#[derive(Default)]
pub(super) struct Records {
    pub(super) nodes: HashMap<LogicalId, NodeRecord>,
    pub(super) arrows: HashMap<ArrowKey, ArrowRecord>,
}

/// What is published of a node.
#[derive(Clone)]
pub(crate) struct NodeRecord {
    /// What is written on it.
    pub(crate) face: ArcRwSignal<Face>,
    /// Where it stands, relative to its container's corner.
    pub(crate) frame: ArcRwSignal<Rect>,
    /// What is drawn inside it.
    pub(crate) children: ArcRwSignal<Vec<LogicalId>>,
    /// Its zone lanes, for a VPC.
    pub(crate) lanes: ArcRwSignal<Vec<Lane>>,
    /// Whether it is selected.
    pub(crate) selected: ArcRwSignal<bool>,
    /// The findings about it.
    pub(crate) badge: ArcRwSignal<Option<Badge>>,
    /// How it reaches the Internet, for a subnet.
    pub(crate) tier: ArcRwSignal<Option<Tier>>,
    /// Its color in an overlay, by the name that the style sheet knows.
    pub(crate) hue: ArcRwSignal<Option<&'static str>>,
}

/// What is written on a node.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Face {
    pub(crate) id: LogicalId,
    pub(crate) kind: TypeName,
    pub(crate) form: Option<Form>,
    pub(crate) look: Look,
    pub(crate) title: String,
    pub(crate) caption: String,
    pub(crate) rows: usize,
}

/// The worst finding about a node, and how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Badge {
    pub(crate) severity: Severity,
    pub(crate) count: usize,
}

/// What tells an arrow from the others, whatever moves.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ArrowKey {
    /// The resource whose property or existence draws it.
    pub(crate) owner: LogicalId,
    /// The property.
    pub(crate) property: PropertyPath,
    /// Where it starts.
    pub(crate) from: LogicalId,
    /// Where it ends.
    pub(crate) to: LogicalId,
}

/// What is published of an arrow.
#[derive(Clone)]
pub(super) struct ArrowRecord {
    pub(super) face: ArcRwSignal<ArrowFace>,
    /// Between what it was routed: a new way is looked for when that changes.
    pub(super) between: (Rect, Rect),
}

/// How an arrow is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ArrowFace {
    pub(crate) verb: &'static str,
    pub(crate) caption: String,
    pub(crate) overlay: bool,
    pub(crate) path: Vec<Point>,
}

impl ArrowKey {
    pub(crate) fn of(arrow: &Arrow) -> Self {
        Self {
            owner: arrow.owner.clone(),
            property: arrow.property.clone(),
            from: arrow.from.clone(),
            to: arrow.to.clone(),
        }
    }
}

impl Face {
    fn of(node: &Node) -> Self {
        Self {
            id: node.id.clone(),
            kind: node.kind.clone(),
            form: node.form(),
            look: node.look,
            title: node.title.clone(),
            caption: node.caption.clone(),
            rows: node.rows.len(),
        }
    }
}

// Entries are statics: the same entry is the same address.
impl NodeRecord {
    pub(super) fn new(node: &Node, lanes: Vec<Lane>) -> Self {
        Self {
            face: ArcRwSignal::new(Face::of(node)),
            frame: ArcRwSignal::new(node.frame),
            children: ArcRwSignal::new(node.children.clone()),
            lanes: ArcRwSignal::new(lanes),
            selected: ArcRwSignal::new(false),
            badge: ArcRwSignal::new(None),
            tier: ArcRwSignal::new(None),
            hue: ArcRwSignal::new(None),
        }
    }

    /// Publishes what differs, and nothing else.
    pub(super) fn update(&self, node: &Node, lanes: Vec<Lane>) {
        set_if_changed(&self.face, Face::of(node));
        set_if_changed(&self.frame, node.frame);
        set_if_changed(&self.lanes, lanes);
        if self
            .children
            .with_untracked(|children| *children != node.children)
        {
            self.children.set(node.children.clone());
        }
    }
}

/// Sets a signal unless it has the value already.
pub(super) fn set_if_changed<T: PartialEq + Send + Sync + 'static>(
    signal: &ArcRwSignal<T>,
    value: T,
) {
    if signal.with_untracked(|now| *now != value) {
        signal.set(value);
    }
}
