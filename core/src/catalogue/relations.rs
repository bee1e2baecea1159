//! How the resources of one template stand to each other, read from their
//! properties through their entries: home, owner, ends and links.
//!
//! Knows nothing of positions, and judges nothing: what is named twice or
//! wrongly is for rules.

use super::{End, Home, Link, Owner, Position, Shape, entry};
use crate::template::{
    Evaluated, Evaluator, FunctionName, LogicalId, PropertyPath, Resource, Value,
};

/// How many neighbors are followed to find a container: a database stands
/// beside its subnet group, which stands beside its subnets. A bound, should
/// entries ever lead in a circle.
const MAX_NEIGHBORS: usize = 4;

/// Every place that a pattern of an entry matches in a resource, in order.
///
/// `*` stands for each element of a list, a number for that element; a single
/// value in a list's place counts as its only element. Paths are those of [`Evaluator::property`],
/// with `Fn::If` looked through, so that [`Resource::get`] may not know them.
/// A list that cannot be told has no places.
pub fn expand(evaluator: &Evaluator<'_>, resource: &Resource, pattern: &str) -> Vec<PropertyPath> {
    // Most resources lack most properties: answer without evaluating.
    let first = pattern.split('.').next().unwrap_or(pattern);
    if resource
        .properties()
        .is_some_and(|all| !all.contains_key(first))
    {
        return Vec::new();
    }
    let mut places = vec![PropertyPath::root()];
    for step in pattern.split('.') {
        places = if step == "*" {
            let inside = places.iter();
            inside
                .flat_map(|place| elements(evaluator, resource, place))
                .collect()
        } else if let Ok(index) = step.parse() {
            places.iter().map(|place| place.index(index)).collect()
        } else {
            places.iter().map(|place| place.key(step)).collect()
        };
    }
    places.retain(|place| evaluator.property(resource, place) != Evaluated::Absent);
    places
}

fn elements(
    evaluator: &Evaluator<'_>,
    resource: &Resource,
    place: &PropertyPath,
) -> Vec<PropertyPath> {
    let list = match evaluator.property(resource, place) {
        Evaluated::Known(Value::List(list)) => list,
        Evaluated::Absent | Evaluated::Unknown(_) => return Vec::new(),
        Evaluated::Known(_) | Evaluated::Resource { .. } => return vec![place.clone()],
    };
    let mut places = Vec::with_capacity(list.len());
    for (index, element) in list.iter().enumerate() {
        let place = place.index(index);
        match evaluator.evaluate(element) {
            Evaluated::Absent => {}
            // `Fn::If` may put a whole list at an element's place.
            Evaluated::Known(Value::List(inner)) => {
                places.extend((0..inner.len()).map(|index| place.index(index)));
            }
            _ => places.push(place),
        }
    }
    places
}

/// The resources of a kind that the places of a pattern name, by `Ref`, by any
/// attribute, or inside of a text: `integrations/${Integration}`.
pub fn named(
    evaluator: &Evaluator<'_>,
    resource: &Resource,
    pattern: &str,
    kind: &str,
) -> Vec<(PropertyPath, LogicalId)> {
    let places = expand(evaluator, resource, pattern).into_iter();
    let is_of_kind = |id: &LogicalId| {
        let resource = evaluator.template().resource(id);
        resource.is_some_and(|it| it.kind() == kind)
    };
    let found = places.filter_map(|place| {
        let whole = evaluator.property(resource, &place).resource().cloned();
        let id = whole.or_else(|| in_text(resource, &place, &is_of_kind))?;
        is_of_kind(&id).then_some((place, id))
    });
    found.collect()
}

/// The first resource of a kind that the text of an `Fn::Sub` names.
fn in_text(
    resource: &Resource,
    place: &PropertyPath,
    is_of_kind: &dyn Fn(&LogicalId) -> bool,
) -> Option<LogicalId> {
    let call = resource.get(place)?.as_function()?;
    let names = (call.name == FunctionName::Sub).then(|| call.names())?;
    let mut ids = names.into_iter().map(|(name, _)| LogicalId::new(name));
    ids.find(is_of_kind)
}

/// The container that a resource is drawn in, and the home by which it got
/// there: the first of its entry's that leads to a container. What stands
/// beside another is in the other's container.
pub fn home_of(evaluator: &Evaluator<'_>, id: &LogicalId) -> Option<(LogicalId, &'static Home)> {
    home_within(evaluator, id, MAX_NEIGHBORS)
}

fn home_within(
    evaluator: &Evaluator<'_>,
    id: &LogicalId,
    neighbors: usize,
) -> Option<(LogicalId, &'static Home)> {
    let resource = evaluator.template().resource(id)?;
    for home in entry(resource.kind().as_str())?.homes {
        for (_, other) in named(evaluator, resource, home.property, home.kind) {
            let container = match home.position {
                Position::Inside => Some(other),
                Position::Beside => neighbors
                    .checked_sub(1)
                    .and_then(|left| home_within(evaluator, &other, left))
                    .map(|(container, _)| container),
            };
            if let Some(container) = container {
                return Some((container, home));
            }
        }
    }
    None
}

/// What a row belongs to; `None` for what is no row, or has no owner here.
pub fn owner_of(evaluator: &Evaluator<'_>, id: &LogicalId) -> Option<LogicalId> {
    let template = evaluator.template();
    let resource = template.resource(id)?;
    let Shape::Row(owners) = entry(resource.kind().as_str())?.shape else {
        return None;
    };
    owners.iter().find_map(|owner| match owner {
        Owner::Named { property, kind } => first(evaluator, resource, property, kind),
        Owner::Naming { kind, property } => template
            .of_kind(kind)
            .find(|(_, other)| {
                let named = named(evaluator, other, property, resource.kind().as_str());
                named.iter().any(|(_, it)| it == id)
            })
            .map(|(other, _)| other.clone()),
    })
}

/// Where an arrow, or a row that points somewhere, starts and ends; `None`
/// for an end that is missing or outside of this template.
pub fn ends_of(
    evaluator: &Evaluator<'_>,
    id: &LogicalId,
) -> (Option<LogicalId>, Option<LogicalId>) {
    let Some(resource) = evaluator.template().resource(id) else {
        return (None, None);
    };
    let Some(ends) = entry(resource.kind().as_str()).and_then(|entry| entry.ends.as_ref()) else {
        return (None, None);
    };
    let end = |ends: &[End]| {
        let mut ends = ends.iter();
        ends.find_map(|end| first(evaluator, resource, end.property, end.kind))
    };
    (end(ends.from), end(ends.to))
}

/// Every line that starts at a resource: the place that names the other end,
/// the other end, and the link of the entry that says so.
pub fn links_of(
    evaluator: &Evaluator<'_>,
    id: &LogicalId,
) -> Vec<(PropertyPath, LogicalId, &'static Link)> {
    let Some(resource) = evaluator.template().resource(id) else {
        return Vec::new();
    };
    let links = entry(resource.kind().as_str()).map_or(&[][..], |entry| entry.links);
    let found = links.iter().flat_map(|link| {
        let named = named(evaluator, resource, link.property, link.kind).into_iter();
        named.map(move |(place, other)| (place, other, link))
    });
    found.collect()
}

fn first(
    evaluator: &Evaluator<'_>,
    resource: &Resource,
    pattern: &str,
    kind: &str,
) -> Option<LogicalId> {
    let named = named(evaluator, resource, pattern, kind);
    named.into_iter().next().map(|(_, id)| id)
}

#[cfg(test)]
#[path = "relations_tests.rs"]
mod tests;
