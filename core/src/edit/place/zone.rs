//! The zone of a subnet, written the way its siblings write theirs, and that
//! of a disk.

use super::Site;
use crate::catalogue::ec2;
use crate::edit::surroundings::{nearest, subnets_of, zone_of, zones};
use crate::template::{Evaluated, Evaluator, FunctionName, LogicalId, Map, Value};

const ZONE: &str = "AvailabilityZone";

/// Writes the zone of the lane, else the one that is used least.
pub(super) fn write(site: &Site<'_>, properties: &mut Map) {
    let Some(vpc) = nearest(site.evaluator, &site.chain, ec2::Vpc::KIND) else {
        return;
    };
    let zone = site.place.zone.clone();
    let zone = zone.or_else(|| least_used(site.evaluator, &vpc));
    if let Some(zone) = zone {
        properties.insert(ZONE.to_owned(), in_zone(site.evaluator, &vpc, &zone));
    }
}

/// Writes the zone of a disk: that of what it was dropped on, so that they
/// stay together, else that of the lane, else the first.
///
/// <https://docs.aws.amazon.com/ebs/latest/userguide/ebs-attaching-volume.html>
pub(super) fn of_volume(site: &Site<'_>, properties: &mut Map) {
    let around = [ec2::Instance::KIND, ec2::Subnet::KIND];
    let mut around = around.into_iter();
    let zone = match around.find_map(|kind| nearest(site.evaluator, &site.chain, kind)) {
        Some(id) => Value::attribute(id.as_str(), ZONE),
        None => lane(site),
    };
    properties.insert(ZONE.to_owned(), zone);
}

fn lane(site: &Site<'_>) -> Value {
    let vpc = nearest(site.evaluator, &site.chain, ec2::Vpc::KIND);
    match (vpc, &site.place.zone) {
        (Some(vpc), Some(zone)) => in_zone(site.evaluator, &vpc, zone),
        _ => selected(0, Value::function(FunctionName::GetAZs, "".into())),
    }
}

fn selected(index: i64, all: Value) -> Value {
    Value::function(FunctionName::Select, vec![index.into(), all].into())
}

/// The zone of the region with the fewest subnets of a VPC, the first of equals.
pub(in crate::edit) fn least_used(evaluator: &Evaluator<'_>, vpc: &LogicalId) -> Option<String> {
    let subnets = subnets_of(evaluator, vpc);
    let used: Vec<_> = subnets.iter().map(|id| zone_of(evaluator, id)).collect();
    let count = |zone: &String| used.iter().filter(|it| it.as_ref() == Some(zone)).count();
    zones(evaluator).into_iter().min_by_key(count)
}

/// A zone as a value: as a subnet that stands in it says it, else in the form
/// that the VPC's other subnets use, else so that it fits every region.
pub(in crate::edit) fn in_zone(evaluator: &Evaluator<'_>, vpc: &LogicalId, zone: &str) -> Value {
    let siblings = subnets_of(evaluator, vpc);
    let siblings: Vec<_> = siblings
        .iter()
        .filter_map(|id| evaluator.template().resource(id)?.property(ZONE))
        .collect();
    let same = siblings.iter().find(|value| {
        let is_plain = matches!(evaluator.evaluate(value), Evaluated::Known(_));
        is_plain && evaluator.evaluate(value).text().as_deref() == Some(zone)
    });
    if let Some(same) = same {
        return (*same).clone();
    }
    let is_literal = siblings.iter().any(|value| value.as_text().is_some());
    let index = zones(evaluator).iter().position(|it| it == zone);
    match index.and_then(|index| i64::try_from(index).ok()) {
        Some(index) if !is_literal => {
            let all = siblings.iter().find_map(|value| list_of(value));
            let all = all.unwrap_or_else(|| Value::function(FunctionName::GetAZs, "".into()));
            selected(index, all)
        }
        _ => zone.into(),
    }
}

/// The list of zones that a sibling selects from.
fn list_of(value: &Value) -> Option<Value> {
    let select = value
        .as_function()
        .filter(|it| it.name == FunctionName::Select)?;
    let all = select.argument.as_list()?.get(1)?;
    let call = all.as_function()?;
    (call.name == FunctionName::GetAZs).then(|| all.clone())
}
