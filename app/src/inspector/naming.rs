//! Resources by name, to choose among, and back: which value names one. Knows
//! no control.

use std::sync::Arc;

use drawbridge_core::template::{Evaluator, LogicalId, Template, Value};
use leptos::prelude::*;

use crate::ui::Choice;
use crate::workspace::Workspace;

/// The kinds that a property names, each with the attribute by which it does;
/// `None` for `Ref`.
#[derive(Clone)]
pub(super) struct Wanted {
    kinds: Arc<Vec<(String, Option<String>)>>,
    /// Words to choose among, where any text is taken too.
    words: Option<Arc<Vec<String>>>,
}

impl Wanted {
    /// One kind.
    pub(super) fn one(kind: &str, attribute: Option<&str>) -> Self {
        Self::any(vec![(kind.to_owned(), attribute.map(str::to_owned))])
    }

    /// Several kinds.
    pub(super) fn any(kinds: Vec<(String, Option<String>)>) -> Self {
        Self {
            kinds: Arc::new(kinds),
            words: None,
        }
    }

    /// These, and any text, of which some words are offered.
    pub(super) fn or_any_text(self, words: Vec<String>) -> Self {
        Self {
            words: Some(Arc::new(words)),
            ..self
        }
    }

    /// The resources of the kinds, each with its `Name` tag beside it.
    pub(super) fn choices(&self, workspace: Workspace) -> Signal<Vec<Choice>> {
        let wanted = self.clone();
        Memo::new(move |_| {
            workspace.template_version.track();
            workspace.document(|document| {
                let kinds = wanted.kinds.iter().map(|(kind, _)| kind);
                let all = kinds.flat_map(|kind| document.template.of_kind(kind));
                let choices = all.map(|(id, _)| {
                    let title = workspace
                        .diagram(|diagram| diagram.nodes.get(id).map(|node| node.title.clone()))
                        .filter(|title| title != id.as_str());
                    Choice::new(id.as_str(), id.as_str()).with_note(title.unwrap_or_default())
                });
                let words = wanted.words.iter().flat_map(|words| words.iter());
                let words = words.map(|word| Choice::new(word.clone(), word.clone()));
                choices.chain(words).collect::<Vec<_>>()
            })
        })
        .into()
    }

    /// The value by which a typed name refers to a resource: by the attribute
    /// where the kind is an expected one, and by `Ref` otherwise. A name that is
    /// none of this template is taken as an identifier of AWS's if it looks like
    /// one.
    pub(super) fn value(&self, template: &Template, name: &str) -> Result<Value, String> {
        let name = name.trim();
        let Some(resource) = template.resource(&LogicalId::new(name)) else {
            // Identifiers and ARNs have a dash or a colon; names here have neither.
            return if self.words.is_some() || name.contains(['-', ':', '/']) {
                Ok(name.into())
            } else {
                Err(format!(
                    "Nothing here is named “{name}”: choose from the list, or write an identifier of AWS's."
                ))
            };
        };
        let mut kinds = self.kinds.iter();
        let attribute = kinds
            .find(|(kind, _)| resource.kind() == kind.as_str())
            .and_then(|(_, attribute)| attribute.as_deref());
        Ok(match attribute {
            Some(attribute) => Value::attribute(name, attribute),
            None => Value::reference(name),
        })
    }
}

/// The resource that a value names, and nothing else.
pub(super) fn named(evaluator: &Evaluator<'_>, value: &Value) -> Option<LogicalId> {
    let is_plain = super::field_place::names_resource(evaluator, value);
    is_plain
        .then(|| evaluator.evaluate(value).resource().cloned())
        .flatten()
}

#[cfg(test)]
mod tests {
    use drawbridge_core::template::read;

    use super::*;

    #[test]
    fn a_name_becomes_the_reference_that_the_property_wants() {
        let text =
            r#"{"Resources": {"Web": {"Type": "AWS::EC2::SecurityGroup"}, "Net": {"Type": "X"}}}"#;
        let template = read(text).unwrap().template;
        let wanted = Wanted::one("AWS::EC2::SecurityGroup", Some("GroupId"));
        let value = |name| wanted.value(&template, name);
        assert_eq!(value("Web"), Ok(Value::attribute("Web", "GroupId")));
        assert_eq!(value("Net"), Ok(Value::reference("Net")));
        assert_eq!(value(" sg-0abc "), Ok("sg-0abc".into()));
        assert!(
            value("Wbe")
                .unwrap_err()
                .contains("Nothing here is named “Wbe”")
        );
    }
}
