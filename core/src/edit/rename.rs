//! A new name for a resource, and for it in everything that names it.

use std::sync::Arc;

use super::frames::missing;
use super::naming;
use crate::document::{Change, Document, Draft, Refusal};
use crate::message::Message;
use crate::template::{LogicalId, Resource, Value, references, rename_references};

/// Renames a resource: references in resources and sections, `DependsOn`, and
/// its frame follow. It keeps its place in the file.
///
/// # Errors
/// The name cannot be one, or something else has it.
pub fn rename(document: &Document, old: &LogicalId, new: &str) -> Result<Change, Refusal> {
    let name =
        LogicalId::check(new).map_err(|why| Refusal(Message::new("{why}").text("why", why)))?;
    let mut draft = Draft::new(document);
    let resources = &document.template.resources;
    let (index, _, resource) = resources.get_full(old).ok_or_else(|| missing(old))?;
    let title = Message::new("Rename {old} to {new}");
    let title = title.text("old", old).resource("new", &name);
    if *old == name {
        return Ok(draft.into_change(title));
    }
    if naming::is_taken(document, new) {
        let message = "Something is named {name} already: choose another name.";
        return Err(Message::new(message).text("name", new).into());
    }
    let resource = resource.clone();
    let template = draft.template_mut();
    template.resources.shift_remove(old);
    template
        .resources
        .shift_insert(index, name.clone(), resource);
    for resource in template.resources.values_mut() {
        if let Some(renamed) = renamed(resource, old, &name) {
            *resource = Arc::new(renamed);
        }
    }
    for section in template.sections.values_mut() {
        if references(section).iter().any(|it| it.name == old.as_str()) {
            *section = rename_references(section, old, &name);
        }
    }
    if let Some(frame) = document.layout.frames.get(old).copied() {
        draft.layout_mut().frames.remove(old);
        draft.set_frame(&name, frame);
    }
    Ok(draft.into_change(title))
}

/// A resource that names another by its new name; `None` if it does not name it.
pub(super) fn renamed(resource: &Resource, old: &LogicalId, new: &LogicalId) -> Option<Resource> {
    let body = resource.body();
    let is_named = references(body).iter().any(|it| it.name == old.as_str());
    let depends = resource.attribute("DependsOn");
    let waits = depends.map(|it| follow(it, old, new));
    let waits = waits.filter(|after| Some(after) != depends);
    if !is_named && waits.is_none() {
        return None;
    }
    let mut renamed = Resource::from_body(rename_references(body, old, new));
    if waits.is_some() {
        renamed.set_attribute("DependsOn", waits);
    }
    Some(renamed)
}

/// `DependsOn` holds bare names, alone or in a list.
fn follow(value: &Value, old: &LogicalId, new: &LogicalId) -> Value {
    match value {
        Value::Text(name) if name == old.as_str() => new.as_str().into(),
        Value::List(list) => Value::List(list.iter().map(|it| follow(it, old, new)).collect()),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Session, export, open};

    const TEXT: &str = r#"{
  "Parameters": {"Size": {"Type": "String"}},
  "Resources": {
    "A": {"Type": "AWS::EC2::VPC"},
    "B": {"Type": "AWS::EC2::Subnet", "DependsOn": ["A", "C"], "Metadata": {"Of": {"Ref": "A"}},
      "Properties": {"VpcId": {"Ref": "A"}}},
    "C": {"Type": "T", "DependsOn": "A", "Properties": {"Text": {"Fn::Sub": "${A.CidrBlock} A"}}}
  },
  "Outputs": {"Out": {"Value": {"Fn::GetAtt": ["A", "VpcId"]}}}
}"#;

    #[test]
    fn everything_that_names_it_follows() {
        let document = open(TEXT).unwrap().document;
        let mut session = Session::new(document);
        let change = rename(session.document(), &"A".into(), "Main").unwrap();
        session.commit(change).unwrap();
        let after = export(session.document());
        let expected = TEXT.replace("\"A\"", "\"Main\"").replace("${A.", "${Main.");
        let expected = open(&expected).unwrap().document;
        assert_eq!(session.document(), &expected, "{after}");
        session.undo();
        assert_eq!(export(session.document()), TEXT);
    }

    #[test]
    fn names_that_cannot_be_are_refused() {
        let document = open(TEXT).unwrap().document;
        let refused = |name| {
            rename(&document, &"A".into(), name)
                .unwrap_err()
                .to_string()
        };
        assert_eq!(
            refused("B"),
            "Something is named B already: choose another name."
        );
        assert_eq!(
            refused("Size"),
            "Something is named Size already: choose another name."
        );
        assert_eq!(
            refused("a-b"),
            "“-” cannot be in a name: only the letters A to Z and digits can."
        );
        assert!(rename(&document, &"A".into(), "A").unwrap().is_empty());
    }
}
