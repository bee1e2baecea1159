//! A load balancer listens at no port.

use crate::catalogue::elbv2;
use crate::lower::survey::{BalancerKind, Fact, LoadBalancer};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, Map, Value};

pub(super) static RULE: Rule = Rule {
    id: "load-balancer-without-listener",
    severity: Severity::Warning,
    title: "Load balancer that does not listen",
    why: "A load balancer takes connections at the ports of its listeners. Without one it costs \
          money and does nothing.",
    guide: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  targetgroup apps Port=8080 Protocol=HTTP
lb front Subnets=[@a, @b] Scheme=internal # warning load-balancer-without-listener: front listens at no port.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  targetgroup apps Port=8080 Protocol=HTTP
lb front Subnets=[@a, @b] Scheme=internal
  listener web Port=80 Protocol=HTTP DefaultActions=[{Type=forward, TargetGroupArn=@apps}]
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for balancer in context.survey.load_balancers.values() {
        let mut users = context.users_of(&balancer.id);
        let is_heard = users.any(|(_, user)| user.kind() == elbv2::Listener::KIND);
        if !is_heard && !context.is_handed_on(&balancer.id) {
            let message =
                Message::new("{balancer} listens at no port.").resource("balancer", &balancer.id);
            findings.add(&balancer.id, "", message);
        }
    }
}

/// The target groups of a load balancer's VPC: a few, to choose from.
pub(super) fn groups_near<'a>(
    context: &Context<'a>,
    balancer: &LoadBalancer,
) -> Vec<&'a LogicalId> {
    let subnet = balancer.subnets.first().and_then(|used| used.id.known());
    let vpc = subnet.and_then(|subnet| context.vpc_of_subnet(subnet));
    let groups = context.survey.target_groups.values();
    let near = groups.filter(|group| vpc.is_some() && group.vpc.known() == vpc);
    near.map(|group| &group.id).take(3).collect()
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(balancer) = context.survey.load_balancers.get(&finding.resource) else {
        return Vec::new();
    };
    let (protocol, port) = match balancer.kind {
        Fact::Known(BalancerKind::Application) => ("HTTP", 80),
        Fact::Known(BalancerKind::Network) => ("TCP", 80),
        _ => return Vec::new(),
    };
    let ways = groups_near(context, balancer)
        .into_iter()
        .flat_map(|group| {
            let title = Message::new("Listen at port {port} for {group}")
                .text("port", port)
                .resource("group", group);
            Fix::review(context, title, |draft| {
                let action = Map::from_iter([
                    ("Type".to_owned(), Value::from("forward")),
                    ("TargetGroupArn".to_owned(), mend::reference(group)),
                ]);
                let properties = [
                    ("LoadBalancerArn", mend::reference(&balancer.id)),
                    ("Protocol", protocol.into()),
                    ("Port", port.into()),
                    ("DefaultActions", vec![Value::Map(action)].into()),
                ];
                let stem = format!("{}Listener", balancer.id);
                mend::add(draft, &stem, elbv2::Listener::KIND, properties);
                Some(())
            })
        });
    ways.collect()
}
