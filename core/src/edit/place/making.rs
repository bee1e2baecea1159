//! A new resource and what it cannot do without: defaults, home, subnets and
//! companions, as its entry says.

use std::collections::BTreeSet;

use super::{Plan, Site, home, start, subnets};
use crate::catalogue::{Companion, Entry, Owner, Shape, Tie, ec2, entry, variant_of};
use crate::document::Refusal;
use crate::edit::stand_in::{self, Part};
use crate::edit::{naming, surroundings};
use crate::template::{LogicalId, Map, Resource, Value};

/// How far companions bring companions. A bound, should entries ever lead in
/// a circle.
const MAX_DEPTH: usize = 4;

/// Makes a resource with these properties over its defaults, of which `null`
/// takes one away; it comes first.
pub(super) fn make(
    site: &Site<'_>,
    known: &Entry,
    over: Map,
    given: &mut BTreeSet<LogicalId>,
) -> Result<Plan, Refusal> {
    let mut properties = known.starting_properties();
    properties.extend(over);
    properties.retain(|_, value| *value != Value::Null);
    home::write(site, known, &mut properties)?;
    subnets::write(site, known, &mut properties)?;
    let start = start::finish(site, known, &mut properties)?;
    let itself = made_of(known, properties.clone());
    let itself = Part {
        token: "self",
        id: &site.id,
        resource: Some(&itself),
    };
    let properties = stand_in::filled(&properties, &[itself]);
    given.insert(site.id.clone());
    given.extend(start.along.iter().map(|(id, _)| id.clone()));
    let mut half = Half {
        resource: made_of(known, properties),
        waits_for: start.after.into_iter().collect(),
        names: vec![("self", site.id.clone())],
    };
    let mut along = start.along;
    for companion in known.companions.iter().chain(start.companions) {
        along.extend(bring(site, companion, &mut half, given)?);
    }
    let mut made = vec![(site.id.clone(), half.whole())];
    made.extend(along);
    Ok(made)
}

/// A resource whose companions are still coming.
struct Half {
    resource: Resource,
    waits_for: Vec<LogicalId>,
    /// What companions may call by name, as [`Companion::properties`] says.
    names: Vec<(&'static str, LogicalId)>,
}

impl Half {
    fn whole(mut self) -> Resource {
        let texts = self.waits_for.iter().map(|id| Value::from(id.as_str()));
        let mut texts: Vec<Value> = texts.collect();
        let waits = if texts.len() > 1 {
            Some(texts.into())
        } else {
            texts.pop()
        };
        if waits.is_some() {
            self.resource.set_attribute("DependsOn", waits);
        }
        self.resource
    }

    /// Who may be named in what is written for a companion.
    fn parts(&self) -> Vec<Part<'_>> {
        let parts = self.names.iter().map(|(token, id)| Part {
            token,
            id,
            resource: (*token == "self").then_some(&self.resource),
        });
        parts.collect()
    }
}

/// A resource with these properties and what its entry puts beside them.
pub(super) fn made_of(known: &Entry, properties: Map) -> Resource {
    let mut resource = if properties.is_empty() {
        Resource::new(known.kind)
    } else {
        Resource::with_properties(known.kind, properties)
    };
    for (name, value) in known.starting_attributes() {
        resource.set_attribute(&name, Some(value));
    }
    resource
}

/// Writes a property by its path, as far as what is there lets it.
pub(super) fn put(properties: &mut Map, path: &str, value: Value) {
    let mut body = Resource::with_properties("", std::mem::take(properties));
    body.set(&path.into(), value);
    *properties = body.properties().cloned().unwrap_or_default();
}

/// Names the companion, and makes it if there is none that would do.
fn bring(
    site: &Site<'_>,
    companion: &Companion,
    half: &mut Half,
    given: &mut BTreeSet<LogicalId>,
) -> Result<Plan, Refusal> {
    let in_vpc = surroundings::nearest(site.evaluator, &site.chain, ec2::Vpc::KIND).is_some();
    let is_there = |property: &str| half.resource.get(&property.into()).is_some();
    let unwanted = companion.only_in_vpc && !in_vpc || companion.property().is_some_and(is_there);
    let Some(known) = entry(companion.kind).filter(|_| !unwanted && site.depth < MAX_DEPTH) else {
        return Ok(Plan::new());
    };
    let over = stand_in::object(companion.properties, &half.parts());
    let (id, made) = if let Some(id) = existing(site, companion, known, &over) {
        (id, Plan::new())
    } else {
        let stem = if companion.is_shared {
            known.stem.to_owned()
        } else {
            format!("{}{}", site.id, known.stem)
        };
        let id = naming::fresh(site.document, &stem, given);
        let site = Site {
            id: id.clone(),
            chain: site.chain.clone(),
            depth: site.depth + 1,
            ..*site
        };
        (id, make(&site, known, over, given)?)
    };
    match companion.tie {
        Tie::Property(property) => {
            let value = match companion.attribute {
                Some(attribute) => Value::attribute(id.as_str(), attribute),
                None => Value::reference(id.as_str()),
            };
            half.resource.set(&property.into(), value);
            for (property, text) in companion.with {
                let mut parts = half.parts();
                parts.push(Part {
                    token: "to",
                    id: &id,
                    resource: None,
                });
                if let Some(value) = stand_in::said(text, &id, &parts) {
                    half.resource.set(&(*property).into(), value);
                }
            }
        }
        Tie::DependsOn => half.waits_for.push(id.clone()),
        Tie::Nothing => {}
    }
    half.names.push((companion.placeholder(), id));
    Ok(made)
}

/// One that is there already, of the same variant and in no other VPC: the
/// nearest around, or else the first. A row is shared only by what belongs to the same owner.
fn existing(
    site: &Site<'_>,
    companion: &Companion,
    known: &Entry,
    over: &Map,
) -> Option<LogicalId> {
    if !companion.is_shared {
        return None;
    }
    let wanted = Resource::with_properties(companion.kind, over.clone());
    let variant = variant_of(site.evaluator, &wanted);
    let owners = match known.shape {
        Shape::Row(owners) => owners,
        _ => &[],
    };
    let has_owner = |row: &Resource| {
        owners.iter().all(|owner| match owner {
            Owner::Named { property, .. } => {
                let owner = wanted.property(property);
                owner.is_none() || row.property(property) == owner
            }
            Owner::Naming { .. } => true,
        })
    };
    let would_do = |id: &LogicalId| {
        let there = site.evaluator.template().resource(id);
        there.is_some_and(|it| has_owner(it) && variant_of(site.evaluator, it) == variant)
            && is_near(site, id)
    };
    let near = surroundings::nearest(site.evaluator, &site.chain, companion.kind);
    near.filter(would_do).or_else(|| {
        let mut all = site.evaluator.template().of_kind(companion.kind);
        all.find(|(id, _)| would_do(id)).map(|(id, _)| id.clone())
    })
}

/// Whether something stands in the VPC of what is placed, if both are in one:
/// a cache is nowhere but in the subnets of its group.
fn is_near(site: &Site<'_>, id: &LogicalId) -> bool {
    let vpc = |chain: &[LogicalId]| surroundings::nearest(site.evaluator, chain, ec2::Vpc::KIND);
    let theirs = vpc(&surroundings::chain(site.evaluator, id));
    match (vpc(&site.chain), theirs) {
        (Some(here), Some(there)) => here == there,
        _ => true,
    }
}
