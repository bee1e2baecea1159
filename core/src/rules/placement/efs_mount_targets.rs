//! Two mount targets of a file system stand in one zone, or in two VPCs.

use std::collections::HashMap;

use super::mount_targets::shared;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "efs-mount-targets",
    severity: Severity::Error,
    title: "Mount targets in one zone or two VPCs",
    why: "A file system has at most one mount target in each zone, and all of them in one VPC. AWS \
          refuses another. Everything in a zone shares the one that is there.",
    guide: "https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1a
vpc other CidrBlock=10.1.0.0/16
  subnet c CidrBlock=10.1.1.0/24 AvailabilityZone=us-east-1b
AWS::EFS::FileSystem files
AWS::EFS::MountTarget one FileSystemId=@files SubnetId=@a SecurityGroups=[sg-1]
AWS::EFS::MountTarget two FileSystemId=@files SubnetId=@b SecurityGroups=[sg-1] # error efs-mount-targets: two is in us-east-1a, where one already serves files.
AWS::EFS::MountTarget three FileSystemId=@files SubnetId=@c SecurityGroups=[sg-1] # error efs-mount-targets: three is in other, but one serves files in main.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
AWS::EFS::FileSystem files
AWS::EFS::MountTarget one FileSystemId=@files SubnetId=@a SecurityGroups=[sg-1]
AWS::EFS::MountTarget two FileSystemId=@files SubnetId=@b SecurityGroups=[sg-1]
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for shared in shared(context) {
        let mut first = None;
        let mut by_zone = HashMap::new();
        for (target, subnet) in shared.targets {
            let Some(subnet) = subnet.filter(|_| context.is_certain(&target.id)) else {
                continue;
            };
            let Some(vpc) = subnet.vpc.known() else {
                continue;
            };
            let (earliest, there) = *first.get_or_insert((&target.id, vpc));
            if there != vpc {
                let message =
                    Message::new("{target} is in {vpc}, but {earliest} serves {files} in {there}.")
                        .resource("target", &target.id)
                        .resource("vpc", vpc)
                        .resource("earliest", earliest)
                        .resource("files", &shared.id)
                        .resource("there", there);
                findings
                    .add(&target.id, "SubnetId", message)
                    .with([earliest]);
                continue;
            }
            let Some(zone) = subnet.zone.known() else {
                continue;
            };
            let earlier = *by_zone.entry(zone).or_insert(&target.id);
            if *earlier != target.id {
                let message =
                    Message::new("{target} is in {zone}, where {earlier} already serves {files}.")
                        .resource("target", &target.id)
                        .text("zone", zone)
                        .resource("earlier", earlier)
                        .resource("files", &shared.id);
                findings
                    .add(&target.id, "SubnetId", message)
                    .with([earlier]);
            }
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    if context.users_of(id).next().is_some() {
        return Vec::new();
    }
    let title = Message::new("Remove {target}").resource("target", id);
    Fix::review(context, title, |draft| mend::remove(draft, id))
}
