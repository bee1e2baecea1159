//! Removing resources, what cannot be without them, and what names them.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::frames::missing;
use crate::catalogue::{Entry, Shape, ends_of, entry, home_of, owner_of};
use crate::document::{Change, Document, Draft, Refusal};
use crate::message::Message;
use crate::sorting;
use crate::template::{Evaluator, LogicalId, Resource, Value, references, without_references};

/// Everything that goes when resources are removed, in the order of the file:
/// what lives in them, their rows, and the arrows and routes that end at them.
pub fn removal(document: &Document, ids: &[LogicalId]) -> Vec<LogicalId> {
    let setting = document.setting();
    let evaluator = Evaluator::new(&document.template, &setting);
    let needs: Vec<_> = document
        .template
        .resources
        .iter()
        .map(|(id, resource)| (id, needed(&evaluator, id, resource)))
        .collect();
    let mut gone: BTreeSet<&LogicalId> = sorting::set(ids);
    loop {
        let before = gone.len();
        for (id, needs) in &needs {
            if needs.iter().any(|it| gone.contains(it)) {
                gone.insert(id);
            }
        }
        if gone.len() == before {
            break;
        }
    }
    let all = document.template.resources.keys();
    all.filter(|id| gone.contains(id)).cloned().collect()
}

/// The resources without which one makes no sense.
fn needed(evaluator: &Evaluator<'_>, id: &LogicalId, resource: &Resource) -> Vec<LogicalId> {
    let Some(known) = entry(resource.kind().as_str()) else {
        return Vec::new();
    };
    let home = home_of(evaluator, id).map(|(container, _)| container);
    let mut needed: Vec<_> = home.into_iter().chain(owner_of(evaluator, id)).collect();
    if is_line(known) {
        let (from, to) = ends_of(evaluator, id);
        needed.extend(from.into_iter().chain(to));
    }
    needed
}

/// Whether a kind says nothing without both its ends.
fn is_line(known: &Entry) -> bool {
    known.ends.is_some() && matches!(known.shape, Shape::Arrow | Shape::Row(_))
}

/// Removes resources with all that [`removal`] tells. What stays loses its
/// references to them, and outputs that name them go.
///
/// # Errors
/// None of them is there.
pub fn remove(document: &Document, ids: &[LogicalId]) -> Result<Change, Refusal> {
    let gone = removal(document, ids);
    let Some(first) = ids.iter().find(|id| gone.contains(id)) else {
        let none = LogicalId::new("What was chosen");
        return Err(missing(ids.first().unwrap_or(&none)));
    };
    let mut draft = Draft::new(document);
    for id in &gone {
        draft.remove(id);
    }
    let names: HashSet<&str> = gone.iter().map(LogicalId::as_str).collect();
    for resource in draft.template_mut().resources.values_mut() {
        if let Some(rest) = without(resource, &names) {
            *resource = Arc::new(rest);
        }
    }
    clean_outputs(&mut draft, &names);
    let title = match gone.len() - 1 {
        0 => Message::new("Remove {name}").resource("name", first),
        more => Message::new("Remove {name} and {count} more")
            .resource("name", first)
            .text("count", more),
    };
    Ok(draft.into_change(title))
}

/// A resource without what it says of the removed; `None` if it says nothing.
fn without(resource: &Resource, names: &HashSet<&str>) -> Option<Resource> {
    let depends = resource.attribute("DependsOn");
    let waits = depends.and_then(|it| still_waits(it, names));
    let changed = waits.as_ref() != depends;
    if !changed && named_in(resource.body(), names).is_empty() {
        return None;
    }
    let mut rest = resource.clone();
    if changed {
        rest.set_attribute("DependsOn", waits);
    }
    let Some(body) = resource.body().as_map() else {
        return Some(rest);
    };
    for (name, value) in body {
        let lost = named_in(value, names);
        if lost.is_empty() {
            continue;
        }
        let kept = lost
            .iter()
            .try_fold(value.clone(), |value, id| without_references(&value, id));
        rest.set_attribute(name, kept);
    }
    Some(rest)
}

/// What is left of a `DependsOn`.
fn still_waits(value: &Value, names: &HashSet<&str>) -> Option<Value> {
    match value {
        Value::Text(name) => (!names.contains(name.as_str())).then(|| value.clone()),
        Value::List(list) => {
            let stays = |it: &&Value| it.as_text().is_none_or(|name| !names.contains(name));
            let kept: Vec<_> = list.iter().filter(stays).cloned().collect();
            (!kept.is_empty() || list.is_empty()).then_some(Value::List(kept))
        }
        other => Some(other.clone()),
    }
}

fn named_in(value: &Value, names: &HashSet<&str>) -> BTreeSet<LogicalId> {
    let all = references(value).into_iter();
    let named = all.filter(|it| names.contains(it.name.as_str()));
    sorting::set(named.map(|it| LogicalId::new(it.name)))
}

/// Outputs that name the removed go, and the section with its last output.
fn clean_outputs(draft: &mut Draft<'_>, names: &HashSet<&str>) {
    let sections = &mut draft.template_mut().sections;
    let Some(Value::Map(outputs)) = sections.get_mut("Outputs") else {
        return;
    };
    let before = outputs.len();
    outputs.retain(|_, output| named_in(output, names).is_empty());
    if outputs.is_empty() && before > 0 {
        sections.shift_remove("Outputs");
    }
}

#[cfg(test)]
#[path = "remove_tests.rs"]
mod tests;
