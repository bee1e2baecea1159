//! A gateway's route table is of another VPC, is its second one, or has routes
//! propagated into it.

use std::collections::HashMap;

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "edge-table-association",
    severity: Severity::Error,
    title: "Route table that a gateway cannot use",
    why: "An Internet gateway or virtual private gateway uses one route table, of the VPC that it \
          is attached to, and one into which no routes are propagated. AWS refuses to associate \
          any other.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html",
    bad: "\
vpc main CidrBlock=10.1.0.0/16
  routetable edge
  routetable further
vpc other CidrBlock=10.2.0.0/16
  routetable foreign
igw igw
  attachment attached VpcId=@main
vpngateway gateway Type=ipsec.1
  attachment attachedToo VpcId=@main
gatewaytableassociation uses GatewayId=@igw RouteTableId=@edge
gatewaytableassociation again GatewayId=@igw RouteTableId=@further # error edge-table-association: uses already gives igw a route table.
gatewaytableassociation wrong GatewayId=@gateway RouteTableId=@foreign # error edge-table-association: foreign is in other, but gateway is not attached to that.
vpnpropagation learned RouteTableIds=[@edge] VpnGatewayId=@gateway # error edge-table-association: learned writes routes into edge, which igw uses.
",
    good: "\
vpc main CidrBlock=10.1.0.0/16
  routetable edge
igw igw
  attachment attached VpcId=@main
gatewaytableassociation uses GatewayId=@igw RouteTableId=@edge
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let mut first = HashMap::new();
    for association in &survey.edge_associations {
        let gateway = association.gateway.known();
        let Some(gateway) = gateway.and_then(|id| survey.gateways.get(id)) else {
            continue;
        };
        let table = association.table.known();
        let table = table.and_then(|id| survey.tables.get(id));
        let vpc = table.and_then(|table| Some((&table.id, table.vpc.known()?)));
        let mut attachments = gateway.attachments.iter();
        if let Some((table, vpc)) = vpc
            && attachments.all(|(_, to)| to.known().is_some_and(|to| to != vpc))
        {
            let message =
                Message::new("{table} is in {vpc}, but {gateway} is not attached to that.")
                    .resource("table", table)
                    .resource("vpc", vpc)
                    .resource("gateway", &gateway.id);
            findings.add(&association.id, "RouteTableId", message);
        }
        // Associations under conditions may exclude each other.
        if !context.is_certain(&association.id) {
            continue;
        }
        let Some(earlier) = first.get(&gateway.id) else {
            first.insert(&gateway.id, &association.id);
            continue;
        };
        let message = Message::new("{earlier} already gives {gateway} a route table.")
            .resource("earlier", earlier)
            .resource("gateway", &gateway.id);
        findings.add(&association.id, "GatewayId", message);
    }
    for learned in &survey.propagations {
        let table = learned.table.known().and_then(|id| survey.tables.get(id));
        let edge = table.and_then(|table| Some((&table.id, table.gateways.first()?)));
        if let Some((table, gateway)) = edge {
            let message =
                Message::new("{learned} writes routes into {table}, which {gateway} uses.")
                    .resource("learned", &learned.id)
                    .resource("table", table)
                    .resource("gateway", gateway);
            findings.add(&learned.id, learned.path.clone(), message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let learned = context.survey.propagations.iter();
    let count = learned.filter(|it| it.id == *id).count();
    if count < 2 {
        return mend::remove_resource(context, id);
    }
    let title = Message::new("Leave the table out");
    Fix::review(context, title, |draft| {
        mend::unset(draft, id, finding.path.clone())
    })
}
