//! A copy of a document to work on; what differs at the end is the change.

use std::hash::Hash;
use std::sync::Arc;

use indexmap::IndexMap;

use super::layout::is_kept;
use super::{Change, Document, Layout, Placed, Touch};
use crate::geometry::Rect;
use crate::message::Message;
use crate::sorting;
use crate::template::{LogicalId, PropertyPath, Resource, Template, Value};

/// A copy of a document that a command works on freely. Copies are cheap: the
/// resources are shared until they are changed.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    before: &'a Document,
    after: Document,
}

impl<'a> Draft<'a> {
    /// A copy of a document.
    pub fn new(document: &'a Document) -> Self {
        Self {
            before: document,
            after: document.clone(),
        }
    }

    /// The document as it is so far.
    pub fn document(&self) -> &Document {
        &self.after
    }

    /// The template as it is so far.
    pub fn template(&self) -> &Template {
        &self.after.template
    }

    /// The template, to change it. Resources are added by [`Draft::insert`].
    pub fn template_mut(&mut self) -> &mut Template {
        &mut self.after.template
    }

    /// The layout, to change it.
    pub fn layout_mut(&mut self) -> &mut Layout {
        Arc::make_mut(&mut self.after.layout)
    }

    /// Adds a resource behind the others, or replaces the one of its name.
    pub fn insert(&mut self, id: LogicalId, resource: Resource) {
        self.after.template.resources.insert(id, Arc::new(resource));
    }

    /// A resource, to change it.
    pub fn resource_mut(&mut self, id: &LogicalId) -> Option<&mut Resource> {
        self.after.template.resources.get_mut(id).map(Arc::make_mut)
    }

    /// Sets a property; `false` if there is no such resource or place.
    pub fn set(&mut self, id: &LogicalId, path: &PropertyPath, value: Value) -> bool {
        self.resource_mut(id)
            .is_some_and(|resource| resource.set(path, value))
    }

    /// Takes a resource and its frame away; what refers to it is not looked at.
    pub fn remove(&mut self, id: &LogicalId) {
        self.after.template.resources.shift_remove(id);
        if self.after.layout.frames.contains_key(id) {
            self.layout_mut().frames.remove(id);
        }
    }

    /// Sets a frame, relative to the container that the resource is drawn in.
    /// One without a size, or out of the world, would not be read again and is
    /// left out.
    pub fn set_frame(&mut self, id: &LogicalId, rect: Rect) {
        if is_kept(&rect) && self.after.layout.frames.get(id) != Some(&rect) {
            self.layout_mut().frames.insert(id.clone(), rect);
        }
    }

    /// What the draft differs in from the document that it began with.
    pub fn into_change(self, title: Message) -> Change {
        let (before, after) = (&self.before.template, &self.after.template);
        let mut touches = differences(&before.resources, &after.resources, |id, before, after| {
            Touch::Resource { id, before, after }
        });
        touches.extend(differences(
            &before.sections,
            &after.sections,
            |name, before, after| Touch::Section {
                name,
                before,
                after,
            },
        ));
        let (was, is) = (before.written(), after.written());
        if was != is {
            touches.push(Touch::Written {
                before: was,
                after: is,
            });
        }
        let (before, after) = (&self.before.layout, &self.after.layout);
        if !Arc::ptr_eq(before, after) {
            let ids = sorting::set(before.frames.keys().chain(after.frames.keys()));
            for id in ids {
                let (before, after) = (before.frames.get(id), after.frames.get(id));
                if before != after {
                    let (before, after) = (before.copied(), after.copied());
                    touches.push(Touch::Frame {
                        id: id.clone(),
                        before,
                        after,
                    });
                }
            }
            if before.region != after.region {
                let (before, after) = (before.region.clone(), after.region.clone());
                touches.push(Touch::Region { before, after });
            }
            if before.account != after.account {
                let (before, after) = (before.account.clone(), after.account.clone());
                touches.push(Touch::Account { before, after });
            }
            if before.variants != after.variants {
                let (before, after) = (before.variants.clone(), after.variants.clone());
                touches.push(Touch::Variants { before, after });
            }
        }
        Change { title, touches }
    }
}

/// The records that came, went or changed. Shared ones are not looked into.
fn differences<K: Clone + Eq + Hash, V: Clone + Eq>(
    before: &IndexMap<K, V>,
    after: &IndexMap<K, V>,
    touch: impl Fn(K, Option<Placed<V>>, Option<Placed<V>>) -> Touch,
) -> Vec<Touch> {
    let placed = |index: usize, record: &V| Placed {
        index,
        record: record.clone(),
    };
    let mut touches = Vec::new();
    for (index, (key, old)) in before.iter().enumerate() {
        let new = after.get(key);
        if new != Some(old) {
            let new = new.map(|new| placed(index, new));
            touches.push(touch(key.clone(), Some(placed(index, old)), new));
        }
    }
    for (index, (key, new)) in after.iter().enumerate() {
        if !before.contains_key(key) {
            touches.push(touch(key.clone(), None, Some(placed(index, new))));
        }
    }
    touches
}
