//! A line that is a resource of its own: an arrow or a row.

use std::collections::BTreeSet;

use super::filling;
use super::linking::along_with;
use super::offer::Connection;
use crate::catalogue::{End, Entry, entry};
use crate::document::{Document, Draft, Refusal};
use crate::edit::naming;
use crate::template::{Evaluator, Map, PropertyPath, Resource, Value};

/// Makes the resource that joins the ends, or turns an existing one to the new
/// end where only one may be.
pub(super) fn write(
    document: &Document,
    evaluator: &Evaluator<'_>,
    connection: &Connection,
    kind: &str,
    port: Option<u16>,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let Some((known, ends)) = entry(kind).and_then(|it| Some((it, it.ends.as_ref()?))) else {
        return Ok(());
    };
    let kind_of = |id| evaluator.template().resource(id).map(Resource::kind);
    let end = |ends: &'static [End], id| {
        let kind = kind_of(id);
        ends.iter()
            .find(move |end| kind.is_some_and(|kind| kind == end.kind))
    };
    let (Some(start), Some(target)) = (
        end(ends.from, &connection.from),
        end(ends.to, &connection.to),
    ) else {
        return Ok(());
    };
    let task = filling::Task {
        evaluator,
        known,
        connection,
        port,
    };
    if let Some(existing) = filling::to_turn(&task)? {
        let value = reference(target, connection.to.as_str());
        draft.set(&existing, &place(target), value);
        return Ok(());
    }
    let mut resource = blank(known);
    resource.set(&place(start), reference(start, connection.from.as_str()));
    resource.set(&place(target), reference(target, connection.to.as_str()));
    for (end, id) in [(start, &connection.from), (target, &connection.to)] {
        for (property, text) in end.with {
            let property = property.replace('*', "0");
            let value = along_with(text, id.as_str());
            resource.set(&property.as_str().into(), value);
        }
    }
    filling::fill(&task, &mut resource, draft)?;
    let id = naming::fresh(document, &filling::stem(&task), &BTreeSet::new());
    draft.insert(id, resource);
    Ok(())
}

fn blank(known: &Entry) -> Resource {
    let properties: Map = known.starting_properties();
    let mut resource = Resource::with_properties(known.kind, properties);
    for (name, value) in known.starting_attributes() {
        resource.set_attribute(&name, Some(value));
    }
    resource
}

/// Where an end is written in a new resource.
fn place(end: &End) -> PropertyPath {
    end.property.replace('*', "0").as_str().into()
}

fn reference(end: &End, id: &str) -> Value {
    match end.attribute {
        Some(attribute) => Value::attribute(id, attribute),
        None => Value::reference(id),
    }
}
