//! Resources as text for the clipboard, and adding resources under new names:
//! what duplicating and pasting share.

use std::collections::{BTreeSet, HashSet};

use indexmap::IndexMap;

use super::{naming, rename};
use crate::catalogue::{Role, Shape, ends_of, entry, home_of, owner_of};
use crate::document::{Document, Draft};
use crate::sorting;
use crate::template::{Evaluator, LogicalId, Map, Resource, Value, pretty, references};

/// Resources with what belongs to them, as JSON text that [`super::paste`] takes.
pub fn copy(document: &Document, ids: &[LogicalId]) -> String {
    let template = &document.template;
    let bodies = belonging(document, ids).into_iter().filter_map(|id| {
        let body = template.resource(&id)?.body().clone();
        Some((id.to_string(), body))
    });
    let resources = Value::Map(bodies.collect());
    let root = Map::from_iter([("Resources".to_owned(), resources)]);
    pretty(&Value::Map(root))
}

/// Resources and what goes where they go, in the order of the file: what lives
/// in them, their rows, the arrows between them, and for a subnet its
/// associations, since a subnet without them would route otherwise.
pub(super) fn belonging(document: &Document, ids: &[LogicalId]) -> Vec<LogicalId> {
    let setting = document.setting();
    let evaluator = Evaluator::new(&document.template, &setting);
    let mut chosen = sorting::set(ids.iter().cloned());
    loop {
        let before = chosen.len();
        for (id, resource) in &document.template.resources {
            if !chosen.contains(id) && belongs(&evaluator, id, resource, &chosen) {
                chosen.insert(id.clone());
            }
        }
        if chosen.len() == before {
            break;
        }
    }
    let all = document.template.resources.keys();
    all.filter(|id| chosen.contains(*id)).cloned().collect()
}

fn belongs(
    evaluator: &Evaluator<'_>,
    id: &LogicalId,
    resource: &Resource,
    chosen: &BTreeSet<LogicalId>,
) -> bool {
    let Some(known) = entry(resource.kind().as_str()) else {
        return false;
    };
    let is_chosen = |id: Option<LogicalId>| id.is_some_and(|id| chosen.contains(&id));
    let home = home_of(evaluator, id).map(|(container, _)| container);
    if is_chosen(home) || is_chosen(owner_of(evaluator, id)) {
        return true;
    }
    if known.shape != Shape::Arrow {
        return is_served(evaluator, id, known.role, chosen);
    }
    let (from, to) = ends_of(evaluator, id);
    if known.role == Role::GatewayAttachment && is_chosen(to.clone()) {
        return true;
    }
    let is_association = matches!(
        known.role,
        Role::RouteTableAssociation | Role::NetworkAclAssociation
    );
    is_chosen(from) && (is_association || is_chosen(to))
}

/// Whether a resource can serve one other alone, and that one is chosen: the
/// Internet gateway of a VPC, the Elastic IP of a NAT gateway.
fn is_served(
    evaluator: &Evaluator<'_>,
    id: &LogicalId,
    role: Role,
    chosen: &BTreeSet<LogicalId>,
) -> bool {
    let (property, server) = match role {
        Role::InternetGateway => ("InternetGatewayId", Role::GatewayAttachment),
        Role::ElasticIp => ("AllocationId", Role::NatGateway),
        _ => return false,
    };
    let mut served = chosen.iter().filter_map(|chosen| {
        let resource = evaluator.template().resource(chosen)?;
        let known = entry(resource.kind().as_str())?;
        (known.role == server).then(|| evaluator.property(resource, &property.into()))
    });
    served.any(|named| named.resource() == Some(id))
}

/// Adds resources under names that are free. References among them follow;
/// references to others stay. Gives the new name of each.
pub(super) fn add(
    document: &Document,
    draft: &mut Draft<'_>,
    resources: &[(LogicalId, Resource)],
) -> IndexMap<LogicalId, LogicalId> {
    let mut names: IndexMap<LogicalId, LogicalId> = IndexMap::new();
    let mut given = BTreeSet::new();
    for (old, _) in resources {
        let stem = if naming::is_taken(document, old.as_str()) {
            naming::stem_of(old)
        } else {
            old.as_str()
        };
        let new = naming::fresh(document, stem, &given);
        given.insert(new.clone());
        names.insert(old.clone(), new);
    }
    for (old, resource) in resources {
        let Some(new) = names.get(old) else { continue };
        draft.insert(new.clone(), follow(resource, &names));
    }
    names
}

/// A resource whose references follow all new names at once. Names that are
/// both old and new would otherwise be renamed twice: they go by way of names
/// that no template can have.
fn follow(resource: &Resource, names: &IndexMap<LogicalId, LogicalId>) -> Resource {
    let mut resource = resource.clone();
    // Few of all names stand in one resource.
    let named = names_in(&resource);
    let changed = names.iter().filter(|(old, new)| old != new);
    let changed: Vec<_> = changed
        .filter(|(old, _)| named.contains(old.as_str()))
        .collect();
    let changed = || changed.iter().enumerate();
    let between = |index: usize| LogicalId::new(format!("\u{0}{index}"));
    for (index, (old, _)) in changed() {
        if let Some(renamed) = rename::renamed(&resource, old, &between(index)) {
            resource = renamed;
        }
    }
    for (index, (_, new)) in changed() {
        if let Some(renamed) = rename::renamed(&resource, &between(index), new) {
            resource = renamed;
        }
    }
    resource
}

/// The names that a resource refers to, in whatever way.
fn names_in(resource: &Resource) -> HashSet<String> {
    let referred = references(resource.body()).into_iter().map(|it| it.name);
    let after = resource.attribute("DependsOn");
    let one = after.and_then(Value::as_text).into_iter();
    let many = after.and_then(Value::as_list).unwrap_or_default().iter();
    let awaited = one.chain(many.filter_map(Value::as_text));
    referred.chain(awaited.map(str::to_owned)).collect()
}
