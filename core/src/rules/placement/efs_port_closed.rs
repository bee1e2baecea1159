//! The groups of a mount target let nobody in that uses it.

use super::mount_targets::shared;
use super::targets::lets_none;
use crate::catalogue::ec2;
use crate::lower::survey::{Fact, Host};
use crate::message::Message;
use crate::rules::filters::covering::is_about;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, Value};

use super::standing::Standing;

pub(super) static RULE: Rule = Rule {
    id: "efs-port-closed",
    severity: Severity::Error,
    title: "Mount target that lets nobody in",
    why: "A file system is mounted at port 2049 of TCP. The security groups of a mount target \
          must let that in from what uses it, or mounting waits and fails.",
    guide: "https://docs.aws.amazon.com/efs/latest/ug/network-access.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
AWS::EFS::FileSystem files
AWS::EFS::MountTarget one FileSystemId=@files SubnetId=@a SecurityGroups=[@store.GroupId] # error efs-port-closed: one serves files to job, but store does not let job in at port 2049.
AWS::EFS::AccessPoint point FileSystemId=@files
AWS::Lambda::Function job FileSystemConfigs=[{Arn=@point.Arn, LocalMountPath=/mnt/files}] VpcConfig={SubnetIds=[@a], SecurityGroupIds=[@jobs.GroupId]}
sg store VpcId=@main GroupDescription=s
sg jobs VpcId=@main GroupDescription=j
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
AWS::EFS::FileSystem files
AWS::EFS::MountTarget one FileSystemId=@files SubnetId=@a SecurityGroups=[@store.GroupId]
AWS::EFS::AccessPoint point FileSystemId=@files
AWS::Lambda::Function job FileSystemConfigs=[{Arn=@point.Arn, LocalMountPath=/mnt/files}] VpcConfig={SubnetIds=[@a], SecurityGroupIds=[@jobs.GroupId]}
sg store VpcId=@main GroupDescription=s SecurityGroupIngress=[{IpProtocol=tcp, FromPort=2049, ToPort=2049, SourceSecurityGroupId=@jobs.GroupId}]
sg jobs VpcId=@main GroupDescription=j
",
    check,
    fixes,
}
.told();

/// The port of NFS.
const NFS: i64 = 2049;

fn check(context: &Context<'_>, findings: &mut Findings) {
    for shared in shared(context) {
        let users = shared.users(context);
        for (target, _) in &shared.targets {
            let Some(first) = target.groups.first().and_then(|it| it.id.known()) else {
                continue;
            };
            let stopped = users.iter().find(|user| is_stopped(context, target, user));
            if let Some(user) = stopped {
                let message = Message::new(
                    "{target} serves {files} to {user}, but {group} does not let {user} in at port 2049.",
                )
                .resource("target", &target.id)
                .resource("files", &shared.id)
                .resource("user", user.id)
                .resource("group", first);
                findings
                    .add(&target.id, "SecurityGroups", message)
                    .with([user.id, first]);
            } else if is_closed(context, target) {
                let message =
                    Message::new("{target} lets nobody in: {group} does not open port 2049.")
                        .resource("target", &target.id)
                        .resource("group", first);
                findings
                    .add(&target.id, "SecurityGroups", message)
                    .with([first]);
            }
        }
    }
}

/// Whether it is certain that a user cannot come in.
fn is_stopped<'a>(context: &Context<'a>, target: &Host, user: &Standing<'a>) -> bool {
    let own = Standing::target(context, &target.id).and_then(|it| it.groups(context));
    let (Some(own), Some(groups), Some(blocks)) = (own, user.groups(context), user.blocks(context))
    else {
        return false;
    };
    own.iter()
        .all(|group| lets_none(&group.ingress, NFS, &groups, &blocks))
}

/// Whether it is certain that nobody can come in.
fn is_closed(context: &Context<'_>, target: &Host) -> bool {
    let own = Standing::target(context, &target.id).and_then(|it| it.groups(context));
    own.is_some_and(|own| {
        let mut rules = own.iter().flat_map(|group| &group.ingress);
        rules.all(|rule| {
            let is_known =
                rule.protocol.known().is_some() && !matches!(rule.ports, Fact::Unknown(_));
            is_known && !is_about(rule, NFS)
        })
    })
}

/// Lets the group of the user in.
fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let [user, group] = finding.others.as_slice() else {
        return Vec::new();
    };
    let user = Standing::target(context, user);
    let source = user.and_then(|it| it.groups.first()?.id.known());
    let Some(source) = source else {
        return Vec::new();
    };
    let title = Message::new("Let {source} in to port 2049 of {group}")
        .resource("source", source)
        .resource("group", group);
    Fix::review(context, title, |draft| {
        let id = |group: &LogicalId| Value::attribute(group.as_str(), "GroupId");
        let properties = [
            ("GroupId", id(group)),
            ("IpProtocol", "tcp".into()),
            ("FromPort", NFS.into()),
            ("ToPort", NFS.into()),
            ("SourceSecurityGroupId", id(source)),
        ];
        let stem = format!("{group}From{source}");
        mend::add(draft, &stem, ec2::SecurityGroupIngress::KIND, properties);
        Some(())
    })
}
