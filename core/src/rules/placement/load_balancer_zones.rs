//! An Application Load Balancer is not in two zones, or any load balancer
//! twice in one.

use crate::lower::survey::{BalancerKind, Fact, LoadBalancer};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity};

use super::zones::Listed;
use crate::template::PropertyPath;

pub(super) static RULE: Rule = Rule {
    id: "load-balancer-zones",
    severity: Severity::Error,
    title: "Load balancer in too few zones",
    why: "An Application Load Balancer has a node in each of at least two zones, so that it \
          outlives the loss of one. AWS refuses fewer, and refuses two subnets of the same zone \
          for any load balancer. Add a subnet in another zone, with the same route table.",
    guide: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#availability-zones",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
    lb front Type=application Scheme=internal # error load-balancer-zones: front is in one subnet, a: an Application Load Balancer needs subnets in two zones.
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1a
lb tcp Type=network Scheme=internal Subnets=[@a, @b] # error load-balancer-zones: tcp has b in us-east-1a, where it is already: a load balancer takes one subnet of each zone.
lb inner Type=application Scheme=internal Subnets=[@a, @b] # error load-balancer-zones: inner has b in us-east-1a, where it is already: an Application Load Balancer needs one subnet in each of two zones.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  subnet c CidrBlock=10.0.3.0/24
lb front Type=application Subnets=[@a, @b]
lb single Type=network Subnets=[@a]
lb open Type=application Subnets=[@a, @c]
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for balancer in context.survey.load_balancers.values() {
        if let Some((path, message)) = fault(context, balancer) {
            findings.add(&balancer.id, path, message);
        }
    }
}

fn fault<'a>(context: &Context<'a>, balancer: &'a LoadBalancer) -> Option<(PropertyPath, Message)> {
    let is_application = balancer.kind == Fact::Known(BalancerKind::Application);
    if let ([only], true) = (balancer.subnets.as_slice(), is_application) {
        let message = Message::new(
            "{balancer} is in one subnet, {subnet}: an Application Load Balancer needs subnets in two zones.",
        )
        .resource("balancer", &balancer.id)
        .resource("subnet", only.id.known()?);
        let list = only.path.to_string();
        let list = list.split('.').next().unwrap_or_default();
        return Some((list.into(), message));
    }
    let listed = Listed::new(context, &balancer.id, &balancer.subnets)?;
    let place = listed.repeated()?;
    let message = Message::new(if is_application {
        "{balancer} has {subnet} in {zone}, where it is already: an Application Load Balancer needs one subnet in each of two zones."
    } else {
        "{balancer} has {subnet} in {zone}, where it is already: a load balancer takes one subnet of each zone."
    })
    .resource("balancer", &balancer.id)
    .resource("subnet", &listed.subnets.get(place)?.id)
    .text("zone", listed.zones.get(place)?);
    Some((listed.used.get(place)?.path.clone(), message))
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let balancer = context.survey.load_balancers.get(&finding.resource);
    let listed = balancer.and_then(|it| Listed::new(context, &it.id, &it.subnets));
    listed.map_or_else(Vec::new, |listed| listed.spread(context, None))
}
