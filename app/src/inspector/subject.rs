//! The resource that is shown: reads of it that follow every change, and writes
//! that are one undo step each. Knows no control.

use std::sync::Arc;

use drawbridge_core::catalogue::{Entry, entry};
use drawbridge_core::document::{Change, Document, Refusal};
use drawbridge_core::edit;
use drawbridge_core::schema::Schema;
use drawbridge_core::template::{Evaluator, LogicalId, PropertyPath, Resource, Value};
use leptos::prelude::*;

use crate::workspace::{Selection, Workspace};

/// A resource of the design, looked at and written through the workspace.
#[derive(Clone, Copy)]
pub(super) struct Subject {
    workspace: StoredValue<Workspace>,
    id: StoredValue<LogicalId>,
    resource: Memo<Option<Arc<Resource>>>,
}

impl Subject {
    pub(super) fn new(workspace: Workspace, id: LogicalId) -> Self {
        let name = id.clone();
        let resource = Memo::new(move |_| {
            workspace.template_version.track();
            workspace.document(|document| document.template.resources.get(&name).cloned())
        });
        Self {
            workspace: StoredValue::new(workspace),
            id: StoredValue::new(id),
            resource,
        }
    }

    pub(super) fn workspace(self) -> Workspace {
        self.workspace.get_value()
    }

    pub(super) fn id(self) -> LogicalId {
        self.id.get_value()
    }

    /// The resource, tracked; `None` just before the inspector lets go of it.
    pub(super) fn resource(self) -> Option<Arc<Resource>> {
        self.resource.get()
    }

    /// The resource as it is now.
    pub(super) fn resource_untracked(self) -> Option<Arc<Resource>> {
        self.resource.get_untracked()
    }

    /// The catalogue's entry of its kind, tracked.
    pub(super) fn entry(self) -> Option<&'static Entry> {
        entry(self.resource.get()?.kind().as_str())
    }

    /// What AWS says that its kind is made of, once that is known.
    pub(super) fn made(self) -> Memo<Option<Arc<Schema>>> {
        let workspace = self.workspace();
        let kind = Memo::new(move |_| self.resource.get().map(|it| it.kind().to_string()));
        Memo::new(move |_| {
            let schemas = workspace.schemas.get();
            kind.get().and_then(|kind| schemas.get(&kind))
        })
    }

    /// The value at a path, functions not evaluated.
    pub(super) fn value(self, path: &PropertyPath) -> Memo<Option<Value>> {
        let path = path.clone();
        Memo::new(move |_| self.resource.get()?.get(&path).cloned())
    }

    /// Sets the value at a path, or takes it away.
    pub(super) fn write(self, path: &PropertyPath, value: Option<Value>) -> bool {
        let id = self.id();
        self.workspace()
            .run(|document| edit::set_property(document, &id, path, value))
    }

    /// Sets an attribute beside the properties, or takes it away.
    pub(super) fn write_attribute(self, name: &str, value: Option<Value>) -> bool {
        let id = self.id();
        self.workspace()
            .run(|document| edit::set_attribute(document, &id, name, value))
    }

    /// Takes an element of a list away, and the list with its last one.
    pub(super) fn drop_element(self, list: &PropertyPath, index: usize) -> bool {
        let length = self.resource.with_untracked(|resource| {
            let list = resource.as_ref().and_then(|it| it.get(list)?.as_list());
            list.map_or(0, <[Value]>::len)
        });
        let path = if length > 1 {
            list.index(index)
        } else {
            list.clone()
        };
        self.write(&path, None)
    }

    /// Puts an element behind the others of a list, which is made if need be.
    pub(super) fn add_element(self, list: &PropertyPath, value: Value) -> bool {
        let length = self.resource.with_untracked(|resource| {
            let list = resource.as_ref().and_then(|it| it.get(list)?.as_list());
            list.map_or(0, <[Value]>::len)
        });
        self.write(&list.index(length), Some(value))
    }
}

/// Asks an evaluator of the design as it is shown, tracked.
pub(super) fn evaluate<T>(workspace: Workspace, ask: impl FnOnce(&Evaluator<'_>) -> T) -> T {
    workspace.template_version.track();
    workspace.document(|document| {
        let setting = document.setting();
        ask(&Evaluator::new(&document.template, &setting))
    })
}

/// Carries a command out, or gives why not, for a field to say in its place.
pub(super) fn attempt(
    workspace: Workspace,
    command: impl FnOnce(&Document) -> Result<Change, Refusal>,
) -> Option<String> {
    match workspace.committed(command) {
        Ok(change) => {
            workspace.commit(change);
            None
        }
        Err(refusal) => Some(crate::workspace::say(&refusal.0)),
    }
}

/// Selects a resource and shows it.
pub(super) fn go_to(workspace: Workspace, id: LogicalId) {
    workspace.select(Selection::one(id));
    workspace.reveal_selection();
}

/// A resource's name that selects it.
#[component]
pub(super) fn ResourceLink(id: LogicalId) -> impl IntoView {
    let workspace = Workspace::here();
    let name = id.to_string();
    view! {
        <button type="button" class="resource-link" on:click=move |_| go_to(workspace, id.clone())>
            {name}
        </button>
    }
}
