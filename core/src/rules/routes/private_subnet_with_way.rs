//! A subnet is called private and leads to the Internet.

use crate::catalogue::ec2;
use crate::lower::survey::{GatewayKind, Route, Tier};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend, mend_ways};
use crate::template::LogicalId;

use super::tables::{Called, called, routes_of, table_of};

pub(super) static RULE: Rule = Rule {
    id: "private-subnet-with-way",
    severity: Severity::Warning,
    title: "Private subnet that leads to the Internet",
    why: "A default route to an Internet gateway makes a subnet public, whatever its name says: \
          each machine in it that gets a public address can be reached from everywhere. Private \
          subnets go out through a NAT gateway, or not at all.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet privateA CidrBlock=10.0.1.0/24 # warning private-subnet-with-way: privateA is called private, but out leads from it to igw.
  routetable table
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
tableassociation joins SubnetId=@privateA RouteTableId=@table
igw igw
  attachment attached VpcId=@main
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet publicA CidrBlock=10.0.0.0/24
    nat nat AllocationId=eipalloc-1
  subnet privateA CidrBlock=10.0.1.0/24
  routetable table
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
  routetable inner
    route through DestinationCidrBlock=0.0.0.0/0 NatGatewayId=@nat
tableassociation joins SubnetId=@publicA RouteTableId=@table
tableassociation joinsInner SubnetId=@privateA RouteTableId=@inner
igw igw
  attachment attached VpcId=@main
",
    check,
    fixes,
}
.told();

/// The gateway of a default route, if it is an Internet gateway.
fn to_internet<'a>(context: &Context<'a>, route: &'a Route) -> Option<&'a LogicalId> {
    let block = route.destination.known()?.block();
    let target = route.targets.first()?.target.known()?;
    let gateway = context.survey.gateways.get(target)?;
    (block.prefix_len() == 0 && gateway.kind == GatewayKind::Internet).then_some(target)
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for subnet in context.survey.subnets.values() {
        if subnet.tier != Tier::Public || called(context, &subnet.id) != Some(Called::Private) {
            continue;
        }
        let Some(table) = table_of(context, subnet) else {
            continue;
        };
        let mut routes = routes_of(context, table);
        let way = routes.find_map(|route| Some((route, to_internet(context, route)?)));
        let Some((route, gateway)) = way else {
            continue;
        };
        let message =
            Message::new("{subnet} is called private, but {route} leads from it to {gateway}.")
                .resource("subnet", &subnet.id)
                .resource("route", &route.id)
                .resource("gateway", gateway);
        findings
            .add(&subnet.id, "", message)
            .with([&route.id, gateway]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let Some(vpc) = context.vpc_of_subnet(id) else {
        return Vec::new();
    };
    let mut tables = context.survey.tables.values();
    let inner = tables.find(|table| {
        let mut routes = routes_of(context, table);
        table.vpc.known() == Some(vpc)
            && !table.subnets.is_empty()
            && !routes.any(|route| to_internet(context, route).is_some())
    });
    if let Some(inner) = inner {
        let title = Message::new("Give {subnet} the routes of {table}")
            .resource("subnet", id)
            .resource("table", &inner.id);
        return Fix::review(context, title, |draft| {
            mend_ways::use_table(context, draft, id, &inner.id)
        });
    }
    let title = Message::new("Give {subnet} a route table of its own").resource("subnet", id);
    Fix::review(context, title, |draft| {
        let stem = format!("{id}RouteTable");
        let properties = [("VpcId", mend::reference(vpc))];
        let table = mend::add(draft, &stem, ec2::RouteTable::KIND, properties);
        mend_ways::use_table(context, draft, id, &table)
    })
}
