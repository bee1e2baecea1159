//! Resources by name, to choose among, and back: which value names one. Knows
//! no control.

use drawbridge_core::template::{Evaluator, LogicalId, Template, Value};
use leptos::prelude::*;

use crate::ui::Choice;
use crate::workspace::Workspace;

/// The resources of a kind, each with its `Name` tag beside it.
pub(super) fn choices(workspace: Workspace, kind: &'static str) -> Signal<Vec<Choice>> {
    Memo::new(move |_| {
        workspace.template_version.track();
        workspace.document(|document| {
            let all = document.template.of_kind(kind).map(|(id, _)| {
                let title = workspace
                    .diagram(|diagram| diagram.nodes.get(id).map(|node| node.title.clone()))
                    .filter(|title| title != id.as_str());
                Choice::new(id.as_str(), id.as_str()).with_note(title.unwrap_or_default())
            });
            all.collect::<Vec<_>>()
        })
    })
    .into()
}

/// The value by which a typed name refers to a resource: by the attribute where
/// the kind is the expected one, and by `Ref` otherwise. A name that is none of
/// this template is taken as an identifier of AWS's if it looks like one.
pub(super) fn value_of_name(
    template: &Template,
    name: &str,
    kind: &str,
    attribute: Option<&str>,
) -> Result<Value, String> {
    let name = name.trim();
    match (template.resource(&LogicalId::new(name)), attribute) {
        (Some(resource), Some(attribute)) if resource.kind() == kind => {
            Ok(Value::attribute(name, attribute))
        }
        (Some(_), _) => Ok(Value::reference(name)),
        // Identifiers and ARNs have a dash or a colon; names here have neither.
        (None, _) if name.contains(['-', ':']) => Ok(name.into()),
        (None, _) => Err(format!(
            "Nothing here is named “{name}”: choose from the list, or write an identifier of AWS's."
        )),
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
        let value =
            |name| value_of_name(&template, name, "AWS::EC2::SecurityGroup", Some("GroupId"));
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
