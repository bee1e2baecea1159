//! A target is of another kind than its target group takes.

use std::net::{IpAddr, Ipv4Addr};

use crate::lower::survey::{Fact, TargetGroup};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "target-not-accepted",
    severity: Severity::Error,
    title: "Target that the group does not take",
    why: "A target group of type instance takes instances, one of type ip takes addresses: those \
          of its VPC, and private ones (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10) \
          that routes lead to. AWS refuses to register public addresses and targets of another \
          kind.",
    guide: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-type",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance server
  targetgroup outside Port=80 Protocol=HTTP TargetType=ip Targets=[{Id=198.51.100.7}] # error target-not-accepted: outside has the public address 198.51.100.7 as a target.
  targetgroup mixed Port=80 Protocol=HTTP TargetType=ip Targets=[{Id=@server}] # error target-not-accepted: mixed takes addresses, and server is an instance.
  targetgroup servers Port=80 Protocol=HTTP Targets=[{Id=10.0.1.7}] # error target-not-accepted: servers takes instances, and 10.0.1.7 is an address.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance server
  targetgroup near Port=80 Protocol=HTTP TargetType=ip Targets=[{Id=10.0.1.7}, {Id=192.168.1.7, AvailabilityZone=all}, {Id=@Address}]
  targetgroup servers Port=80 Protocol=HTTP Targets=[{Id=@server}, {Id=i-1}]
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for group in context.survey.target_groups.values() {
        let Some(kind) = group.target_type.known() else {
            continue;
        };
        for (used, _) in &group.targets {
            if let Some(message) = fault(context, group, kind, &used.id) {
                findings.add(&group.id, used.path.clone(), message);
            }
        }
    }
}

fn fault(
    context: &Context<'_>,
    group: &TargetGroup,
    kind: &str,
    target: &Fact<crate::template::LogicalId>,
) -> Option<Message> {
    let message = |sentence| Message::new(sentence).resource("group", &group.id);
    match (kind, target) {
        ("ip", Fact::Known(id)) if context.survey.instances.contains_key(id) => Some(
            message("{group} takes addresses, and {target} is an instance.").resource("target", id),
        ),
        ("ip", Fact::Elsewhere(text)) => {
            let IpAddr::V4(address) = text.parse().ok()? else {
                return None;
            };
            let vpc = group.vpc.known()?;
            let blocks = context.blocks_of(vpc);
            let is_near = is_private(address) || blocks.iter().any(|it| it.contains(&address));
            (!is_near).then(|| {
                message("{group} has the public address {address} as a target.")
                    .text("address", address)
            })
        }
        ("instance", Fact::Elsewhere(text)) => {
            let address: IpAddr = text.parse().ok()?;
            Some(
                message("{group} takes instances, and {address} is an address.")
                    .text("address", address),
            )
        }
        _ => None,
    }
}

fn is_private(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    address.is_private() || (first == 100 && (64..128).contains(&second))
}

/// Makes the group one of the type that all of its targets have.
fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let Some(group) = context.survey.target_groups.get(id) else {
        return Vec::new();
    };
    let other = match group.target_type.known().map(String::as_str) {
        Some("ip") => "instance",
        Some("instance") => "ip",
        _ => return Vec::new(),
    };
    let mut targets = group.targets.iter();
    let fits = targets.all(|(used, _)| {
        let is_instance =
            matches!(&used.id, Fact::Known(id) if context.survey.instances.contains_key(id));
        let is_address =
            matches!(&used.id, Fact::Elsewhere(text) if text.parse::<IpAddr>().is_ok());
        let has_type = (other == "instance" && is_instance) || (other == "ip" && is_address);
        has_type && fault(context, group, other, &used.id).is_none()
    });
    if !fits {
        return Vec::new();
    }
    let title = Message::new("Make {group} a group of type {type}")
        .resource("group", id)
        .text("type", other);
    Fix::review(context, title, |draft| {
        mend::set(draft, id, "TargetType", other)
    })
}
