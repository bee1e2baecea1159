//! A route leads to a gateway that no VPC has.

use crate::lower::survey::GatewayKind;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend, mend_ways};

pub(super) static RULE: Rule = Rule {
    id: "route-gateway-not-attached",
    severity: Severity::Error,
    title: "Route to a gateway that is not attached",
    why: "A gateway serves the VPC that it is attached to. AWS refuses a route to a gateway that \
          is attached to none. Attach it to the VPC of the route table.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  routetable public
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw # error route-gateway-not-attached: out leads to igw, which is attached to no VPC.
igw igw
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  routetable public
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
igw igw
  attachment joins VpcId=@main
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for route in context.survey.routes.values() {
        for target in &route.targets {
            let gateway = target.target.known();
            let gateway = gateway.and_then(|id| context.survey.gateways.get(id));
            let Some(gateway) = gateway.filter(|it| it.attachments.is_empty()) else {
                continue;
            };
            let message = Message::new("{route} leads to {gateway}, which is attached to no VPC.")
                .resource("route", &route.id)
                .resource("gateway", &gateway.id);
            findings
                .add(&route.id, target.path.clone(), message)
                .with([&gateway.id]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let survey = context.survey;
    let route = survey.routes.get(&finding.resource);
    let vpc = route
        .and_then(|route| survey.tables.get(route.table.known()?))
        .and_then(|table| table.vpc.known());
    let gateway = finding
        .others
        .first()
        .and_then(|id| survey.gateways.get(id));
    let (Some(vpc), Some(gateway)) = (vpc, gateway) else {
        return Vec::new();
    };
    let mut ways = Vec::new();
    if let Some(attached) = context.internet_gateway_of(vpc) {
        let title = Message::new("Lead to {gateway}").resource("gateway", attached);
        ways.extend(Fix::review(context, title, |draft| {
            mend::set(
                draft,
                &finding.resource,
                finding.path.clone(),
                mend::reference(attached),
            )
        }));
        if gateway.kind == GatewayKind::Internet {
            // A VPC has one Internet gateway: no second can be attached.
            return ways;
        }
    }
    let title = Message::new("Attach {gateway} to {vpc}")
        .resource("gateway", &gateway.id)
        .resource("vpc", vpc);
    ways.extend(Fix::safe(context, title, |draft| {
        mend_ways::attach(draft, gateway, vpc);
        Some(())
    }));
    ways
}
