//! What a command does to a document: for each touched record, before and
//! after. Undo is the same change the other way round.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Document, Layout, Variants};
use crate::geometry::Rect;
use crate::message::Message;
use crate::sorting;
use crate::template::{LogicalId, Resource, Value, Written};

/// A step from one document to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What it does, for the undo list: "Move Web".
    pub title: Message,
    /// The touched records.
    pub touches: Vec<Touch>,
}

/// A record, before and after; `None` where it is not there.
#[derive(Clone, Debug, PartialEq)]
pub enum Touch {
    /// A resource.
    Resource {
        /// Its name.
        id: LogicalId,
        /// What it was.
        before: Option<Placed<Arc<Resource>>>,
        /// What it becomes.
        after: Option<Placed<Arc<Resource>>>,
    },
    /// A frame.
    Frame {
        /// Whose.
        id: LogicalId,
        /// What it was.
        before: Option<Rect>,
        /// What it becomes.
        after: Option<Rect>,
    },
    /// A section of the template other than `Resources`.
    Section {
        /// Its key.
        name: String,
        /// What it was.
        before: Option<Placed<Value>>,
        /// What it becomes.
        after: Option<Placed<Value>>,
    },
    /// The text whose format and style the template is printed in.
    Written {
        /// What it was.
        before: Written,
        /// What it becomes.
        after: Written,
    },
    /// The region.
    Region {
        /// What it was.
        before: Option<String>,
        /// What it becomes.
        after: Option<String>,
    },
    /// The account.
    Account {
        /// What it was.
        before: Option<String>,
        /// What it becomes.
        after: Option<String>,
    },
    /// The values of parameters.
    Variants {
        /// What they were.
        before: Variants,
        /// What they become.
        after: Variants,
    },
}

/// A record and its place among its like, which counts where it comes or goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed<T> {
    /// The place, from 0.
    pub index: usize,
    /// The record.
    pub record: T,
}

/// A change that does not fit the document any more.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} has changed in the meantime: look at it and try again.")]
pub struct Stale(pub String);

/// The names of what a change touched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Resources that came, went or changed.
    pub resources: BTreeSet<LogicalId>,
    /// Resources whose frame came, went or changed.
    pub frames: BTreeSet<LogicalId>,
    /// Whether something else changed that the template's meaning rests on: a
    /// section, or what it is taken to be deployed with.
    pub sections: bool,
}

impl Touched {
    /// Whether the template changed, and with it what is derived from it.
    pub fn is_template(&self) -> bool {
        self.sections || !self.resources.is_empty()
    }

    /// Adds what another change touched.
    pub fn extend(&mut self, other: Self) {
        self.resources.extend(other.resources);
        self.frames.extend(other.frames);
        self.sections |= other.sections;
    }
}

impl Change {
    /// Whether it does nothing.
    pub fn is_empty(&self) -> bool {
        self.touches.is_empty()
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let touches = self.touches.iter().cloned().map(|touch| match touch {
            Touch::Resource { id, before, after } => Touch::Resource {
                id,
                before: after,
                after: before,
            },
            Touch::Frame { id, before, after } => Touch::Frame {
                id,
                before: after,
                after: before,
            },
            Touch::Section {
                name,
                before,
                after,
            } => Touch::Section {
                name,
                before: after,
                after: before,
            },
            Touch::Written { before, after } => Touch::Written {
                before: after,
                after: before,
            },
            Touch::Region { before, after } => Touch::Region {
                before: after,
                after: before,
            },
            Touch::Account { before, after } => Touch::Account {
                before: after,
                after: before,
            },
            Touch::Variants { before, after } => Touch::Variants {
                before: after,
                after: before,
            },
        });
        Self {
            title: self.title.clone(),
            touches: touches.collect(),
        }
    }

    /// The names of what it touches.
    pub fn touched(&self) -> Touched {
        let mut touched = Touched::default();
        for touch in &self.touches {
            match touch {
                Touch::Resource { id, .. } => {
                    touched.resources.insert(id.clone());
                }
                Touch::Frame { id, .. } => {
                    touched.frames.insert(id.clone());
                }
                Touch::Section { .. }
                | Touch::Written { .. }
                | Touch::Region { .. }
                | Touch::Account { .. }
                | Touch::Variants { .. } => touched.sections = true,
            }
        }
        touched
    }

