//! Something carries a security group of another VPC.

use crate::lower::survey::Used;
use crate::message::Message;
use crate::rules::placement::standing::standing;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, PropertyPath};

pub(super) static RULE: Rule = Rule {
    id: "security-group-other-vpc",
    severity: Severity::Error,
    title: "Security group of another VPC",
    why: "A security group belongs to one VPC. AWS refuses to give it to something that stands in \
          a subnet of another.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web SecurityGroupIds=[@open] # error security-group-other-vpc: web stands in main, but open belongs to other.
vpc other CidrBlock=10.1.0.0/16
  sg open GroupDescription=o
AWS::AutoScaling::AutoScalingGroup fleet MinSize=1 MaxSize=1 VPCZoneIdentifier=[@a] LaunchTemplate={LaunchTemplateId=@like, Version=1} # error security-group-other-vpc: fleet stands in main, but open belongs to other.
AWS::EC2::LaunchTemplate like LaunchTemplateData={SecurityGroupIds=[@open]}
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web SecurityGroupIds=[@open]
  sg open GroupDescription=o
",
    check,
    fixes,
}
.told();

/// Everything that carries groups: its name, its VPC, its groups, and whether
/// it names them itself.
fn carriers<'a>(
    context: &Context<'a>,
) -> impl Iterator<Item = (&'a LogicalId, Option<&'a LogicalId>, &'a [Used], bool)> {
    let all = standing(context).into_iter();
    all.map(|it| (it.id, it.vpc(context), it.groups, it.is_written_here))
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for (id, vpc, groups, is_written_here) in carriers(context) {
        let Some(vpc) = vpc else { continue };
        for used in groups {
            let group = used.id.known();
            let group = group.and_then(|id| context.survey.security_groups.get(id));
            let Some(group) = group.filter(|it| !is_shared(context, &it.id)) else {
                continue;
            };
            let Some(other) = group.vpc.known().filter(|other| *other != vpc) else {
                continue;
            };
            let message =
                Message::new("{resource} stands in {vpc}, but {group} belongs to {other}.")
                    .resource("resource", id)
                    .resource("vpc", vpc)
                    .resource("group", &group.id)
                    .resource("other", other);
            // Instances of a fleet carry what is written in their template.
            let path = if is_written_here {
                used.path.clone()
            } else {
                PropertyPath::root()
            };
            findings.add(id, path, message).with([&group.id, vpc]);
        }
    }
}

/// Whether an association lends the group to other VPCs.
fn is_shared(context: &Context<'_>, group: &LogicalId) -> bool {
    let mut users = context.users_of(group);
    users.any(|(_, user)| user.kind() == "AWS::EC2::SecurityGroupVpcAssociation")
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let [group, vpc] = finding.others.as_slice() else {
        return Vec::new();
    };
    let mut users = carriers(context).filter(|(_, _, groups, _)| {
        let mut groups = groups.iter();
        groups.any(|used| used.id.known() == Some(group))
    });
    // The group goes to the VPC only with all that carry it.
    if !users.all(|(_, its, ..)| its == Some(vpc)) {
        return Vec::new();
    }
    let title = Message::new("Make {group} a group of {vpc}")
        .resource("group", group)
        .resource("vpc", vpc);
    Fix::review(context, title, |draft| {
        mend::set(draft, group, "VpcId", mend::reference(vpc))
    })
}
