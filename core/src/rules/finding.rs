//! What a rule found, and where. Knows no rule.

use super::{Rule, Severity};
use crate::message::Message;
use crate::template::{LogicalId, PropertyPath};

/// A mistake in a design.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong here.
    pub message: Message,
    /// The resource that is to be mended.
    pub resource: LogicalId,
    /// The property that is wrong, or the root for the whole resource.
    pub path: PropertyPath,
    /// The other resources that have a part in it.
    pub others: Vec<LogicalId>,
}

impl Finding {
    /// Whether both say the same of the same place, in whatever words.
    pub fn is_same(&self, other: &Self) -> bool {
        self.rule == other.rule
            && self.resource == other.resource
            && self.path == other.path
            && self.others == other.others
    }
}

/// Where a rule puts what it finds.
#[derive(Debug)]
pub struct Findings {
    rule: &'static Rule,
    list: Vec<Finding>,
}

impl Findings {
    /// An empty list for what one rule finds.
    pub fn of(rule: &'static Rule) -> Self {
        Self {
            rule,
            list: Vec::new(),
        }
    }

    /// Adds a finding at a property (`""` for the whole resource), to be
    /// completed by the caller.
    pub fn add(
        &mut self,
        resource: &LogicalId,
        path: impl Into<PropertyPath>,
        message: Message,
    ) -> &mut Finding {
        self.list.push(Finding {
            rule: self.rule,
            severity: self.rule.severity,
            message,
            resource: resource.clone(),
            path: path.into(),
            others: Vec::new(),
        });
        let last = self.list.len() - 1;
        &mut self.list[last]
    }

    /// What was found, in the order of the rule.
    pub fn into_list(self) -> Vec<Finding> {
        self.list
    }
}

impl Finding {
    /// Names the other resources that have a part in it.
    pub(super) fn with<'a>(&mut self, others: impl IntoIterator<Item = &'a LogicalId>) {
        self.others = others.into_iter().cloned().collect();
    }
}
