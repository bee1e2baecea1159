//! What goes through a middlebox one way comes back past it.

use crate::catalogue::ec2;
use crate::lower::survey::{Route, RouteTarget, Subnet};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, Value};

use super::tables::{has_untold_route, route_to, table_of, vpc_of};

pub(super) static RULE: Rule = Rule {
    id: "middlebox-one-way",
    severity: Severity::Warning,
    title: "Middlebox on one way only",
    why: "The route of one subnet leads through an appliance to another subnet, whose answers come \
          back directly. A firewall that sees only half of a connection drops it, and AWS does \
          not support such routing. Lead the way back through the same appliance.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/middlebox-routing-console.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet wall CidrBlock=10.0.0.0/24
    instance firewall SourceDestCheck=false
  subnet a CidrBlock=10.0.1.0/24
  subnet b CidrBlock=10.0.2.0/24
  routetable tableA
    route there DestinationCidrBlock=10.0.2.0/24 InstanceId=@firewall # warning middlebox-one-way: there leads from a to b through firewall, but b answers a directly.
  routetable tableB
tableassociation joinsA SubnetId=@a RouteTableId=@tableA
tableassociation joinsB SubnetId=@b RouteTableId=@tableB
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet wall CidrBlock=10.0.0.0/24
    instance firewall SourceDestCheck=false
  subnet a CidrBlock=10.0.1.0/24
  subnet b CidrBlock=10.0.2.0/24
  routetable tableA
    route there DestinationCidrBlock=10.0.2.0/24 InstanceId=@firewall
  routetable tableB
    route back DestinationCidrBlock=10.0.1.0/24 InstanceId=@firewall
tableassociation joinsA SubnetId=@a RouteTableId=@tableA
tableassociation joinsB SubnetId=@b RouteTableId=@tableB
",
    check,
    fixes,
}
.told();

/// The target of a route, if it is an appliance that does not translate: what
/// a NAT gateway sends comes back to it by itself.
fn appliance(route: &Route) -> Option<(&RouteTarget, &LogicalId)> {
    let target = route.targets.first()?;
    let path = target.path.to_string();
    let kinds = ["InstanceId", "NetworkInterfaceId", "VpcEndpointId"];
    kinds.contains(&path.as_str()).then_some(())?;
    Some((target, target.target.known()?))
}

/// The subnet of the route's VPC that its destination is.
fn subnet_at<'a>(context: &Context<'a>, route: &Route) -> Option<&'a Subnet> {
    let block = route.destination.known()?.block();
    let vpc = vpc_of(context, route)?;
    let mut subnets = context.subnets_of(vpc).iter().copied();
    subnets.find(|it| {
        let blocks = [it.cidr.known(), it.ipv6_cidr.known()];
        blocks.into_iter().flatten().any(|it| it.block() == block)
    })
}

/// Whether a subnet answers another past the appliance.
fn answers_directly(context: &Context<'_>, from: &Subnet, to: &Subnet, by: &RouteTarget) -> bool {
    let Some(block) = to.cidr.known().map(|it| it.block()) else {
        return false;
    };
    let Some(table) = table_of(context, from) else {
        return from.table.is_none();
    };
    if has_untold_route(context, table) {
        return false;
    }
    let Some(back) = route_to(context, table, block) else {
        return true;
    };
    let Some(target) = back.targets.first() else {
        return false;
    };
    // Endpoints of several zones may lead to one fleet of appliances, and an
    // interface of the other way may be the same machine's.
    target.path == by.path
        && by.path.to_string() == "InstanceId"
        && target
            .target
            .known()
            .is_some_and(|it| Some(it) != by.target.known())
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for route in survey.routes.values() {
        let Some((target, middle)) = appliance(route) else {
            continue;
        };
        let Some(there) = subnet_at(context, route) else {
            continue;
        };
        let table = route.table.known().and_then(|id| survey.tables.get(id));
        let mut from = table.into_iter().flat_map(|it| &it.subnets);
        let lost = from.find_map(|id| {
            let from = survey.subnets.get(id).filter(|it| it.id != there.id)?;
            answers_directly(context, there, from, target).then_some(from)
        });
        let Some(from) = lost else { continue };
        let message = Message::new(
            "{route} leads from {from} to {to} through {middle}, but {to} answers {from} directly.",
        )
        .resource("route", &route.id)
        .resource("from", &from.id)
        .resource("to", &there.id)
        .resource("middle", middle);
        findings
            .add(&route.id, target.path.clone(), message)
            .with([&from.id, &there.id]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let survey = context.survey;
    let [from, there] = finding.others.as_slice() else {
        return Vec::new();
    };
    let route = survey.routes.get(&finding.resource);
    let block = survey.subnets.get(from).and_then(|it| it.cidr.known());
    let table = survey
        .subnets
        .get(there)
        .and_then(|it| table_of(context, it));
    let (Some(route), Some(block), Some(table)) = (route, block, table) else {
        return Vec::new();
    };
    let Some((target, middle)) = appliance(route) else {
        return Vec::new();
    };
    let title = Message::new("Lead back through {middle} too").resource("middle", middle);
    Fix::review(context, title, |draft| {
        if let Some(back) = route_to(context, table, block.block()) {
            return mend::set(
                draft,
                &back.id,
                target.path.clone(),
                mend::reference(middle),
            );
        }
        let value = context.resource(&route.id)?.get(&target.path)?.clone();
        let properties = [
            ("RouteTableId", mend::reference(&table.id)),
            (
                "DestinationCidrBlock",
                Value::from(block.block().to_string()),
            ),
        ];
        let stem = format!("{}Back", route.id);
        let back = mend::add(draft, &stem, ec2::Route::KIND, properties);
        mend::set(draft, &back, target.path.clone(), value)
    })
}
