//! A line that is a resource of its own: an arrow or a row.

use std::collections::BTreeSet;

use super::offer::Connection;
use super::{filling, granting};
use crate::catalogue::{End, Entry, entry};
use crate::document::{Document, Draft, Refusal};
use crate::edit::{naming, stand_in};
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
    let id = naming::fresh(document, &filling::stem(&task), &BTreeSet::new());
    let ends = [(start, &connection.from), (target, &connection.to)];
    let mut resource = blank(known);
    for (end, at) in ends {
        resource.set(&place(end), reference(end, at.as_str()));
    }
    let plain = resource.clone();
    let parts = granting::parts(evaluator, connection, &id, Some(&plain));
    let properties = stand_in::filled(plain.properties().unwrap_or(&Map::new()), &parts);
    resource.set_attribute("Properties", Some(properties.into()));
    for (end, at) in ends {
        for (property, text) in end.with {
            if let Some(value) = stand_in::said(text, at, &parts) {
                resource.set(&property.replace('*', "0").as_str().into(), value);
            }
        }
    }
    filling::fill(&task, &mut resource, draft)?;
    draft.insert(id.clone(), resource);
    for (end, _) in ends {
        let line = granting::Line {
            evaluator,
            connection,
            holder: &id,
            path: &place(end),
        };
        granting::write(&line, end.grants, draft);
    }
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
