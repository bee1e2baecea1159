//! A subnet of an Application Load Balancer is too small for its nodes.

use crate::cidr;
use crate::lower::survey::{BalancerKind, Fact};
use crate::message::Message;
use crate::rules::context::ipv4;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "load-balancer-subnet-size",
    severity: Severity::Error,
    title: "Subnet too small for a load balancer",
    why: "An Application Load Balancer takes more addresses as its load grows. AWS refuses \
          subnets smaller than /27, and wants eight of their addresses to be free.",
    guide: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/28 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
lb front Subnets=[@a, @b] # error load-balancer-subnet-size: a has 10.0.1.0/28: a subnet of front must be /27 or larger.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/27 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
lb front Subnets=[@a, @b]
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for balancer in context.survey.load_balancers.values() {
        if balancer.kind != Fact::Known(BalancerKind::Application) {
            continue;
        }
        for used in &balancer.subnets {
            let subnet = used.id.known();
            let subnet = subnet.and_then(|id| context.survey.subnets.get(id));
            let block = subnet.and_then(|it| ipv4(it.cidr.known()?.block()));
            let (Some(subnet), Some(block)) = (subnet, block) else {
                continue;
            };
            if block.prefix_len() > 27 {
                let message = Message::new(
                    "{subnet} has {block}: a subnet of {balancer} must be /27 or larger.",
                )
                .resource("subnet", &subnet.id)
                .text("block", block)
                .resource("balancer", &balancer.id);
                findings
                    .add(&balancer.id, used.path.clone(), message)
                    .with([&subnet.id]);
            }
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(id) = finding.others.first() else {
        return Vec::new();
    };
    let vpc = context.vpc_of_subnet(id);
    let block = vpc
        .and_then(|vpc| cidr::next_free(&context.blocks_of(vpc), &context.taken_in(vpc, id), 27));
    mend::move_subnet_to(context, id, block)
}
