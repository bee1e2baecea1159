//! A line that is a property of the resource it starts at.

use super::granting;
use super::offer::{Connection, Written};
use crate::catalogue::{Link, named};
use crate::document::{Draft, Refusal};
use crate::edit::stand_in;
use crate::message::Message;
use crate::template::{Evaluator, LogicalId, PropertyPath, Resource, Step, Value};

/// Writes the property: a list gets one element more, a single value is
/// replaced.
pub(super) fn write(
    evaluator: &Evaluator<'_>,
    connection: &Connection,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let Written::Property(link) = connection.written else {
        return Ok(());
    };
    let (from, to) = (&connection.from, &connection.to);
    let Some(resource) = evaluator.template().resource(from) else {
        return Ok(());
    };
    let there = named(evaluator, resource, link.property, link.kind);
    if there.iter().any(|(_, id)| id == to) {
        let message = Message::new("{from} {verb} {to} already.").resource("from", from);
        let message = message.text("verb", link.verb).resource("to", to);
        return Err(message.into());
    }
    let value = match link.attribute {
        Some(attribute) => Value::attribute(to.as_str(), attribute),
        None => Value::reference(to.as_str()),
    };
    let path = next_place(resource, link);
    let refused = || {
        let message = Message::new(
            "{property} of {from} is not written as a list: edit it as JSON to add {to}.",
        );
        let message = message.text("property", link.property.split('.').next().unwrap_or(""));
        Refusal(message.resource("from", from).resource("to", to))
    };
    make_list(draft, from, &path, resource).ok_or_else(refused)?;
    if !draft.set(from, &path, value) {
        return Err(refused());
    }
    let parts = granting::parts(evaluator, connection, from, Some(resource));
    for (property, text) in link.with {
        let text = text.replace("{n}", &number(&path).to_string());
        let place = alike(property, &path);
        if text == "null" {
            let body = draft.resource_mut(from);
            body.and_then(|body| body.remove(&place));
            continue;
        }
        let value = match text.strip_prefix('=') {
            Some(own) => resource.get(&own.into()).cloned(),
            None => stand_in::said(&text, to, &parts),
        };
        if let Some(value) = value {
            draft.set(from, &place, value);
        }
    }
    let line = granting::Line {
        evaluator,
        connection,
        holder: from,
        path: &path,
    };
    granting::write(&line, link.grants, draft);
    Ok(())
}

/// Where the next element of a pattern goes: `*` inside the pattern is the
/// first element, the last `*` the one behind the end.
fn next_place(resource: &Resource, link: &Link) -> PropertyPath {
    let stars = link.property.split('.').filter(|step| *step == "*").count();
    let mut seen = 0;
    let mut path = PropertyPath::root();
    for step in link.property.split('.') {
        if step != "*" {
            path = stepped(&path, step);
            continue;
        }
        seen += 1;
        let length = match resource.get(&path) {
            Some(Value::List(list)) => list.len(),
            // A single value in a list's place becomes its first element.
            Some(value) if !matches!(value, Value::Null) => 1,
            _ => 0,
        };
        path = path.index(if seen == stars { length } else { 0 });
    }
    path
}

/// The number of the last element on a path, from 1.
fn number(path: &PropertyPath) -> usize {
    let indices = path.steps().iter().rev();
    let last = indices.filter_map(|step| match step {
        Step::Index(index) => Some(index.saturating_add(1)),
        Step::Key(_) => None,
    });
    last.take(1).sum()
}

/// A step of a pattern: a key, or a number for a place of a list.
fn stepped(path: &PropertyPath, step: &str) -> PropertyPath {
    match step.parse() {
        Ok(index) => path.index(index),
        Err(_) => path.key(step),
    }
}

/// The place of a pattern in the same elements of lists as a path.
pub(super) fn alike(pattern: &str, path: &PropertyPath) -> PropertyPath {
    let mut indices = path.steps().iter().filter_map(|step| match step {
        Step::Index(index) => Some(*index),
        Step::Key(_) => None,
    });
    pattern.split('.').fold(PropertyPath::root(), |at, step| {
        if step == "*" {
            return at.index(indices.next().unwrap_or(0));
        }
        stepped(&at, step)
    })
}

/// Makes a list of a single reference that stands in a list's place. `None`
/// for other functions: their result cannot be added to.
fn make_list(
    draft: &mut Draft<'_>,
    from: &LogicalId,
    path: &PropertyPath,
    resource: &Resource,
) -> Option<()> {
    let mut at = PropertyPath::root();
    for step in path.steps() {
        match (resource.get(&at), step) {
            (Some(Value::Function(call)), Step::Index(1)) => {
                // A parameter may be a list itself.
                let names = call.names();
                let template = draft.template();
                let is_single =
                    |(name, _): &(String, _)| template.resources.contains_key(name.as_str());
                if !names.first().is_some_and(is_single) {
                    return None;
                }
                let single = vec![Value::Function(call.clone())];
                draft.set(from, &at, single.into());
            }
            (Some(Value::Function(_)), _) => return None,
            _ => {}
        }
        at = match step {
            Step::Key(key) => at.key(key),
            Step::Index(index) => at.index(*index),
        };
    }
    Some(())
}
