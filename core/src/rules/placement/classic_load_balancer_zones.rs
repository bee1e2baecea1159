//! A Classic Load Balancer has two subnets in one zone.

use super::zones::Listed;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "classic-load-balancer-zones",
    severity: Severity::Error,
    title: "Classic Load Balancer twice in a zone",
    why: "A Classic Load Balancer takes one subnet of each zone. AWS refuses a second one.",
    guide: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-manage-subnets.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1a
AWS::ElasticLoadBalancing::LoadBalancer old Scheme=internal Subnets=[@a, @b] Listeners=[{LoadBalancerPort=80, InstancePort=80, Protocol=HTTP}] # error classic-load-balancer-zones: old has b in us-east-1a, where it is already.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
AWS::ElasticLoadBalancing::LoadBalancer old Scheme=internal Subnets=[@a, @b] Listeners=[{LoadBalancerPort=80, InstancePort=80, Protocol=HTTP}]
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for balancer in context.survey.classic_balancers.values() {
        let Some(listed) = Listed::new(context, &balancer.id, &balancer.subnets) else {
            continue;
        };
        let found = listed.repeated().and_then(|place| {
            let used = listed.used.get(place)?;
            Some((used, listed.subnets.get(place)?, listed.zones.get(place)?))
        });
        if let Some((used, subnet, zone)) = found {
            let message = Message::new("{balancer} has {subnet} in {zone}, where it is already.")
                .resource("balancer", &balancer.id)
                .resource("subnet", &subnet.id)
                .text("zone", zone);
            findings
                .add(&balancer.id, used.path.clone(), message)
                .with([&subnet.id]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(subnet) = finding.others.first() else {
        return Vec::new();
    };
    let title = Message::new("Leave {subnet} out").resource("subnet", subnet);
    Fix::review(context, title, |draft| {
        mend::unset(draft, &finding.resource, finding.path.clone())
    })
}
