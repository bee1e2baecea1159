//! A subnet goes out through a NAT gateway in another zone.

use crate::catalogue::ec2;
use crate::document::Draft;
use crate::lower::survey::{NatGateway, Subnet};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend, mend_ways};
use crate::template::{LogicalId, Resource, Value};

use super::tables::default_route;

pub(super) static RULE: Rule = Rule {
    id: "nat-gateway-other-zone",
    severity: Severity::Warning,
    title: "Way out through another zone",
    why: "When the zone of the NAT gateway fails, this subnet is cut off though its own zone is \
          well, and AWS charges for every byte between zones. Build a NAT gateway in each zone, \
          and a route table for each.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.0.0/24 AvailabilityZone=us-east-1a
    nat nat AllocationId=@address.AllocationId
  subnet publicB CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  subnet app CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1b # warning nat-gateway-other-zone: app is in us-east-1b and goes out through nat in us-east-1a.
  routetable private
    route out DestinationCidrBlock=0.0.0.0/0 NatGatewayId=@nat
tableassociation appPrivate SubnetId=@app RouteTableId=@private
eip address Domain=vpc
igw igw
  attachment joins VpcId=@main
routetable open VpcId=@main
  route outside DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
tableassociation openA SubnetId=@public RouteTableId=@open
tableassociation openB SubnetId=@publicB RouteTableId=@open
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.0.0/24 AvailabilityZone=us-east-1a
    nat nat AllocationId=@address.AllocationId
  subnet app CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  routetable private
    route out DestinationCidrBlock=0.0.0.0/0 NatGatewayId=@nat
tableassociation appPrivate SubnetId=@app RouteTableId=@private
eip address Domain=vpc
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for subnet in survey.subnets.values() {
        let table = subnet.table.as_ref().and_then(|id| survey.tables.get(id));
        let (Some(table), Some(zone)) = (table, subnet.zone.known()) else {
            continue;
        };
        // The first one counts: what else has its destination is another rule's.
        if let Some(route) = default_route(context, table) {
            let nat = match route.targets.as_slice() {
                [target] => {
                    let id = target.target.known();
                    let id = id.filter(|_| target.path == "NatGatewayId".into());
                    id.and_then(|id| survey.nat_gateways.get(id))
                }
                _ => None,
            };
            let nat = nat.and_then(|nat| {
                let zone = survey.subnets.get(nat.subnet.known()?)?.zone.known()?;
                Some((nat, zone))
            });
            if let Some((nat, other)) = nat.filter(|(_, other)| *other != zone) {
                let message =
                    Message::new("{subnet} is in {zone} and goes out through {nat} in {other}.")
                        .resource("subnet", &subnet.id)
                        .text("zone", zone)
                        .resource("nat", &nat.id)
                        .text("other", other);
                findings
                    .add(&subnet.id, "AvailabilityZone", message)
                    .with([&nat.id]);
            }
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let survey = context.survey;
    let subnet = survey.subnets.get(&finding.resource);
    let old = finding.others.first();
    let old = old.and_then(|id| survey.nat_gateways.get(id));
    let (Some(subnet), Some(old)) = (subnet, old) else {
        return Vec::new();
    };
    let Some((zone, vpc)) = subnet.zone.known().zip(subnet.vpc.known()) else {
        return Vec::new();
    };
    let in_zone = |id: Option<&LogicalId>| {
        let other = id.and_then(|id| survey.subnets.get(id));
        other.is_some_and(|other| other.zone.known() == Some(zone) && other.vpc == subnet.vpc)
    };
    let mut gateways = survey.nat_gateways.values();
    if let Some(near) = gateways.find(|nat| in_zone(nat.subnet.known())) {
        let title = Message::new("Go out through {nat}").resource("nat", &near.id);
        return Fix::review(context, title, |draft| {
            go_through(context, draft, subnet, &old.id, &near.id)
        });
    }
    let public = mend_ways::public_subnets(context, vpc, Some(zone));
    let place = public.first().filter(|it| it.zone.known() == Some(zone));
    let Some(place) = place else {
        return Vec::new();
    };
    let title =
        Message::new("Build a NAT gateway in {public} for it").resource("public", &place.id);
    Fix::review(context, title, |draft| {
        let near = build(context, draft, old, &place.id)?;
        go_through(context, draft, subnet, &old.id, &near)
    })
}

/// Adds a NAT gateway like another one, with an address of its own.
fn build(
    context: &Context<'_>,
    draft: &mut Draft<'_>,
    like: &NatGateway,
    place: &LogicalId,
) -> Option<LogicalId> {
    let id = mend::free_name(draft, like.id.as_str());
    let mut nat: Resource = context.resource(&like.id)?.clone();
    nat.set(&"SubnetId".into(), mend::reference(place));
    nat.remove(&"PrivateIpAddress".into());
    if !like.allocation.is_absent() {
        let domain = [("Domain", Value::from("vpc"))];
        let stem = format!("{id}Address");
        let address = mend::add(draft, &stem, ec2::ElasticIp::KIND, domain);
        let value = Value::attribute(address.as_str(), "AllocationId");
        nat.set(&"AllocationId".into(), value);
    }
    draft.insert(id.clone(), nat);
    Some(id)
}

/// Gives a subnet a copy of its route table in which another NAT gateway
/// stands for the old one.
fn go_through(
    context: &Context<'_>,
    draft: &mut Draft<'_>,
    subnet: &Subnet,
    old: &LogicalId,
    new: &LogicalId,
) -> Option<()> {
    let table = context.survey.tables.get(subnet.table.as_ref()?)?;
    let copy = mend::free_name(draft, table.id.as_str());
    draft.insert(copy.clone(), context.resource(&table.id)?.clone());
    for id in &table.routes {
        let route = context.survey.routes.get(id)?;
        let mut resource = context.resource(id)?.clone();
        resource.set(&"RouteTableId".into(), mend::reference(&copy));
        for target in &route.targets {
            if target.target.known() == Some(old) {
                resource.set(&target.path, mend::reference(new));
            }
        }
        let name = mend::free_name(draft, id.as_str());
        draft.insert(name, resource);
    }
    mend_ways::use_table(context, draft, &subnet.id, &copy)
}
