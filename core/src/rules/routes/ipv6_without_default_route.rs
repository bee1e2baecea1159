//! A subnet with IPv6 has a way out for IPv4 only.

use std::collections::HashSet;

use crate::catalogue::ec2;
use crate::document::Draft;
use crate::lower::survey::GatewayKind;
use crate::message::Message;
use crate::rules::mend_blocks::both_blocks;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, Value};

use super::tables::{default_route, everywhere_ipv6, has_untold_route, route_to, table_of};

pub(super) static RULE: Rule = Rule {
    id: "ipv6-without-default-route",
    severity: Severity::Hint,
    title: "IPv6 without a way out",
    why: "Routes for IPv4 and IPv6 are independent: 0.0.0.0/0 leads no IPv6 packet anywhere. A \
          subnet with IPv6 addresses needs a route to ::/0 of its own: to the Internet gateway, \
          or to an egress-only Internet gateway where nobody is to come in.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6-add.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  vpccidrblock six AmazonProvidedIpv6CidrBlock=true
  subnet a CidrBlock=10.0.1.0/24 Ipv6CidrBlock=\"2001:db8::/64\" # hint ipv6-without-default-route: a has IPv6 addresses, but table leads only IPv4 out.
  subnet b CidrBlock=10.0.2.0/24 Ipv6CidrBlock=\"2001:db8:0:1::/64\"
  routetable table
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
tableassociation joins SubnetId=@a RouteTableId=@table
tableassociation joinsB SubnetId=@b RouteTableId=@table
igw igw
  attachment attached VpcId=@main
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  vpccidrblock six AmazonProvidedIpv6CidrBlock=true
  subnet a CidrBlock=10.0.1.0/24 Ipv6CidrBlock=\"2001:db8::/64\"
  routetable table
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
    route outSix DestinationIpv6CidrBlock=\"::/0\" GatewayId=@igw
tableassociation joins SubnetId=@a RouteTableId=@table
igw igw
  attachment attached VpcId=@main
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    // One finding for each table that lacks a route.
    let mut told = HashSet::new();
    for subnet in context.survey.subnets.values() {
        if subnet.ipv6_cidr.is_absent() {
            continue;
        }
        let Some(table) = table_of(context, subnet) else {
            continue;
        };
        if default_route(context, table).is_none()
            || route_to(context, table, everywhere_ipv6()).is_some()
            || has_untold_route(context, table)
            || !told.insert(&table.id)
        {
            continue;
        }
        let [_, (at, path, _)] = both_blocks(subnet);
        let message = Message::new("{subnet} has IPv6 addresses, but {table} leads only IPv4 out.")
            .resource("subnet", &subnet.id)
            .resource("table", &table.id);
        findings.add(at, path, message).with([&table.id]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let survey = context.survey;
    let table = finding.others.first();
    let Some(table) = table.and_then(|id| survey.tables.get(id)) else {
        return Vec::new();
    };
    let Some(vpc) = table.vpc.known() else {
        return Vec::new();
    };
    let four = default_route(context, table).and_then(|it| it.targets.first());
    let gateway = four.and_then(|it| survey.gateways.get(it.target.known()?));
    let add_route = |draft: &mut Draft<'_>, key, target: &LogicalId| {
        let properties = [
            ("RouteTableId", mend::reference(&table.id)),
            ("DestinationIpv6CidrBlock", Value::from("::/0")),
            (key, mend::reference(target)),
        ];
        let stem = format!("{}Ipv6Route", table.id);
        mend::add(draft, &stem, ec2::Route::KIND, properties);
        Some(())
    };
    if let Some(gateway) = gateway.filter(|it| it.kind == GatewayKind::Internet) {
        let title = Message::new("Lead IPv6 to {gateway} too").resource("gateway", &gateway.id);
        return Fix::review(context, title, |draft| {
            add_route(draft, "GatewayId", &gateway.id)
        });
    }
    let kind = ec2::egress_only_internet_gateway::ENTRY.kind;
    let mut users = context.users_of(vpc);
    let own = users.find(|(_, user)| user.kind() == kind);
    let title =
        Message::new("Lead IPv6 to an egress-only Internet gateway of {vpc}").resource("vpc", vpc);
    Fix::review(context, title, |draft| {
        let properties = [("VpcId", mend::reference(vpc))];
        let gateway = if let Some((id, _)) = own {
            id.clone()
        } else {
            mend::add(draft, "EgressOnlyGateway", kind, properties)
        };
        add_route(draft, "EgressOnlyInternetGatewayId", &gateway)
    })
}
