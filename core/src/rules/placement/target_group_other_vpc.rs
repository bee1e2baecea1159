//! A target group is of another VPC than its load balancer, or than a target.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

use super::targets::ways;

pub(super) static RULE: Rule = Rule {
    id: "target-group-other-vpc",
    severity: Severity::Error,
    title: "Target group of another VPC",
    why: "A target group belongs to one VPC. AWS refuses a listener that forwards to a group of \
          another VPC than its load balancer's, and refuses to register an instance of another \
          VPC. Targets elsewhere are registered by their addresses, in a group of type ip.",
    guide: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
vpc other CidrBlock=10.1.0.0/16
  subnet c CidrBlock=10.1.1.0/24 AvailabilityZone=us-east-1a
    instance stray
  targetgroup apps Port=80 Protocol=HTTP # error target-group-other-vpc: front of main forwards to apps, which is of other.
vpc third CidrBlock=10.2.0.0/16
  targetgroup jobs Port=80 Protocol=HTTP Targets=[{Id=@stray}] # error target-group-other-vpc: jobs is of third, but stray stands in other.
lb front Subnets=[@a, @b] Scheme=internal
  listener web Port=80 Protocol=HTTP DefaultActions=[{Type=forward, TargetGroupArn=@apps}]
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
    instance server
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  targetgroup apps Port=80 Protocol=HTTP Targets=[{Id=@server}]
lb front Subnets=[@a, @b] Scheme=internal
  listener web Port=80 Protocol=HTTP DefaultActions=[{Type=forward, TargetGroupArn=@apps}]
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let mut seen = Vec::new();
    for listener in survey.listeners.values() {
        let balancer = listener.load_balancer.known();
        let balancer = balancer.and_then(|id| survey.load_balancers.get(id));
        let subnet = balancer.and_then(|it| it.subnets.first()?.id.known());
        let Some((balancer, here)) =
            balancer.and_then(|it| Some((it, context.vpc_of_subnet(subnet?)?)))
        else {
            continue;
        };
        let by_rules = listener.by_rules.iter().map(|(_, used)| used);
        for used in listener.groups.iter().chain(by_rules) {
            let group = used.id.known();
            let group = group.and_then(|id| survey.target_groups.get(id));
            let Some((group, there)) = group.and_then(|it| Some((it, it.vpc.known()?))) else {
                continue;
            };
            if here == there || seen.contains(&(&balancer.id, &group.id)) {
                continue;
            }
            seen.push((&balancer.id, &group.id));
            let message =
                Message::new("{balancer} of {here} forwards to {group}, which is of {there}.")
                    .resource("balancer", &balancer.id)
                    .resource("here", here)
                    .resource("group", &group.id)
                    .resource("there", there);
            findings
                .add(&group.id, "VpcId", message)
                .with([&balancer.id, here]);
        }
    }
    for group in survey.target_groups.values() {
        let Some(here) = group.vpc.known() else {
            continue;
        };
        for (used, _) in &group.targets {
            let target = used.id.known().and_then(|id| survey.instances.get(id));
            let subnet = target.and_then(|it| it.subnet.id.known());
            let Some((target, there)) =
                target.and_then(|it| Some((it, context.vpc_of_subnet(subnet?)?)))
            else {
                continue;
            };
            if here != there {
                let message = Message::new("{group} is of {here}, but {target} stands in {there}.")
                    .resource("group", &group.id)
                    .resource("here", here)
                    .resource("target", &target.id)
                    .resource("there", there);
                findings
                    .add(&group.id, used.path.clone(), message)
                    .with([&target.id]);
            }
        }
    }
}

/// Moves the group to its load balancer, if no target holds it where it is.
fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let [_, vpc] = finding.others.as_slice() else {
        return Vec::new();
    };
    let group = context.survey.target_groups.get(id);
    if group.is_none_or(|it| !it.targets.is_empty())
        || ways(context).iter().any(|way| way.group.id == *id)
    {
        return Vec::new();
    }
    let title = Message::new("Make {group} a group of {vpc}")
        .resource("group", id)
        .resource("vpc", vpc);
    Fix::review(context, title, |draft| {
        mend::set(draft, id, "VpcId", mend::reference(vpc))
    })
}