    /// Applies the change, or leaves the document as it is.
    ///
    /// # Errors
    /// A record is no longer what it was when the change was made.
    pub(super) fn apply(&self, document: &mut Document) -> Result<Touched, Stale> {
        if let Some(name) = self.touches.iter().find_map(|touch| stale(touch, document)) {
            return Err(Stale(name));
        }
        for touch in &self.touches {
            take_away(touch, document);
        }
        let mut comes: Vec<_> = self
            .touches
            .iter()
            .filter(|touch| place(touch).is_some())
            .collect();
        sorting::sort_by_key(&mut comes, |touch| place(touch));
        for touch in comes {
            put(touch, document);
        }
        for touch in &self.touches {
            if place(touch).is_none() {
                put(touch, document);
            }
        }
        Ok(self.touched())
    }
}

/// The name of a touch whose `before` is not what the document has.
fn stale(touch: &Touch, document: &Document) -> Option<String> {
    let fits = match touch {
        Touch::Resource { id, before, .. } => {
            let now = document.template.resources.get(id);
            match (now, before) {
                (Some(now), Some(before)) => {
                    Arc::ptr_eq(now, &before.record) || *now == before.record
                }
                (now, before) => now.is_none() && before.is_none(),
            }
        }
        Touch::Frame { id, before, .. } => document.layout.frames.get(id) == before.as_ref(),
        Touch::Section { name, before, .. } => {
            document.template.sections.get(name) == before.as_ref().map(|placed| &placed.record)
        }
        Touch::Written { before, .. } => document.template.written() == *before,
        Touch::Region { before, .. } => document.layout.region == *before,
        Touch::Account { before, .. } => document.layout.account == *before,
        Touch::Variants { before, .. } => document.layout.variants == *before,
    };
    (!fits).then(|| match touch {
        Touch::Resource { id, .. } | Touch::Frame { id, .. } => id.to_string(),
        Touch::Section { name, .. } => name.clone(),
        Touch::Written { .. } => "The text".to_owned(),
        Touch::Region { .. } => "The region".to_owned(),
        Touch::Account { .. } => "The account".to_owned(),
        Touch::Variants { .. } => "A value of a parameter".to_owned(),
    })
}

/// Where a touch puts a record that was not there.
fn place(touch: &Touch) -> Option<usize> {
    match touch {
        Touch::Resource {
            before: None,
            after: Some(placed),
            ..
        } => Some(placed.index),
        Touch::Section {
            before: None,
            after: Some(placed),
            ..
        } => Some(placed.index),
        _ => None,
    }
}

fn take_away(touch: &Touch, document: &mut Document) {
    match touch {
        Touch::Resource {
            id, after: None, ..
        } => {
            document.template.resources.shift_remove(id);
        }
        Touch::Section {
            name, after: None, ..
        } => {
            document.template.sections.shift_remove(name);
        }
        Touch::Frame {
            id, after: None, ..
        } => {
            Arc::make_mut(&mut document.layout).frames.remove(id);
        }
        _ => {}
    }
}

fn put(touch: &Touch, document: &mut Document) {
    let template = &mut document.template;
    match touch {
        Touch::Resource {
            id,
            before,
            after: Some(placed),
        } => {
            let (id, record) = (id.clone(), placed.record.clone());
            if before.is_some() {
                template.resources.insert(id, record);
            } else {
                let index = placed.index.min(template.resources.len());
                template.resources.shift_insert(index, id, record);
            }
        }
        Touch::Section {
            name,
            before,
            after: Some(placed),
        } => {
            let (name, record) = (name.clone(), placed.record.clone());
            if before.is_some() {
                template.sections.insert(name, record);
            } else {
                let index = placed.index.min(template.sections.len());
                template.sections.shift_insert(index, name, record);
            }
        }
        Touch::Frame {
            id,
            after: Some(rect),
            ..
        } => {
            layout(document).frames.insert(id.clone(), *rect);
        }
        Touch::Written { after, .. } => template.set_written(after.clone()),
        Touch::Region { after, .. } => layout(document).region.clone_from(after),
        Touch::Account { after, .. } => layout(document).account.clone_from(after),
        Touch::Variants { after, .. } => layout(document).variants.clone_from(after),
        _ => {}
    }
}

fn layout(document: &mut Document) -> &mut Layout {
    Arc::make_mut(&mut document.layout)
}
