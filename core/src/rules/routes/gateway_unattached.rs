//! A gateway is attached to no VPC, and nothing leads to it.

use crate::lower::survey::GatewayKind;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend, mend_ways};

pub(super) static RULE: Rule = Rule {
    id: "gateway-unattached",
    severity: Severity::Warning,
    title: "Gateway attached to nothing",
    why: "A gateway does nothing until an attachment joins it to a VPC and a route leads to it.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
igw igw # warning gateway-unattached: igw is attached to no VPC.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
igw igw
  attachment joins VpcId=@main
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for gateway in context.survey.gateways.values() {
        // Who refers to it joins it some other way, or a rule on routes speaks.
        let is_used = context.users_of(&gateway.id).next().is_some();
        if gateway.attachments.is_empty() && !is_used {
            let message =
                Message::new("{gateway} is attached to no VPC.").resource("gateway", &gateway.id);
            findings.add(&gateway.id, "", message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(gateway) = context.survey.gateways.get(&finding.resource) else {
        return Vec::new();
    };
    let vpcs = context.survey.vpcs.keys();
    let is_free = |vpc: &_| {
        gateway.kind != GatewayKind::Internet || context.internet_gateway_of(vpc).is_none()
    };
    let mut ways: Vec<Fix> = vpcs
        .filter(|vpc| is_free(vpc))
        .flat_map(|vpc| {
            let title = Message::new("Attach {gateway} to {vpc}")
                .resource("gateway", &gateway.id)
                .resource("vpc", vpc);
            Fix::review(context, title, |draft| {
                mend_ways::attach(draft, gateway, vpc);
                Some(())
            })
        })
        .collect();
    let title = Message::new("Remove {gateway}").resource("gateway", &gateway.id);
    ways.extend(Fix::review(context, title, |draft| {
        mend::remove(draft, &gateway.id)
    }));
    ways
}
