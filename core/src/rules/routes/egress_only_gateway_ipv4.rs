//! An IPv4 route leads to an egress-only Internet gateway.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::PropertyPath;

pub(super) static RULE: Rule = Rule {
    id: "egress-only-gateway-ipv4",
    severity: Severity::Error,
    title: "IPv4 through an egress-only Internet gateway",
    why: "An egress-only Internet gateway is for IPv6 alone: no IPv4 packet passes it. IPv4 goes \
          out through a NAT gateway, or through an Internet gateway.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  eigw only
  routetable table
    route out DestinationCidrBlock=0.0.0.0/0 EgressOnlyInternetGatewayId=@only # error egress-only-gateway-ipv4: out leads IPv4 to only, which passes IPv6 alone.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  eigw only
  routetable table
    route out DestinationIpv6CidrBlock=\"::/0\" EgressOnlyInternetGatewayId=@only
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let four = PropertyPath::from("DestinationCidrBlock");
    let only = PropertyPath::from("EgressOnlyInternetGatewayId");
    for route in context.survey.routes.values() {
        let Some(target) = route.targets.iter().find(|it| it.path == only) else {
            continue;
        };
        let Some(gateway) = target.target.known() else {
            continue;
        };
        if route.destination_path.as_ref() != Some(&four) {
            continue;
        }
        let message = Message::new("{route} leads IPv4 to {gateway}, which passes IPv6 alone.")
            .resource("route", &route.id)
            .resource("gateway", gateway);
        findings
            .add(&route.id, four.clone(), message)
            .with([gateway]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let route = context.survey.routes.get(id);
    let block = route.and_then(|it| it.destination.known());
    let mut ways = Vec::new();
    if block.is_some_and(|it| it.block().prefix_len() == 0) {
        let title = Message::new("Lead IPv6 to it");
        ways.extend(Fix::review(context, title, |draft| {
            mend::unset(draft, id, finding.path.clone())?;
            mend::set(draft, id, "DestinationIpv6CidrBlock", "::/0")
        }));
    }
    ways.extend(mend::remove_resource(context, id));
    ways
}
