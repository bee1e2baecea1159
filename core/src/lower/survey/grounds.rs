//! What the facts of each resource rest on beside the template: values of
//! parameters. It records; what is worth telling is decided elsewhere.

use std::cell::RefCell;

use indexmap::IndexMap;

use crate::catalogue::{Shape, entry};
use crate::template::{Assumed, Evaluator, LogicalId, Resource, references};

/// What was taken for true while a template was read.
#[derive(Clone, Debug, Default)]
pub struct Grounds {
    /// What each resource rests on, if on anything.
    pub assumed: IndexMap<LogicalId, Vec<Assumed>>,
    /// Lines and rows that are not made since their condition does not hold,
    /// with the resources that they name.
    pub left_out: IndexMap<LogicalId, Vec<LogicalId>>,
}

/// Notes what an evaluator assumes, by the resource that is being read.
#[derive(Debug, Default)]
pub(super) struct Notebook {
    subject: RefCell<Option<LogicalId>>,
    grounds: RefCell<Grounds>,
}

impl Notebook {
    /// From here on a resource is read.
    pub(super) fn turn_to(&self, id: &LogicalId, evaluator: &Evaluator<'_>) {
        self.write_down(evaluator);
        self.subject.replace(Some(id.clone()));
    }

    /// The resource is not made.
    pub(super) fn leave_out(&self, id: &LogicalId, resource: &Resource) {
        let shape = entry(resource.kind().as_str()).map(|entry| entry.shape);
        if !matches!(shape, Some(Shape::Arrow | Shape::Row(_))) {
            return;
        }
        let named = resource.attribute("Properties").map(references);
        let named = named.unwrap_or_default().into_iter();
        let named = named.map(|it| LogicalId::new(it.name)).collect();
        self.grounds.borrow_mut().left_out.insert(id.clone(), named);
    }

    /// Everything that was noted.
    pub(super) fn close(self, evaluator: &Evaluator<'_>) -> Grounds {
        self.write_down(evaluator);
        self.grounds.into_inner()
    }

    fn write_down(&self, evaluator: &Evaluator<'_>) {
        let assumed = evaluator.take_assumed();
        let Some(subject) = self.subject.take().filter(|_| !assumed.is_empty()) else {
            return;
        };
        let mut grounds = self.grounds.borrow_mut();
        let noted = grounds.assumed.entry(subject).or_default();
        for assumed in assumed {
            if !noted.contains(&assumed) {
                noted.push(assumed);
            }
        }
    }
}
