//! Steps that fixes of several rules share. Each works on a draft and gives
//! `None` where it cannot be done.

use ipnet::{IpNet, Ipv4Net};

use super::{Context, Fix};
use crate::cidr;
use crate::document::Draft;
use crate::message::Message;
use crate::template::{Evaluated, FunctionName, LogicalId, Map, PropertyPath, Resource, Value};

/// A name that the draft does not have yet: the stem, or the stem and a number.
pub(super) fn free_name(draft: &Draft<'_>, stem: &str) -> LogicalId {
    let is_free = |name: &LogicalId| draft.template().resource(name).is_none();
    let plain = LogicalId::new(stem);
    if is_free(&plain) {
        return plain;
    }
    let mut number = 2;
    loop {
        let name = LogicalId::new(format!("{stem}{number}"));
        if is_free(&name) {
            return name;
        }
        number += 1;
    }
}

/// Adds a resource of a type with these properties.
pub(super) fn add<const N: usize>(
    draft: &mut Draft<'_>,
    stem: &str,
    kind: &str,
    properties: [(&str, Value); N],
) -> LogicalId {
    let id = free_name(draft, stem);
    let properties = properties.map(|(key, value)| (key.to_owned(), value));
    draft.insert(
        id.clone(),
        Resource::with_properties(kind, Map::from_iter(properties)),
    );
    id
}

/// A `Ref`.
pub(super) fn reference(id: &LogicalId) -> Value {
    Value::reference(id.as_str())
}

/// Sets a property.
pub(super) fn set(
    draft: &mut Draft<'_>,
    id: &LogicalId,
    path: impl Into<PropertyPath>,
    value: impl Into<Value>,
) -> Option<()> {
    draft.set(id, &path.into(), value.into()).then_some(())
}

/// Takes a property, or an element of a list, away.
pub(super) fn unset(
    draft: &mut Draft<'_>,
    id: &LogicalId,
    path: impl Into<PropertyPath>,
) -> Option<()> {
    let removed = draft.resource_mut(id)?.remove(&path.into());
    removed.map(drop)
}

/// Takes a resource that no property refers to away, and its name out of every
/// `DependsOn`.
pub(super) fn remove(draft: &mut Draft<'_>, id: &LogicalId) -> Option<()> {
    draft.template().resource(id)?;
    draft.remove(id);
    let waiting = draft.template().resources.iter().filter(|(_, resource)| {
        let after = resource.attribute("DependsOn");
        after.is_some_and(|after| names(after).any(|name| name == id.as_str()))
    });
    let waiting: Vec<LogicalId> = waiting.map(|(other, _)| other.clone()).collect();
    for other in waiting {
        let resource = draft.resource_mut(&other)?;
        let after = resource.attribute("DependsOn")?.clone();
        let kept: Vec<Value> = names(&after)
            .filter(|name| *name != id.as_str())
            .map(Value::from)
            .collect();
        let kept = (!kept.is_empty()).then_some(Value::List(kept));
        resource.set_attribute("DependsOn", kept);
    }
    Some(())
}

/// A fix that takes a resource away.
pub(super) fn remove_resource(context: &Context<'_>, id: &LogicalId) -> Vec<Fix> {
    let title = Message::new("Remove {resource}").resource("resource", id);
    Fix::review(context, title, |draft| remove(draft, id))
}

/// The names that a `DependsOn` lists.
pub(super) fn names(after: &Value) -> impl Iterator<Item = &str> {
    let one = after.as_text().into_iter();
    let many = after.as_list().unwrap_or_default().iter();
    one.chain(many.filter_map(Value::as_text))
}

/// The lowest free block of a VPC for one of its subnets: of a size, or of
/// /24, or of the smallest size that a subnet may have.
pub(super) fn free_block(
    context: &Context<'_>,
    vpc: &LogicalId,
    subnet: &LogicalId,
    prefix: u8,
) -> Option<Ipv4Net> {
    let within = context.blocks_of(vpc);
    let taken = context.taken_in(vpc, subnet);
    let sizes = [prefix.clamp(16, 28), prefix.clamp(24, 28), 28];
    sizes
        .into_iter()
        .find_map(|prefix| cidr::next_free(&within, &taken, prefix))
}

/// A block as a value in the place of another: `${Prefix}.2.0/24` in the place
/// of `${Prefix}.1.0/24` when the variable part stays true, else the literal.
pub(super) fn block_like(
    context: &Context<'_>,
    now: Option<&Value>,
    block: impl Into<IpNet>,
) -> Value {
    let literal = block.into().to_string();
    let kept = now.and_then(|now| {
        let function = now.as_function()?;
        let text = function.argument.as_text()?;
        if function.name != FunctionName::Sub {
            return None;
        }
        let tail = &text[text.rfind('}')? + 1..];
        let variable = text.strip_suffix(tail)?;
        let Evaluated::Known(Value::Text(value)) = context.evaluator.evaluate(now) else {
            return None;
        };
        let start = value.strip_suffix(tail)?;
        let rest = literal.strip_prefix(start)?;
        let joins = tail.starts_with('.') && rest.starts_with('.');
        joins.then(|| Value::function(FunctionName::Sub, Value::from(format!("{variable}{rest}"))))
    });
    kept.unwrap_or_else(|| Value::from(literal))
}

/// Moves a subnet to the lowest free block of its VPC, of its size if it can be.
pub(super) fn move_subnet(context: &Context<'_>, id: &LogicalId) -> Vec<Fix> {
    let subnet = context.survey.subnets.get(id);
    let now = subnet.and_then(|subnet| subnet.cidr.known());
    let prefix = now.map_or(24, |cidr| cidr.block().prefix_len());
    let vpc = subnet.and_then(|subnet| subnet.vpc.known());
    let block = vpc.and_then(|vpc| free_block(context, vpc, id, prefix));
    move_subnet_to(context, id, block)
}

/// Moves a subnet to a block, if there is one.
pub(super) fn move_subnet_to(
    context: &Context<'_>,
    id: &LogicalId,
    block: Option<Ipv4Net>,
) -> Vec<Fix> {
    let Some(block) = block else {
        return Vec::new();
    };
    let title = Message::new("Move {subnet} to {block}")
        .resource("subnet", id)
        .text("block", block);
    Fix::review(context, title, |draft| {
        set_block(context, draft, id, &"CidrBlock".into(), block)
    })
}

/// Writes a block into a property, in the way that it is written now.
pub(super) fn set_block(
    context: &Context<'_>,
    draft: &mut Draft<'_>,
    id: &LogicalId,
    path: &PropertyPath,
    block: impl Into<IpNet>,
) -> Option<()> {
    let now = context.resource(id)?.get(path);
    let value = block_like(context, now, block);
    set(draft, id, path.clone(), value)
}
