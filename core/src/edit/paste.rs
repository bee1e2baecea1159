//! Resources from text: another design, a template, or what was copied.

use super::{copy, place, surroundings};
use crate::catalogue::{entry, home_of};
use crate::document::{Change, Document, Draft, Refusal, open};
use crate::message::Message;
use crate::template::{Evaluator, LogicalId, Refused, Value, pretty};

/// Adds the resources of a text under free names. Gives the new names of those
/// that live in no other of them.
///
/// `container` is what they are dropped on: what has no home among the pasted
/// gets the nearest that fits.
///
/// # Errors
/// The text is no template in JSON or YAML, or has no resources.
pub fn paste(
    document: &Document,
    text: &str,
    container: Option<&LogicalId>,
) -> Result<(Change, Vec<LogicalId>), Refusal> {
    let pasted = read(text)?;
    let resources = pasted.template.resources.iter();
    let resources: Vec<_> = resources
        .map(|(id, resource)| (id.clone(), resource.as_ref().clone()))
        .collect();
    let mut draft = Draft::new(document);
    let names = copy::add(document, &mut draft, &resources);
    let setting = pasted.setting();
    let within = Evaluator::new(&pasted.template, &setting);
    let mut outermost = Vec::new();
    for (old, new) in &names {
        if home_of(&within, old).is_some() {
            continue;
        }
        outermost.push(new.clone());
        settle(document, &mut draft, new, container);
    }
    for (old, frame) in &pasted.layout.frames {
        if let Some(new) = names.get(old).filter(|new| !outermost.contains(new)) {
            draft.set_frame(new, *frame);
        }
    }
    let title = Message::new("Paste {count} resources").text("count", names.len());
    Ok((draft.into_change(title), outermost))
}

/// The design that a text says, or the mapping of resources.
fn read(text: &str) -> Result<Document, Refusal> {
    let refused = |Refused { position, message }| {
        let sentence = "The text cannot be pasted. Line {line}, column {column}: {why}";
        let sentence = Message::new(sentence).text("line", position.line);
        let sentence = sentence.text("column", position.column);
        Refusal(sentence.message("why", message))
    };
    let mut document = open(text).map_err(refused)?.document;
    if document.template.resources.is_empty() {
        let is_resource = |value: &Value| value.as_map().is_some_and(|it| it.contains_key("Type"));
        if document.template.sections.values().any(is_resource) {
            let resources = pretty(&document.template.to_value());
            let wrapped = format!("{{\"Resources\": {resources}}}");
            document = open(&wrapped).map_err(refused)?.document;
        }
    }
    if document.template.resources.is_empty() {
        return Err(Refusal::new(
            "The text has no resources: copy a template, or resources of one.",
        ));
    }
    Ok(document)
}

/// Puts a pasted resource into what it was dropped on, if it fits there.
fn settle(
    document: &Document,
    draft: &mut Draft<'_>,
    id: &LogicalId,
    container: Option<&LogicalId>,
) {
    let (Some(container), Some(resource)) = (container, draft.template().resource(id)) else {
        return;
    };
    let Some(known) = entry(resource.kind().as_str()) else {
        return;
    };
    let setting = document.setting();
    let evaluator = Evaluator::new(&document.template, &setting);
    let chain = surroundings::chain(&evaluator, container);
    for home in place::direct(known) {
        if let Some(container) = surroundings::nearest(&evaluator, &chain, home.kind) {
            let value = Value::reference(container.as_str());
            draft.set(id, &home.property.into(), value);
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Session;
    use crate::edit::copy;
    use crate::fixture::design;

    const NETWORK: &str = "vpc main CidrBlock=10.0.0.0/16
  subnet web CidrBlock=10.0.0.0/24
    instance one
vpc other CidrBlock=10.1.0.0/16";

    #[test]
    fn what_was_copied_is_pasted_into_another_container() {
        let document = design(NETWORK);
        let text = copy(&document, &["web".into()]);
        let (change, names) = paste(&document, &text, Some(&"other".into())).unwrap();
        assert_eq!(names, ["web2".into()]);
        let mut session = Session::new(document);
        session.commit(change).unwrap();
        let template = &session.document().template;
        let web = template.resource(&"web2".into()).unwrap();
        assert_eq!(web.property("VpcId"), Some(&Value::reference("other")));
        let one = template.resource(&"one2".into()).unwrap();
        assert_eq!(one.property("SubnetId"), Some(&Value::reference("web2")));
    }

    #[test]
    fn a_mapping_of_resources_is_enough() {
        let text = r#"{"New": {"Type": "AWS::EC2::VPC"}, "main": {"Type": "AWS::EC2::VPC"}}"#;
        let (_, names) = paste(&design(NETWORK), text, None).unwrap();
        assert_eq!(names, ["New".into(), "main2".into()]);
    }

    #[test]
    fn text_without_resources_is_refused() {
        let refused = |text| paste(&design(NETWORK), text, None).unwrap_err().to_string();
        assert_eq!(
            refused("{\"A\": 1}"),
            "The text has no resources: copy a template, or resources of one."
        );
        let sentence = refused("{\"A\" 1}");
        assert!(
            sentence.starts_with("The text cannot be pasted. Line 1, column")
                || sentence.starts_with("The text has no resources"),
            "{sentence}"
        );
        assert!(
            refused("hello").starts_with("The text"),
            "{}",
            refused("hello")
        );
    }
}
