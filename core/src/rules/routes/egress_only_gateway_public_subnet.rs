//! A subnet is public for IPv4 and lets nobody in over IPv6.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, WayOut, mend};
use crate::template::PropertyPath;

use super::tables::{everywhere_ipv6, route_to, table_of};

pub(super) static RULE: Rule = Rule {
    id: "egress-only-gateway-public-subnet",
    severity: Severity::Hint,
    title: "Public subnet that is closed to IPv6",
    why: "Through an egress-only Internet gateway connections begin inside only. The machines of \
          this subnet are reached over IPv4, by its Internet gateway, and not over IPv6. Lead \
          ::/0 to the Internet gateway if both are meant to work.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  eigw only
  subnet a CidrBlock=10.0.1.0/24 # hint egress-only-gateway-public-subnet: a is public for IPv4, but outSix lets nobody in over IPv6.
  routetable table
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
    route outSix DestinationIpv6CidrBlock=\"::/0\" EgressOnlyInternetGatewayId=@only
tableassociation joins SubnetId=@a RouteTableId=@table
igw igw
  attachment attached VpcId=@main
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  eigw only
  subnet a CidrBlock=10.0.1.0/24
  routetable table
    route out DestinationCidrBlock=0.0.0.0/0 NatGatewayId=nat-1
    route outSix DestinationIpv6CidrBlock=\"::/0\" EgressOnlyInternetGatewayId=@only
tableassociation joins SubnetId=@a RouteTableId=@table
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let only = PropertyPath::from("EgressOnlyInternetGatewayId");
    for subnet in context.survey.subnets.values() {
        let table = table_of(context, subnet);
        let six = table.and_then(|table| route_to(context, table, everywhere_ipv6()));
        let Some(six) = six.filter(|it| it.targets.iter().any(|it| it.path == only)) else {
            continue;
        };
        if context.way_out(subnet) != WayOut::Internet {
            continue;
        }
        let message =
            Message::new("{subnet} is public for IPv4, but {route} lets nobody in over IPv6.")
                .resource("subnet", &subnet.id)
                .resource("route", &six.id);
        findings.add(&subnet.id, "", message).with([&six.id]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let vpc = context.vpc_of_subnet(&finding.resource);
    let gateway = vpc.and_then(|vpc| context.internet_gateway_of(vpc));
    let (Some(gateway), Some(route)) = (gateway, finding.others.first()) else {
        return Vec::new();
    };
    let title = Message::new("Lead {route} to {gateway}")
        .resource("route", route)
        .resource("gateway", gateway);
    Fix::review(context, title, |draft| {
        mend::unset(draft, route, "EgressOnlyInternetGatewayId")?;
        mend::set(draft, route, "GatewayId", mend::reference(gateway))
    })
}
