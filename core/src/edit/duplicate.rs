//! Copies of resources beside them.

use super::frames::pin;
use super::relocate::outermost;
use super::{copy, place, surroundings};
use crate::catalogue::{Role, ec2};
use crate::cidr::Ipv4Net;
use crate::diagram::project;
use crate::document::{Change, Document, Draft, Refusal};
use crate::geometry::Vector;
use crate::message::Message;
use crate::template::{Evaluator, LogicalId, PropertyPath, Resource, Value};

/// How far a copy lies from its original, in pixels, to the right and down.
const STEP: Vector = Vector::new(24.0, 24.0);

/// Copies resources with what belongs to them. Gives the new names of those
/// that were chosen, to select them.
///
/// References inside of what is copied follow. A copied subnet gets the next
/// free block of its VPC, unless the VPC is copied too.
///
/// # Errors
/// None of them is there, or a VPC has no room for another subnet.
pub fn duplicate(
    document: &Document,
    ids: &[LogicalId],
) -> Result<(Change, Vec<LogicalId>), Refusal> {
    let setting = document.setting();
    let evaluator = Evaluator::new(&document.template, &setting);
    let chosen = copy::belonging(document, ids);
    if chosen.is_empty() {
        return Err(Refusal::new(
            "Nothing is selected: select what is to be copied.",
        ));
    }
    let mut given = Vec::new();
    let mut resources = Vec::new();
    for id in &chosen {
        let Some(resource) = document.template.resource(id) else {
            continue;
        };
        let mut resource = resource.clone();
        if surroundings::role(&resource) == Role::Subnet {
            readdress(&evaluator, id, &mut resource, &chosen, &mut given)?;
        }
        rename_tag(&mut resource);
        resources.push((id.clone(), resource));
    }
    let mut draft = Draft::new(document);
    let names = copy::add(document, &mut draft, &resources);
    let outer = outermost(&evaluator, ids);
    let seen = project(document);
    pin(&mut draft, &seen);
    for (old, new) in &names {
        if let Some(frame) = draft.document().layout.frames.get(old).copied() {
            let by = if outer.contains(old) {
                STEP
            } else {
                Vector::ZERO
            };
            draft.set_frame(new, frame.translate(by));
        }
    }
    let new: Vec<_> = ids.iter().filter_map(|id| names.get(id).cloned()).collect();
    let title = match ids {
        [id] => Message::new("Duplicate {name}").resource("name", id),
        _ => Message::new("Duplicate {count} resources").text("count", ids.len()),
    };
    Ok((draft.into_change(title), new))
}

/// Gives a copied subnet a block of its own, as long as its original's.
fn readdress(
    evaluator: &Evaluator<'_>,
    id: &LogicalId,
    resource: &mut Resource,
    chosen: &[LogicalId],
    given: &mut Vec<Ipv4Net>,
) -> Result<(), Refusal> {
    let Some(vpc) = surroundings::nearest(
        evaluator,
        &surroundings::chain(evaluator, id),
        ec2::Vpc::KIND,
    ) else {
        return Ok(());
    };
    let Some(block) = surroundings::block(evaluator, resource) else {
        return Ok(());
    };
    if chosen.contains(&vpc) {
        return Ok(());
    }
    match place::next_subnet_block(evaluator, &vpc, Some(block.prefix_len()), given) {
        place::Room::Free(free) => {
            given.push(free);
            resource.set(&"CidrBlock".into(), free.to_string().into());
            Ok(())
        }
        place::Room::Unknown => Ok(()),
        place::Room::None => Err(place::no_room(&vpc)),
    }
}

/// Marks a copy by its name tag, where that is plain text.
fn rename_tag(resource: &mut Resource) {
    let Some(Value::List(tags)) = resource.get(&"Tags".into()) else {
        return;
    };
    let is_name =
        |tag: &Value| tag.as_map().and_then(|tag| tag.get("Key")?.as_text()) == Some("Name");
    let Some(index) = tags.iter().position(is_name) else {
        return;
    };
    let path = PropertyPath::from("Tags").index(index).key("Value");
    if let Some(Value::Text(name)) = resource.get(&path) {
        let name = format!("{name} copy");
        resource.set(&path, name.into());
    }
}

#[cfg(test)]
#[path = "duplicate_tests.rs"]
mod tests;
