//! Nothing leads to a virtual private gateway that a VPC has.

use crate::catalogue::ec2;
use crate::lower::survey::GatewayKind;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, Value};

pub(super) static RULE: Rule = Rule {
    id: "vpn-gateway-without-routes",
    severity: Severity::Warning,
    title: "VPN that no route leads to",
    why: "What a site announces over a VPN reaches the route tables of the VPC only where the \
          gateway propagates its routes, and a static route leads to it only where one is \
          written. Without either, the machines of the VPC never answer the site.",
    guide: "https://docs.aws.amazon.com/vpn/latest/s2svpn/SetUpVPNConnections.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  routetable table
tableassociation joins SubnetId=@a RouteTableId=@table
vpngateway gateway Type=ipsec.1 # warning vpn-gateway-without-routes: No route table of main leads to gateway.
  attachment attached VpcId=@main
vpnconnection connection Type=ipsec.1 VpnGatewayId=@gateway CustomerGatewayId=cgw-1
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  routetable table
tableassociation joins SubnetId=@a RouteTableId=@table
vpngateway gateway Type=ipsec.1
  attachment attached VpcId=@main
vpnconnection connection Type=ipsec.1 VpnGatewayId=@gateway CustomerGatewayId=cgw-1
vpnpropagation learned RouteTableIds=[@table] VpnGatewayId=@gateway
",
    check,
    fixes,
}
.told();

/// The VPC that a gateway is attached to, once and for certain.
fn attached<'a>(
    context: &Context<'a>,
    gateway: &LogicalId,
) -> Option<(&'a LogicalId, &'a LogicalId)> {
    let gateway = context.survey.gateways.get(gateway)?;
    let (attachment, vpc) = gateway.attachments.first()?;
    Some((attachment, vpc.known()?))
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for gateway in survey.gateways.values() {
        if gateway.kind != GatewayKind::Vpn {
            continue;
        }
        let Some((_, vpc)) = attached(context, &gateway.id) else {
            continue;
        };
        let mut users = context.users_of(&gateway.id);
        // A gateway to which no site is joined yet is half drawn.
        let serves = users.any(|(_, user)| user.kind() == "AWS::EC2::VPNConnection");
        let mut learned = survey.propagations.iter();
        let is_learned = learned.any(|it| it.gateway.known().is_none_or(|id| *id == gateway.id));
        let mut targets = survey.routes.values().flat_map(|route| &route.targets);
        let is_led_to = targets.any(|it| it.target.known() == Some(&gateway.id));
        if !serves || is_learned || is_led_to {
            continue;
        }
        let message = Message::new("No route table of {vpc} leads to {gateway}.")
            .resource("vpc", vpc)
            .resource("gateway", &gateway.id);
        findings.add(&gateway.id, "", message).with([vpc]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let gateway = &finding.resource;
    let Some((attachment, vpc)) = attached(context, gateway) else {
        return Vec::new();
    };
    let tables = context.survey.tables.values();
    let tables = tables.filter(|it| it.vpc.known() == Some(vpc) && !it.subnets.is_empty());
    let tables: Vec<Value> = tables.map(|it| mend::reference(&it.id)).collect();
    if tables.is_empty() {
        return Vec::new();
    }
    let title = Message::new("Let {gateway} write its routes into the tables of {vpc}")
        .resource("gateway", gateway)
        .resource("vpc", vpc);
    Fix::review(context, title, |draft| {
        let kind = ec2::vpn_gateway_route_propagation::ENTRY.kind;
        let properties = [
            ("RouteTableIds", Value::List(tables)),
            ("VpnGatewayId", mend::reference(gateway)),
        ];
        let stem = format!("{gateway}Propagation");
        let added = mend::add(draft, &stem, kind, properties);
        // AWS refuses to propagate from a gateway that is not attached yet.
        let after = Value::from(attachment.as_str());
        let resource = draft.resource_mut(&added)?;
        resource.set_attribute("DependsOn", Some(after));
        Some(())
    })
}
