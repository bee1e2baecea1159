//! The property that puts a new resource into what it was dropped on, or into
//! the nearest container around that fits.

use super::Site;
use super::making::put;
use crate::catalogue::{Entry, Format, Home, Owner, Position, Shape};
use crate::document::Refusal;
use crate::edit::{surroundings, wording};
use crate::message::Message;
use crate::template::{Map, Value};

/// Writes the home or the owner into the properties.
pub(super) fn write(site: &Site<'_>, known: &Entry, properties: &mut Map) -> Result<(), Refusal> {
    if let Shape::Row(owners) = known.shape {
        return own(site, known, owners, properties);
    }
    let inside: Vec<_> = direct(known).collect();
    // A companion is told by what it comes along with where it belongs.
    if inside
        .iter()
        .any(|home| properties.contains_key(home.property))
    {
        return Ok(());
    }
    for home in &inside {
        if let Some(container) = surroundings::nearest(site.evaluator, &site.chain, home.kind) {
            let value = Value::reference(container.as_str());
            put(properties, home.property, value);
            return Ok(());
        }
    }
    match inside.first() {
        Some(home) => Err(homeless(known.kind, home.kind)),
        None => Ok(()),
    }
}

/// The homes that a single property of the resource itself names.
pub(in crate::edit) fn direct(known: &Entry) -> impl Iterator<Item = &Home> {
    let homes = known.homes.iter();
    homes.filter(|home| home.position == Position::Inside && !home.property.contains('*'))
}

/// Why a kind cannot be where its home is not.
pub(in crate::edit) fn homeless(kind: &str, home: &str) -> Refusal {
    let message = Message::new("{what} lives in {home}: drop it on one.");
    let message = message.text("what", wording::one_first(kind));
    message.text("home", wording::one(home)).into()
}

fn own(
    site: &Site<'_>,
    known: &Entry,
    owners: &[Owner],
    properties: &mut Map,
) -> Result<(), Refusal> {
    let mut required = None;
    for owner in owners {
        let Owner::Named { property, kind } = owner else {
            continue;
        };
        if properties.contains_key(*property) {
            return Ok(());
        }
        let Some(id) = surroundings::nearest(site.evaluator, &site.chain, kind) else {
            let field = known.fields.iter().find(|it| it.property == *property);
            if field.is_some_and(|field| field.required) {
                required = required.or(Some(*kind));
            }
            continue;
        };
        let ends = known.ends.iter();
        let mut ends = ends.flat_map(|ends| ends.from.iter().chain(ends.to));
        let attribute = ends
            .find(|end| end.property == *property)
            .and_then(|end| end.attribute)
            .or_else(|| wanted(known, property));
        let value = match attribute {
            Some(attribute) => Value::attribute(id.as_str(), attribute),
            None => Value::reference(id.as_str()),
        };
        put(properties, property, value);
        return Ok(());
    }
    match required {
        Some(kind) => {
            let message = Message::new("{what} belongs to {owner}: drop it on one.");
            let message = message.text("what", wording::one_first(known.kind));
            Err(message.text("owner", wording::one(kind)).into())
        }
        None => Ok(()),
    }
}

/// The attribute that a property wants of what it names.
fn wanted(known: &Entry, property: &str) -> Option<&'static str> {
    let mut fields = known.fields.iter();
    let field = fields.find(|field| field.property == property)?;
    match field.format {
        Format::Reference(_, attribute) => attribute,
        _ => None,
    }
}
