//! Something uses a file system from a zone without a mount target.

use std::collections::HashSet;

use super::mount_targets::shared;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::PropertyPath;

pub(super) static RULE: Rule = Rule {
    id: "efs-zone-without-mount-target",
    severity: Severity::Warning,
    title: "No mount target in a zone that needs one",
    why: "The name of a file system leads to the mount target in the zone of who asks. In a zone \
          without one the name leads nowhere, and nothing can be mounted. Add a mount target there.",
    guide: "https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
AWS::EFS::FileSystem files
AWS::EFS::MountTarget one FileSystemId=@files SubnetId=@a SecurityGroups=[sg-0123abcd]
AWS::EFS::AccessPoint point FileSystemId=@files
AWS::Lambda::Function job FileSystemConfigs=[{Arn=@point.Arn, LocalMountPath=/mnt/files}] VpcConfig={SubnetIds=[@a, @b], SecurityGroupIds=[sg-1]} # warning efs-zone-without-mount-target: job uses files from us-east-1b, where files has no mount target.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
AWS::EFS::FileSystem files
AWS::EFS::MountTarget one FileSystemId=@files SubnetId=@a SecurityGroups=[sg-0123abcd]
AWS::EFS::AccessPoint point FileSystemId=@files
AWS::Lambda::Function job FileSystemConfigs=[{Arn=@point.Arn, LocalMountPath=/mnt/files}] VpcConfig={SubnetIds=[@a], SecurityGroupIds=[sg-1]}
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for shared in shared(context) {
        let zones = shared
            .targets
            .iter()
            .map(|(_, subnet)| (*subnet)?.zone.known());
        let Some(zones) = zones.collect::<Option<HashSet<_>>>() else {
            continue;
        };
        let mut seen = HashSet::new();
        for user in shared.users(context) {
            for subnet in user.subnets(context).unwrap_or_default() {
                let Some(zone) = subnet.zone.known().filter(|it| !zones.contains(it)) else {
                    continue;
                };
                if !seen.insert(zone) {
                    continue;
                }
                let message = Message::new(
                    "{user} uses {files} from {zone}, where {files} has no mount target.",
                )
                .resource("user", user.id)
                .resource("files", &shared.id)
                .text("zone", zone);
                findings
                    .add(user.id, "", message)
                    .with([&shared.id, &subnet.id]);
            }
        }
    }
}

/// A mount target like the first one, in the subnet of the user.
fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let [files, subnet] = finding.others.as_slice() else {
        return Vec::new();
    };
    let shared = shared(context);
    let shared = shared.iter().find(|it| it.id == *files);
    let Some((model, _)) = shared.and_then(|it| it.targets.first()) else {
        return Vec::new();
    };
    let Some(resource) = context.resource(&model.id) else {
        return Vec::new();
    };
    let title = Message::new("Add a mount target of {files} in {subnet}")
        .resource("files", files)
        .resource("subnet", subnet);
    Fix::review(context, title, |draft| {
        let mut resource = resource.clone();
        resource.set(&PropertyPath::from("SubnetId"), mend::reference(subnet));
        resource.remove(&PropertyPath::from("IpAddress"));
        let id = mend::free_name(draft, &format!("{subnet}MountTarget"));
        draft.insert(id, resource);
        Some(())
    })
}
