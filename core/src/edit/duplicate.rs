//! Copies of resources beside them.

use indexmap::IndexMap;

use super::frames::pin;
use super::{copy, place, spot, surroundings};
use crate::catalogue::{Role, Shape, ec2, entry};
use crate::cidr::Ipv4Net;
use crate::diagram::{Diagram, project};
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
/// None of them is there, it is an arrow, or a VPC has no room for another subnet.
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
    if let [only] = ids
        && is_arrow(document, only)
    {
        let message = "{name} joins two resources already: connect others instead.";
        return Err(Message::new(message).resource("name", only).into());
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
        let is_of_vpc = chosen.iter().any(|id| is_vpc(document, id));
        unname(&mut resource, is_of_vpc);
        resources.push((id.clone(), resource));
    }
    let mut draft = Draft::new(document);
    let names = copy::add(document, &mut draft, &resources);
    let seen = project(document);
    pin(&mut draft, &seen);
    for (old, new) in &names {
        if let Some(frame) = draft.document().layout.frames.get(old).copied() {
            draft.set_frame(new, frame);
        }
    }
    let mut after = project(draft.document());
    for (old, new) in names.iter().filter(|(old, _)| is_loose(&seen, old, &names)) {
        let Some(frame) = draft.document().layout.frames.get(old).copied() else {
            continue;
        };
        let frame = spot::free(&after, new, frame.translate(STEP));
        draft.set_frame(new, frame);
        if let Some(node) = after.nodes.get_mut(new) {
            node.frame = frame;
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

/// Whether a copy is drawn where its original is, not inside of another copy.
fn is_loose(seen: &Diagram, old: &LogicalId, names: &IndexMap<LogicalId, LogicalId>) -> bool {
    let parent = seen.node(old).and_then(|node| node.parent.as_ref());
    parent.is_none_or(|parent| !names.contains_key(parent))
}

fn is_arrow(document: &Document, id: &LogicalId) -> bool {
    let resource = document.template.resource(id);
    let known = resource.and_then(|it| entry(it.kind().as_str()));
    known.is_some_and(|known| known.shape == Shape::Arrow)
}

fn is_vpc(document: &Document, id: &LogicalId) -> bool {
    let resource = document.template.resource(id);
    resource.is_some_and(|it| it.kind() == ec2::Vpc::KIND)
}

/// Names and addresses of which an account or a subnet has one.
const UNIQUE: [(&str, &str); 6] = [
    ("AWS::ElasticLoadBalancingV2::LoadBalancer", "Name"),
    ("AWS::ElasticLoadBalancingV2::TargetGroup", "Name"),
    ("AWS::EC2::SecurityGroup", "GroupName"),
    ("AWS::RDS::DBInstance", "DBInstanceIdentifier"),
    ("AWS::RDS::DBSubnetGroup", "DBSubnetGroupName"),
    ("AWS::RDS::DBCluster", "DBClusterIdentifier"),
];

/// Takes away what a copy cannot have too; AWS makes up another. Addresses
/// stay in a copy of a whole VPC, which has the same blocks.
fn unname(resource: &mut Resource, is_of_vpc: bool) {
    for (kind, property) in UNIQUE {
        if resource.kind() == kind {
            resource.remove(&property.into());
        }
    }
    if is_of_vpc {
        return;
    }
    let address = "PrivateIpAddress";
    resource.remove(&address.into());
    let interfaces = PropertyPath::from("NetworkInterfaces");
    let count = resource.get(&interfaces).and_then(Value::as_list);
    for index in 0..count.map_or(0, <[Value]>::len) {
        resource.remove(&interfaces.index(index).key(address));
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
