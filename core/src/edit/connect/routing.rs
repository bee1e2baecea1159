//! A new route: to where its target leads, once the target is joined.

use super::filling::Task;
use crate::catalogue::{Role, ec2, home_of, named};
use crate::document::Refusal;
use crate::edit::surroundings::{self, names};
use crate::message::Message;
use crate::template::{Evaluator, LogicalId, Resource, Value};

const TABLE: &str = ec2::RouteTable::KIND;
const IPV4: &str = "DestinationCidrBlock";
const IPV6: &str = "DestinationIpv6CidrBlock";

/// A default route, except to another VPC, where it is for that VPC alone. By
/// an egress-only Internet gateway it is for IPv6.
///
/// # Errors
/// The table has a route for that block already.
pub(super) fn route(task: &Task<'_>, route: &mut Resource) -> Result<(), Refusal> {
    let (table, target) = (&task.connection.from, &task.connection.to);
    let evaluator = task.evaluator;
    let resource = evaluator.template().resource(target);
    match resource.map(surroundings::role) {
        Some(Role::EgressOnlyGateway) => {
            route.remove(&IPV4.into());
            route.set(&IPV6.into(), "::/0".into());
        }
        Some(Role::VpcPeering) => {
            if let Some(other) = resource.and_then(|it| other_side(evaluator, table, it)) {
                let block = Value::attribute(other.as_str(), "CidrBlock");
                route.set(&IPV4.into(), block);
            }
        }
        _ => {}
    }
    let wanted = destinations(evaluator, route);
    let routes = evaluator.template().of_kind(task.known.kind);
    let mut same = routes.filter(|(_, route)| {
        names(evaluator, route, "RouteTableId", TABLE, table)
            && destinations(evaluator, route) == wanted
    });
    if let Some((route, _)) = same.next() {
        let message = "{table} has a route for {block} already, {route}: change its destination or remove it first.";
        let block = wanted.into_iter().flatten().next();
        let message = Message::new(message).resource("table", table);
        let message = message.text("block", block.unwrap_or_default());
        return Err(message.resource("route", route).into());
    }
    wait(task, route, target);
    Ok(())
}

/// What a route is for, IPv4 and IPv6.
fn destinations(evaluator: &Evaluator<'_>, route: &Resource) -> [Option<String>; 2] {
    [IPV4, IPV6].map(|name| evaluator.property(route, &name.into()).text())
}

/// The VPC at the other side of a peering connection, seen from a table.
fn other_side(
    evaluator: &Evaluator<'_>,
    table: &LogicalId,
    peering: &Resource,
) -> Option<LogicalId> {
    let (vpc, _) = home_of(evaluator, table)?;
    let sides = ["VpcId", "PeerVpcId"].into_iter();
    let sides = sides.flat_map(|side| named(evaluator, peering, side, ec2::Vpc::KIND));
    let mut sides = sides.map(|(_, id)| id);
    sides.find(|id| *id != vpc)
}

/// Makes a resource wait until a gateway is attached: it cannot be used before.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html#gatewayattachment>
pub(super) fn wait(task: &Task<'_>, resource: &mut Resource, gateway: &LogicalId) {
    let evaluator = task.evaluator;
    let template = evaluator.template();
    let Some(target) = template.resource(gateway) else {
        return;
    };
    let (property, attachments): (_, &[&str]) = match surroundings::role(target) {
        Role::InternetGateway => ("InternetGatewayId", &[ec2::VpcGatewayAttachment::KIND]),
        Role::VpnGateway => ("VpnGatewayId", &[ec2::VpcGatewayAttachment::KIND]),
        _ => (
            "TransitGatewayId",
            &[
                ec2::transit_gateway_vpc_attachment::ENTRY.kind,
                ec2::transit_gateway_attachment::ENTRY.kind,
            ],
        ),
    };
    let table = evaluator.property(resource, &"RouteTableId".into());
    let vpc = table.resource().and_then(|id| home_of(evaluator, id));
    let kind = target.kind().as_str();
    let mut all = attachments.iter().flat_map(|it| template.of_kind(it));
    let found = all.find(|(_, it)| {
        let is_here = vpc
            .as_ref()
            .is_none_or(|(vpc, _)| names(evaluator, it, "VpcId", ec2::Vpc::KIND, vpc));
        is_here && names(evaluator, it, property, kind, gateway)
    });
    if let Some((attachment, _)) = found {
        resource.set_attribute("DependsOn", Some(attachment.as_str().into()));
    }
}
