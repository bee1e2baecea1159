//! Something carries no group, and so the default group of its VPC.

use crate::catalogue::{ec2, elbv2};
use crate::lower::survey::{BalancerKind, Fact};
use crate::message::Message;
use crate::rules::placement::standing::standing;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "security-group-default-used",
    severity: Severity::Hint,
    title: "Default security group",
    why: "What names no security group gets the default one of its VPC, which lets in its own \
          members and nobody else. All that forget to name a group share it, and reach each other \
          at every port. Name a group that says what is meant.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web # hint security-group-default-used: web names no security group: it gets the default one of main.
    instance other SecurityGroupIds=[@open]
  sg open GroupDescription=o
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web SecurityGroupIds=[@open]
    instance launched LaunchTemplate={LaunchTemplateId=lt-1}
    lb inner Type=network Scheme=internal
  sg open GroupDescription=o
vpc sketch CidrBlock=10.1.0.0/16
  subnet b CidrBlock=10.1.1.0/24
    instance first
",
    check,
    fixes,
}
.told();

/// The groups of a VPC: a few, to choose from. None in a design that is only
/// begun: nothing is said of that.
fn groups<'a>(context: &Context<'a>, vpc: &LogicalId) -> Vec<&'a LogicalId> {
    let groups = context.survey.security_groups.values();
    let own = groups.filter(|group| group.vpc.known() == Some(vpc));
    own.map(|group| &group.id).take(3).collect()
}

/// The property that names the groups of a kind which may name none, if
/// nothing else that is written says them.
fn property(context: &Context<'_>, id: &LogicalId) -> Option<&'static str> {
    let resource = context.resource(id)?;
    let says = |property: &str| resource.property(property).is_some();
    match resource.kind().as_str() {
        ec2::Instance::KIND => {
            let elsewhere = ["LaunchTemplate", "NetworkInterfaces", "SecurityGroups"];
            (!elsewhere.into_iter().any(says)).then_some("SecurityGroupIds")
        }
        elbv2::LoadBalancer::KIND => {
            let balancer = context.survey.load_balancers.get(id)?;
            let is_application = balancer.kind == Fact::Known(BalancerKind::Application);
            is_application.then_some("SecurityGroups")
        }
        _ => None,
    }
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for it in standing(context)
        .into_iter()
        .filter(|it| it.is_written_here)
    {
        if !it.groups.is_empty() {
            continue;
        }
        let (Some(vpc), Some(property)) = (it.vpc(context), property(context, it.id)) else {
            continue;
        };
        if groups(context, vpc).is_empty() {
            continue;
        }
        let message =
            Message::new("{resource} names no security group: it gets the default one of {vpc}.")
                .resource("resource", it.id)
                .resource("vpc", vpc);
        findings.add(it.id, property, message).with([vpc]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(vpc) = finding.others.first() else {
        return Vec::new();
    };
    let ways = groups(context, vpc).into_iter().flat_map(|group| {
        let title = Message::new("Give {resource} the group {group}")
            .resource("resource", &finding.resource)
            .resource("group", group);
        Fix::review(context, title, |draft| {
            let path = finding.path.index(0);
            let value = crate::template::Value::attribute(group.as_str(), "GroupId");
            mend::set(draft, &finding.resource, path, value)
        })
    });
    ways.collect()
}
