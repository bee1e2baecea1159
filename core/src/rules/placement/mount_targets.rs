//! Which file systems have mount targets where, and what uses them. Judges
//! nothing.

use crate::lower::survey::{Host, HostKind, Subnet};
use crate::rules::Context;
use crate::template::{Evaluated, LogicalId};

use super::standing::Standing;

/// A file system with what serves it.
#[derive(Debug)]
pub(super) struct Shared<'a> {
    /// The file system.
    pub(super) id: LogicalId,
    /// Its mount targets, each with its subnet if that is known.
    pub(super) targets: Vec<(&'a Host, Option<&'a Subnet>)>,
}

/// Every file system of EFS that has mount targets in this template.
pub(super) fn shared<'a>(context: &Context<'a>) -> Vec<Shared<'a>> {
    let survey = context.survey;
    let mut all: Vec<Shared<'a>> = Vec::new();
    let hosts = survey.hosts.values();
    for target in hosts.filter(|it| it.kind == HostKind::MountTarget) {
        let named = context
            .resource(&target.id)
            .map(|it| context.evaluator.property(it, &"FileSystemId".into()));
        let Some(Evaluated::Resource { id, .. }) = named else {
            continue;
        };
        let subnet = target.subnets.first().and_then(|it| it.id.known());
        let entry = (target, subnet.and_then(|id| survey.subnets.get(id)));
        match all.iter_mut().find(|it| it.id == id) {
            Some(shared) => shared.targets.push(entry),
            None => all.push(Shared {
                id,
                targets: vec![entry],
            }),
        }
    }
    all
}

impl<'a> Shared<'a> {
    /// What stands in subnets and refers to the file system: directly, by an
    /// access point, or by a task definition.
    pub(super) fn users(&self, context: &Context<'a>) -> Vec<Standing<'a>> {
        const BETWEEN: [&str; 4] = [
            "AWS::EFS::AccessPoint",
            "AWS::ECS::TaskDefinition",
            "AWS::EC2::LaunchTemplate",
            "AWS::AutoScaling::LaunchConfiguration",
        ];
        let mut named = vec![self.id.clone()];
        let mut users = Vec::new();
        let mut place = 0;
        while let Some(id) = named.get(place).cloned() {
            place += 1;
            for (user, resource) in context.users_of(&id) {
                if BETWEEN.contains(&resource.kind().as_str()) {
                    if !named.contains(user) {
                        named.push(user.clone());
                    }
                } else if let Some(found) = Standing::target(context, user)
                    && self.targets.iter().all(|(it, _)| it.id != *user)
                {
                    users.push(found);
                }
            }
        }
        users
    }
}
