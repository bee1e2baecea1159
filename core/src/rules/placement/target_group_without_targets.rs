//! A target group has no target.

use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, no_fix};

pub(super) static RULE: Rule = Rule {
    id: "target-group-without-targets",
    severity: Severity::Warning,
    title: "Target group without targets",
    why: "A load balancer answers 503 for a target group in which nothing is registered. List \
          the targets, or let an Auto Scaling group or a service register them: then this rule is \
          quiet.",
    guide: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  targetgroup apps Port=8080 Protocol=HTTP # warning target-group-without-targets: apps has no target.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web
  targetgroup apps Port=8080 Protocol=HTTP Targets=[{Id=@web}]
  targetgroup scaled Port=8080 Protocol=HTTP
AWS::AutoScaling::AutoScalingGroup fleet TargetGroupARNs=[@scaled]
",
    check,
    fixes: no_fix,
}
.told();

/// What names a target group without putting targets into it.
const READERS: [&str; 2] = [
    "AWS::ElasticLoadBalancingV2::Listener",
    "AWS::ElasticLoadBalancingV2::ListenerRule",
];

fn check(context: &Context<'_>, findings: &mut Findings) {
    for group in context.survey.target_groups.values() {
        let mut users = context.users_of(&group.id);
        let is_filled = users.any(|(_, user)| !READERS.contains(&user.kind().as_str()));
        if group.targets.is_empty() && !is_filled && !context.is_handed_on(&group.id) {
            let message = Message::new("{group} has no target.").resource("group", &group.id);
            findings.add(&group.id, "Targets", message);
        }
    }
}
