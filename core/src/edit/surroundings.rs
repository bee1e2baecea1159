//! What is around a place: its containers, and the blocks, zones and routes of
//! the VPC that it is in. Reads; decides nothing.

use crate::catalogue::{Role, ec2, entry, home_of, named};
use crate::cidr::{Ipv4Net, parse};
use crate::template::{Evaluated, Evaluator, FunctionName, LogicalId, Resource, Value};

const VPC: &str = ec2::Vpc::KIND;
const SUBNET: &str = ec2::Subnet::KIND;

/// The role of a resource; [`Role::Nothing`] for unknown kinds.
pub(super) fn role(resource: &Resource) -> Role {
    entry(resource.kind().as_str()).map_or(Role::Nothing, |entry| entry.role)
}

/// A resource and the containers around it, from the inside out.
pub(super) fn chain(evaluator: &Evaluator<'_>, id: &LogicalId) -> Vec<LogicalId> {
    let mut chain = vec![id.clone()];
    let mut at = id.clone();
    while let Some((container, _)) = home_of(evaluator, &at) {
        if chain.contains(&container) {
            break;
        }
        chain.push(container.clone());
        at = container;
    }
    chain
}

/// The innermost of a chain that is of a kind.
pub(super) fn nearest(
    evaluator: &Evaluator<'_>,
    chain: &[LogicalId],
    kind: &str,
) -> Option<LogicalId> {
    let is_of_kind = |id: &&LogicalId| {
        let resource = evaluator.template().resource(id);
        resource.is_some_and(|resource| resource.kind() == kind)
    };
    chain.iter().find(is_of_kind).cloned()
}

/// The subnets of a VPC, in the order of the file.
pub(super) fn subnets_of(evaluator: &Evaluator<'_>, vpc: &LogicalId) -> Vec<LogicalId> {
    let all = evaluator.template().of_kind(SUBNET);
    let inside = all.filter(|(_, subnet)| names(evaluator, subnet, "VpcId", VPC, vpc));
    inside.map(|(id, _)| id.clone()).collect()
}

/// Whether a property of a resource names another.
pub(super) fn names(
    evaluator: &Evaluator<'_>,
    resource: &Resource,
    property: &str,
    kind: &str,
    id: &LogicalId,
) -> bool {
    let named = named(evaluator, resource, property, kind);
    named.iter().any(|(_, it)| it == id)
}

/// The IPv4 block that a `CidrBlock` says, host bits cut off.
pub(super) fn block(evaluator: &Evaluator<'_>, resource: &Resource) -> Option<Ipv4Net> {
    let text = evaluator.property(resource, &"CidrBlock".into()).text()?;
    match parse(&text).ok()?.block() {
        crate::cidr::IpNet::V4(block) => Some(block),
        crate::cidr::IpNet::V6(_) => None,
    }
}

/// The IPv4 blocks of a VPC: its own and those added to it.
pub(super) fn blocks_of(evaluator: &Evaluator<'_>, vpc: &LogicalId) -> Vec<Ipv4Net> {
    let template = evaluator.template();
    let own = template.resource(vpc).and_then(|it| block(evaluator, it));
    let added = template.of_kind(ec2::VpcCidrBlock::KIND);
    let added = added.filter(|(_, it)| names(evaluator, it, "VpcId", VPC, vpc));
    own.into_iter()
        .chain(added.filter_map(|(_, it)| block(evaluator, it)))
        .collect()
}

/// The zone of a subnet, if it can be told.
pub(super) fn zone_of(evaluator: &Evaluator<'_>, subnet: &LogicalId) -> Option<String> {
    let resource = evaluator.template().resource(subnet)?;
    let zone = evaluator.property(resource, &"AvailabilityZone".into());
    zone.text()
}

/// The zones of the region that evaluation knows.
pub(super) fn zones(evaluator: &Evaluator<'_>) -> Vec<String> {
    let all = Value::function(FunctionName::GetAZs, "".into());
    match evaluator.evaluate(&all) {
        Evaluated::Known(Value::List(zones)) => {
            zones.iter().filter_map(Value::as_scalar_text).collect()
        }
        _ => Vec::new(),
    }
}

/// The attachment of an Internet gateway to a VPC.
pub(super) fn attachment_of(evaluator: &Evaluator<'_>, vpc: &LogicalId) -> Option<LogicalId> {
    attachment_by(evaluator, vpc, "InternetGatewayId")
}

/// The attachment to a VPC that names its gateway by a property.
pub(super) fn attachment_by(
    evaluator: &Evaluator<'_>,
    vpc: &LogicalId,
    property: &str,
) -> Option<LogicalId> {
    let all = evaluator
        .template()
        .of_kind(ec2::VpcGatewayAttachment::KIND);
    let mut all = all.filter(|(_, it)| it.property(property).is_some());
    let found = all.find(|(_, it)| names(evaluator, it, "VpcId", VPC, vpc));
    found.map(|(id, _)| id.clone())
}

/// Where a subnet's traffic to everywhere goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// Nowhere: its table says nothing of it.
    Isolated,
    /// Out by something other than an Internet gateway.
    Private,
    /// To an Internet gateway.
    Public,
}

/// The tier of a subnet, as its associated route table says.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types>
pub(super) fn tier(evaluator: &Evaluator<'_>, subnet: &LogicalId) -> Tier {
    let template = evaluator.template();
    let mut associations = template.of_kind(ec2::SubnetRouteTableAssociation::KIND);
    let table = associations
        .find(|(_, it)| names(evaluator, it, "SubnetId", SUBNET, subnet))
        .and_then(|(_, it)| named(evaluator, it, "RouteTableId", ec2::RouteTable::KIND).pop());
    let Some((_, table)) = table else {
        return Tier::Isolated;
    };
    let default = template.of_kind(ec2::Route::KIND).find(|(_, route)| {
        names(
            evaluator,
            route,
            "RouteTableId",
            ec2::RouteTable::KIND,
            &table,
        ) && destination(evaluator, route).as_deref() == Some("0.0.0.0/0")
    });
    match default {
        None => Tier::Isolated,
        Some((_, route)) => {
            let gateway = named(evaluator, route, "GatewayId", ec2::InternetGateway::KIND);
            if gateway.is_empty() {
                Tier::Private
            } else {
                Tier::Public
            }
        }
    }
}

/// The IPv4 destination of a route.
pub(super) fn destination(evaluator: &Evaluator<'_>, route: &Resource) -> Option<String> {
    evaluator
        .property(route, &"DestinationCidrBlock".into())
        .text()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::design;

    #[test]
    fn a_subnet_is_public_by_its_route_to_an_internet_gateway() {
        let document = design(
            "igw gate
vpc main CidrBlock=10.0.0.0/16
  vpccidrblock more CidrBlock=10.1.0.0/16
  subnet open
    tableassociation one RouteTableId=@table
  subnet shut
  routetable table
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@gate
",
        );
        let setting = document.setting();
        let evaluator = Evaluator::new(&document.template, &setting);
        assert_eq!(tier(&evaluator, &"open".into()), Tier::Public);
        assert_eq!(tier(&evaluator, &"shut".into()), Tier::Isolated);
        assert_eq!(blocks_of(&evaluator, &"main".into()).len(), 2);
        assert_eq!(subnets_of(&evaluator, &"main".into()).len(), 2);
        let chain = chain(&evaluator, &"open".into());
        assert_eq!(chain, ["open".into(), "main".into()]);
    }
}
