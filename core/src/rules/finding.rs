//! What a rule found, and where. Knows no rule.

use super::{Rule, Severity};
use crate::message::Message;
use crate::template::{LogicalId, PropertyPath, Source, Span};

/// Where in the text a finding stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Spot {
    /// At the value of its path, or at the name of the resource.
    #[default]
    Value,
    /// At the name of the property.
    Name,
    /// At a place counted from the top of the template: `Outputs.Url.Value`.
    Elsewhere(PropertyPath),
}

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
    /// Where in the text it stands.
    pub spot: Spot,
}

impl Finding {
    /// Whether both say the same of the same place, in whatever words.
    pub fn is_same(&self, other: &Self) -> bool {
        self.rule == other.rule
            && self.resource == other.resource
            && self.path == other.path
            && self.others == other.others
            && self.spot == other.spot
    }

    /// Where it stands in the text of the template, or what is nearest around that.
    pub fn span(&self, source: &Source) -> Option<Span> {
        let id = self.resource.as_str();
        match &self.spot {
            Spot::Value => source.property_span(id, &self.path),
            Spot::Name => source.property_name_span(id, &self.path),
            Spot::Elsewhere(path) => Some(source.entry_span(path)),
        }
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
            spot: Spot::Value,
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
    pub(super) fn with<'a>(
        &mut self,
        others: impl IntoIterator<Item = &'a LogicalId>,
    ) -> &mut Self {
        self.others = others.into_iter().cloned().collect();
        self
    }

    /// Says where in the text it stands, if not at the value of its path.
    pub(super) fn at(&mut self, spot: Spot) {
        self.spot = spot;
    }

    /// Says that it stands at an attribute beside the properties of its resource.
    pub(super) fn at_attribute(&mut self, path: &str) {
        let resource = PropertyPath::root().key("Resources");
        let resource = resource.key(self.resource.as_str());
        self.at(Spot::Elsewhere(resource.then(&path.into())));
    }
}
