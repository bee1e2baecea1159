//! What a line needs beside itself, as its entry says: permissions, policies
//! and roles, each made once.

use std::collections::BTreeSet;

use super::linking::alike;
use super::offer::Connection;
use crate::catalogue::{Entry, Grant, entry};
use crate::document::Draft;
use crate::edit::naming;
use crate::edit::stand_in::{self, Part};
use crate::edit::surroundings::names;
use crate::template::{Evaluator, LogicalId, Map, PropertyPath, Resource, Value, value_of_json};

/// A line that has just been written.
pub(super) struct Line<'a> {
    pub(super) evaluator: &'a Evaluator<'a>,
    pub(super) connection: &'a Connection,
    /// The resource that the line is, or whose property it is.
    pub(super) holder: &'a LogicalId,
    /// The property of the holder that names the end.
    pub(super) path: &'a PropertyPath,
}

/// Who takes part in a line: its own resource and both ends.
pub(super) fn parts<'a>(
    evaluator: &Evaluator<'a>,
    connection: &'a Connection,
    holder: &'a LogicalId,
    resource: Option<&'a Resource>,
) -> [Part<'a>; 3] {
    let end = |token, id| Part {
        token,
        id,
        resource: evaluator.template().resource(id),
    };
    let (from, to) = (&connection.from, &connection.to);
    let own = Part {
        token: "self",
        id: holder,
        resource,
    };
    [own, end("from", from), end("to", to)]
}

/// Writes what the line needs. What is there already is not made again.
pub(super) fn write(line: &Line<'_>, grants: &[Grant], draft: &mut Draft<'_>) {
    for grant in grants {
        let holder = draft.template().resource(line.holder).cloned();
        let parts = parts(
            line.evaluator,
            line.connection,
            line.holder,
            holder.as_ref(),
        );
        let over = value_of_json(grant.properties).and_then(|it| stand_in::named(&it, &parts));
        // Without a name that the template does not tell, it would say too little.
        let Some(Value::Map(over)) = over else {
            continue;
        };
        let is_there = grant
            .added
            .is_some_and(|added| add(line, grant, added, &over, draft));
        let id = if is_there {
            None
        } else {
            same(draft, grant.kind, &over).or_else(|| Some(make(line, grant, &over, draft)))
        };
        let Some(id) = id else { continue };
        if let Some((property, attribute)) = grant.named {
            let value = match attribute {
                Some(attribute) => Value::attribute(id.as_str(), attribute),
                None => Value::reference(id.as_str()),
            };
            draft.set(line.holder, &alike(property, line.path), value);
        }
        if grant.is_first
            && let Some(resource) = draft.resource_mut(line.holder)
        {
            let waits = waiting(resource.attribute("DependsOn"), id.as_str());
            resource.set_attribute("DependsOn", Some(waits));
        }
    }
}

/// What a resource waits for, and one more.
fn waiting(there: Option<&Value>, id: &str) -> Value {
    match there {
        None => id.into(),
        Some(Value::List(list)) => {
            let mut list = list.clone();
            list.push(id.into());
            list.into()
        }
        Some(single) => vec![single.clone(), id.into()].into(),
    }
}

/// One that says the same already.
fn same(draft: &Draft<'_>, kind: &str, over: &Map) -> Option<LogicalId> {
    let says = |it: &Resource| {
        over.iter()
            .all(|(key, value)| it.property(key) == Some(value))
    };
    let mut all = draft.template().of_kind(kind);
    all.find(|(_, it)| says(it)).map(|(id, _)| id.clone())
}

/// Adds to the one that is there for the end; `false` if there is none.
fn add(
    line: &Line<'_>,
    grant: &Grant,
    (property, list): (&str, &str),
    over: &Map,
    draft: &mut Draft<'_>,
) -> bool {
    let to = &line.connection.to;
    let Some(kind) = line.evaluator.template().resource(to).map(Resource::kind) else {
        return false;
    };
    let mut all = line.evaluator.template().of_kind(grant.kind);
    let existing = all.find(|(_, it)| names(line.evaluator, it, property, kind.as_str(), to));
    let Some((id, existing)) = existing else {
        return false;
    };
    let list = PropertyPath::from(list);
    let new = Resource::with_properties(grant.kind, over.clone());
    let wanted = new.get(&list).and_then(Value::as_list).unwrap_or_default();
    let mut there = match existing.get(&list) {
        Some(Value::List(there)) => there.clone(),
        // A policy may have its only statement without a list.
        Some(single @ Value::Map(_)) => vec![single.clone()],
        _ => return true,
    };
    let missing: Vec<_> = wanted
        .iter()
        .filter(|it| !there.contains(it))
        .cloned()
        .collect();
    if !missing.is_empty() {
        there.extend(missing);
        draft.set(id, &list, there.into());
    }
    true
}

fn make(line: &Line<'_>, grant: &Grant, over: &Map, draft: &mut Draft<'_>) -> LogicalId {
    let known = entry(grant.kind);
    let last = grant.kind.rsplit("::").next().unwrap_or(grant.kind);
    let stem = format!("{}{}", line.holder, known.map_or(last, |it| it.stem));
    let id = naming::fresh(draft.document(), &stem, &BTreeSet::new());
    let mut properties = known.map_or_else(Map::new, Entry::starting_properties);
    properties.extend(over.clone());
    let itself = Resource::with_properties(grant.kind, properties.clone());
    let itself = Part {
        token: "self",
        id: &id,
        resource: Some(&itself),
    };
    let properties = stand_in::filled(&properties, &[itself]);
    let mut resource = Resource::with_properties(grant.kind, properties);
    for (name, value) in known.map_or_else(Map::new, Entry::starting_attributes) {
        resource.set_attribute(&name, Some(value));
    }
    draft.insert(id.clone(), resource);
    id
}

#[cfg(test)]
#[path = "granting_tests.rs"]
mod tests;
