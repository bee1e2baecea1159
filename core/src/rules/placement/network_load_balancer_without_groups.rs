//! A Network Load Balancer is made without a security group.

use crate::lower::survey::{BalancerKind, Fact};
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, no_fix};

pub(super) static RULE: Rule = Rule {
    id: "network-load-balancer-without-groups",
    severity: Severity::Hint,
    title: "Network Load Balancer without a security group",
    why: "A Network Load Balancer that is made without security groups never gets any: it has to \
          be made anew. With one, it filters its clients, and targets can let that group in rather \
          than addresses.",
    guide: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  sg open GroupDescription=o
lb front Type=network Subnets=[@a] Scheme=internal # hint network-load-balancer-without-groups: front has no security group, and cannot get one later.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  sg open GroupDescription=o
lb front Type=network Subnets=[@a] Scheme=internal SecurityGroups=[@open]
",
    check,
    fixes: no_fix,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    // In a design without any group there is nothing to choose from yet.
    if context.survey.security_groups.is_empty() {
        return;
    }
    for balancer in context.survey.load_balancers.values() {
        let is_network = balancer.kind == Fact::Known(BalancerKind::Network);
        if is_network && balancer.groups.is_empty() && !balancer.subnets.is_empty() {
            let message =
                Message::new("{balancer} has no security group, and cannot get one later.")
                    .resource("balancer", &balancer.id);
            findings.add(&balancer.id, "SecurityGroups", message);
        }
    }
}
