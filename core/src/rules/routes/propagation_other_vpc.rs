//! A virtual private gateway propagates into a table of a VPC that it is not
//! attached to.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "propagation-other-vpc",
    severity: Severity::Error,
    title: "Propagation into a table of another VPC",
    why: "A virtual private gateway writes its routes into the route tables of the VPC that it is \
          attached to. AWS refuses it for any other table, and for a gateway that is not \
          attached.",
    guide: "https://docs.aws.amazon.com/vpn/latest/s2svpn/SetUpVPNConnections.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
vpc other CidrBlock=10.1.0.0/16
  routetable table
vpngateway gateway Type=ipsec.1
  attachment attached VpcId=@main
vpnpropagation learned RouteTableIds=[@table] VpnGatewayId=@gateway # error propagation-other-vpc: table is in other, but gateway is not attached to that.
vpc third CidrBlock=10.2.0.0/16
  routetable last
    route far DestinationCidrBlock=10.9.0.0/16 GatewayId=igw-1
vpngateway second Type=ipsec.1
  attachment attachedThird VpcId=@third
vpnpropagation both RouteTableIds=[@last, @table] VpnGatewayId=@second # error propagation-other-vpc: table is in other, but second is not attached to that.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  routetable table
vpngateway gateway Type=ipsec.1
  attachment attached VpcId=@main
vpnpropagation learned RouteTableIds=[@table, rtb-1] VpnGatewayId=@gateway
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for learned in &survey.propagations {
        let table = learned.table.known().and_then(|id| survey.tables.get(id));
        let gateway = learned.gateway.known();
        let gateway = gateway.and_then(|id| survey.gateways.get(id));
        let (Some(table), Some(gateway)) = (table, gateway) else {
            continue;
        };
        let Some(vpc) = table.vpc.known() else {
            continue;
        };
        let mut attachments = gateway.attachments.iter();
        if attachments.any(|(_, to)| to.known().is_none_or(|to| to == vpc)) {
            continue;
        }
        let message = Message::new("{table} is in {vpc}, but {gateway} is not attached to that.")
            .resource("table", &table.id)
            .resource("vpc", vpc)
            .resource("gateway", &gateway.id);
        findings
            .add(&learned.id, learned.path.clone(), message)
            .with([&table.id, &gateway.id]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let others = context.survey.propagations.iter();
    let count = others.filter(|it| it.id == *id).count();
    if count < 2 {
        return mend::remove_resource(context, id);
    }
    let Some(table) = finding.others.first() else {
        return Vec::new();
    };
    let title = Message::new("Leave {table} out").resource("table", table);
    Fix::review(context, title, |draft| {
        mend::unset(draft, id, finding.path.clone())
    })
}
