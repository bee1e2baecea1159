//! A subnet has fewer addresses than what stands in it needs.

use std::collections::HashMap;

use crate::cidr;
use crate::lower::survey::{BalancerKind, Fact};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "subnet-few-addresses",
    severity: Severity::Error,
    title: "Not enough addresses",
    why: "AWS keeps five addresses of each subnet. Every instance and NAT gateway takes one of \
          the others, and most load balancers need eight that are free. What finds no address is not \
          built.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/28 # error subnet-few-addresses: a has 11 addresses for use; what stands in it needs 12.
    instance one
    instance two
    instance three
    instance four
    lb front Type=network
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/28
    instance one
    instance two
    instance three
    lb front Type=network
",
    check,
    fixes,
};

/// What a load balancer needs to be free in each of its subnets: an internal
/// Network Load Balancer needs one address only.
const LOAD_BALANCER: u64 = 8;

fn needs(context: &Context<'_>) -> HashMap<LogicalId, u64> {
    let mut needs: HashMap<LogicalId, u64> = HashMap::new();
    let survey = context.survey;
    for subnet in survey.subnets.keys() {
        let placed = context.placed_in(subnet).len();
        needs.insert(subnet.clone(), u64::try_from(placed).unwrap_or(u64::MAX));
    }
    for balancer in survey.load_balancers.values() {
        let is_large =
            balancer.is_internet_facing || balancer.kind == Fact::Known(BalancerKind::Application);
        let nodes = if is_large { LOAD_BALANCER } else { 1 };
        for used in &balancer.subnets {
            if let Some(need) = used.id.known().and_then(|id| needs.get_mut(id)) {
                *need = need.saturating_add(nodes);
            }
        }
    }
    needs
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let needs = needs(context);
    for subnet in context.survey.subnets.values() {
        let Some(block) = subnet.cidr.known().map(|it| it.block()) else {
            continue;
        };
        let usable = cidr::usable_count(block);
        let need = needs.get(&subnet.id).copied().unwrap_or_default();
        if need > usable && cidr::is_subnet_size(block) {
            let message = Message::new(
                "{subnet} has {usable} addresses for use; what stands in it needs {need}.",
            )
            .resource("subnet", &subnet.id)
            .text("usable", usable)
            .text("need", need);
            findings.add(&subnet.id, "CidrBlock", message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let need = needs(context).get(id).copied().unwrap_or_default();
    let prefix = (16..=28)
        .rev()
        .find(|prefix| (1_u64 << (32 - prefix)) >= need.saturating_add(5))
        .unwrap_or(16);
    let block = context.survey.subnets.get(id).and_then(|subnet| {
        let vpc = subnet.vpc.known()?;
        cidr::next_free(&context.blocks_of(vpc), &context.taken_in(vpc, id), prefix)
    });
    mend::move_subnet_to(context, id, block)
}
