//! Who registers itself with a target group or a Classic Load Balancer: Auto
//! Scaling groups and services say it, not the group.

use super::{Fact, Member, Survey, Used};
use crate::template::LogicalId;

impl Survey {
    /// Puts everything that registers itself to where it does.
    pub(super) fn register(&mut self) {
        for fleet in self.fleets.values() {
            for used in &fleet.target_groups {
                let group = used.id.known();
                if let Some(group) = group.and_then(|id| self.target_groups.get_mut(id)) {
                    group.members.push(member(&fleet.id, used, &Fact::Absent));
                }
            }
            for used in &fleet.load_balancers {
                let balancer = used.id.known();
                if let Some(balancer) = balancer.and_then(|id| self.classic_balancers.get_mut(id)) {
                    let of_listener = member(&fleet.id, used, &Fact::Absent);
                    balancer.members.push(of_listener);
                }
            }
        }
        for host in self.hosts.values() {
            for registered in &host.registered {
                let used = &registered.group;
                let group = used.id.known();
                if let Some(group) = group.and_then(|id| self.target_groups.get_mut(id)) {
                    group.members.push(member(&host.id, used, &registered.port));
                }
            }
        }
    }
}

fn member(id: &LogicalId, used: &Used, port: &Fact<i64>) -> Member {
    Member {
        id: id.clone(),
        path: used.path.clone(),
        port: port.clone(),
    }
}
