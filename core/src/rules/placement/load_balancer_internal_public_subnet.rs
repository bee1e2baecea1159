//! An internal load balancer stands in public subnets only.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, WayOut, mend};

pub(super) static RULE: Rule = Rule {
    id: "load-balancer-internal-public-subnet",
    severity: Severity::Hint,
    title: "Internal load balancer in public subnets",
    why: "An internal load balancer has private addresses only: a route to the Internet does \
          nothing for it. Either it belongs into private subnets, or it is meant for the Internet.",
    guide: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-scheme",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  routetable public
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
igw igw
  attachment joins VpcId=@main
tableassociation aPublic SubnetId=@a RouteTableId=@public
tableassociation bPublic SubnetId=@b RouteTableId=@public
lb inner Subnets=[@a, @b] Scheme=internal # hint load-balancer-internal-public-subnet: inner is internal, but all of its subnets have a route to the Internet.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  routetable public
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
igw igw
  attachment joins VpcId=@main
tableassociation aPublic SubnetId=@a RouteTableId=@public
lb inner Subnets=[@a, @b] Scheme=internal
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for balancer in context.survey.load_balancers.values() {
        if balancer.scheme.known().is_none_or(|it| it != "internal") {
            continue;
        }
        let is_public = |id| {
            let subnet = context.survey.subnets.get(id);
            subnet.is_some_and(|it| context.way_out(it) == WayOut::Internet)
        };
        let mut subnets = balancer.subnets.iter();
        let all_public = subnets.all(|used| used.id.known().is_some_and(is_public));
        if all_public && !balancer.subnets.is_empty() {
            let message = Message::new(
                "{balancer} is internal, but all of its subnets have a route to the Internet.",
            )
            .resource("balancer", &balancer.id);
            findings.add(&balancer.id, "Scheme", message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let title = Message::new("Make {balancer} one for the Internet").resource("balancer", id);
    Fix::review(context, title, |draft| {
        mend::set(draft, id, "Scheme", "internet-facing")
    })
}
