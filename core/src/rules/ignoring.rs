//! Findings that somebody has seen and accepts: written into the resource's
//! `Metadata` as `Drawbridge: {Ignore: [rule]}`, so that they travel with the
//! template and show in its review.

use super::Finding;
use crate::document::{Change, Document, Draft, Refusal};
use crate::message::Message;
use crate::template::{Map, Resource, Value};

/// The ids of the rules that a resource asks to ignore.
pub fn ignored_rules(resource: &Resource) -> impl Iterator<Item = &str> {
    let metadata = resource.attribute("Metadata").and_then(Value::as_map);
    let ours = metadata
        .and_then(|map| map.get("Drawbridge"))
        .and_then(Value::as_map);
    let list = ours
        .and_then(|map| map.get("Ignore"))
        .and_then(Value::as_list);
    list.unwrap_or_default().iter().filter_map(Value::as_text)
}

/// Writes that a finding's resource ignores its rule.
///
/// # Errors
/// The resource is gone, or its `Metadata` is no mapping.
pub fn ignore(document: &Document, finding: &Finding) -> Result<Change, Refusal> {
    let mut draft = Draft::new(document);
    let refusal = || {
        Refusal(
            Message::new("{resource} cannot hold the note: its Metadata is not a mapping.")
                .resource("resource", &finding.resource),
        )
    };
    let resource = draft.resource_mut(&finding.resource).ok_or_else(refusal)?;
    let mut metadata = mapping(resource.attribute("Metadata")).ok_or_else(refusal)?;
    let mut ours = mapping(metadata.get("Drawbridge")).ok_or_else(refusal)?;
    let mut list = match ours.get("Ignore") {
        Some(Value::List(list)) => list.clone(),
        _ => Vec::new(),
    };
    if !list.iter().any(|it| it.as_text() == Some(finding.rule.id)) {
        list.push(Value::from(finding.rule.id));
    }
    ours.insert("Ignore".to_owned(), Value::List(list));
    metadata.insert("Drawbridge".to_owned(), Value::Map(ours));
    resource.set_attribute("Metadata", Some(Value::Map(metadata)));
    let title = Message::new("Ignore {rule} at {resource}")
        .text("rule", finding.rule.id)
        .resource("resource", &finding.resource);
    Ok(draft.into_change(title))
}

/// A copy of a mapping, empty where there is none.
fn mapping(value: Option<&Value>) -> Option<Map> {
    match value {
        None | Some(Value::Null) => Some(Map::new()),
        Some(Value::Map(map)) => Some(map.clone()),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::document::Session;
    use crate::fixture;
    use crate::schema::Schemas;

    #[test]
    fn an_ignored_finding_is_kept_apart() {
        let design = "vpc main CidrBlock=10.0.0.0/16\n  subnet a CidrBlock=10.0.1.0/24\n  subnet b CidrBlock=10.0.1.0/25\n";
        let document = fixture::design(design);
        let before = analyze(&document, &Schemas::default());
        let overlap = before
            .findings
            .iter()
            .find(|it| it.rule.id == "subnet-cidr-overlap")
            .unwrap();
        let change = ignore(&document, overlap).unwrap();
        let mut session = Session::new(document.clone());
        session.commit(change).unwrap();
        let after = analyze(session.document(), &Schemas::default());
        assert!(!after.findings.contains(overlap));
        assert!(after.ignored.contains(overlap));
    }
}
