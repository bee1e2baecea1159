//! How a load balancer's nodes come to a target: by which listener and group,
//! and whether the security groups on both sides let them. Judges nothing.

use std::collections::HashSet;
use std::net::Ipv4Addr;

use ipnet::IpNet;

use super::standing::Standing;
use crate::catalogue::ec2;
use crate::cidr;
use crate::lower::survey::{
    BalancerKind, Fact, LoadBalancer, Peer, Permission, SecurityGroup, TargetGroup, Used,
};
use crate::message::Message;
use crate::network::Protocol;
use crate::rules::filters::covering::{carries, is_about};
use crate::rules::{Context, Fix, mend};
use crate::template::{LogicalId, PropertyPath, Value};

/// A load balancer, a target group that it forwards to, and a target in it: an
/// instance, or what registers itself.
#[derive(Clone, Debug)]
pub(super) struct Way<'a> {
    /// The load balancer.
    pub(super) balancer: &'a LoadBalancer,
    /// The target group.
    pub(super) group: &'a TargetGroup,
    /// The target.
    pub(super) target: Standing<'a>,
    /// Where the target group names the target; the root for one that registers
    /// itself.
    pub(super) path: PropertyPath,
    /// The port at which the target serves.
    pub(super) port: Option<i64>,
}

/// Where a connection from node to target is stopped.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stop<'a> {
    /// The target's group does not let it in.
    In(&'a SecurityGroup),
    /// The load balancer's group does not let it out.
    Out(&'a SecurityGroup),
}

impl<'a> Stop<'a> {
    /// The security group that stops it.
    pub(super) fn group(self) -> &'a LogicalId {
        match self {
            Self::In(group) | Self::Out(group) => &group.id,
        }
    }
}

/// Every way, once.
pub(super) fn ways<'a>(context: &Context<'a>) -> Vec<Way<'a>> {
    let survey = context.survey;
    let mut seen = HashSet::new();
    let mut ways = Vec::new();
    for listener in survey.listeners.values() {
        let balancer = listener.load_balancer.known();
        let Some(balancer) = balancer.and_then(|id| survey.load_balancers.get(id)) else {
            continue;
        };
        let by_rules = listener.by_rules.iter().map(|(_, used)| used);
        let groups = listener.groups.iter().chain(by_rules);
        let groups = groups.filter_map(|used| used.id.known());
        for group in groups.filter_map(|id| survey.target_groups.get(id)) {
            if !seen.insert((&balancer.id, &group.id)) {
                continue;
            }
            let way = |id: &LogicalId, path: PropertyPath, port: Option<i64>| {
                Some(Way {
                    balancer,
                    group,
                    target: Standing::target(context, id)?,
                    path,
                    port,
                })
            };
            let usual = group.port.known().copied();
            for (used, port) in &group.targets {
                let target = match &used.id {
                    Fact::Known(id) => Some(id),
                    Fact::Elsewhere(text) => by_address(context, text),
                    _ => None,
                };
                let found = target.and_then(|id| way(id, used.path.clone(), port.or(usual)));
                ways.extend(found);
            }
            for member in &group.members {
                let port = match &member.port {
                    Fact::Known(port) => Some(*port),
                    Fact::Absent => usual,
                    _ => None,
                };
                ways.extend(way(&member.id, PropertyPath::root(), port));
            }
        }
    }
    ways
}

/// What has an address of its own that is written: an instance or a host.
fn by_address<'a>(context: &Context<'a>, text: &str) -> Option<&'a LogicalId> {
    let address: Ipv4Addr = text.parse().ok()?;
    let survey = context.survey;
    let instances = survey.instances.values();
    let instances = instances.map(|it| (&it.id, &it.private_ip));
    let hosts = survey.hosts.values();
    let hosts = hosts.map(|it| (&it.id, &it.private_ip));
    let mut all = instances.chain(hosts);
    let found = all.find(|(_, own)| own.known() == Some(&address));
    found.map(|(id, _)| id)
}

impl<'a> Way<'a> {
    /// Where a connection to a port of the target is stopped for certain.
    pub(super) fn stop(&self, context: &Context<'a>, port: i64) -> Option<Stop<'a>> {
        let targets = self.target.groups(context)?;
        if self.balancer.kind == Fact::Known(BalancerKind::Network) {
            // Targets may see the clients' addresses, whatever these are.
            let first = targets.first()?;
            let is_closed = targets.iter().all(|group| is_closed(&group.ingress, port));
            return is_closed.then_some(Stop::In(first));
        }
        self.stop_of_nodes(context, port, &targets)
    }

    /// Where a health check is stopped for certain: it comes from the nodes
    /// themselves, whatever the targets see of clients.
    ///
    /// <https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html#target-security-groups>
    pub(super) fn stop_of_check(&self, context: &Context<'a>, port: i64) -> Option<Stop<'a>> {
        self.stop_of_nodes(context, port, &self.target.groups(context)?)
    }

    /// Where what a node sends from its own address is stopped for certain.
    fn stop_of_nodes(
        &self,
        context: &Context<'a>,
        port: i64,
        targets: &[&'a SecurityGroup],
    ) -> Option<Stop<'a>> {
        let sources = self.balancer_groups(context)?;
        let from = self.balancer.subnets.iter();
        let from = from.map(|used| block_of(context, used.id.known()?));
        let from = from.collect::<Option<Vec<_>>>()?;
        let to = self.target.blocks(context)?;
        if let Some(first) = targets.first()
            && targets
                .iter()
                .all(|group| lets_none(&group.ingress, port, &sources, &from))
        {
            return Some(Stop::In(first));
        }
        let first = sources.first()?;
        let none_out = sources
            .iter()
            .all(|group| !group.has_default_egress && lets_none(&group.egress, port, targets, &to));
        none_out.then_some(Stop::Out(first))
    }

    /// The groups of the load balancer, where they filter what goes to targets.
    fn balancer_groups(&self, context: &Context<'a>) -> Option<Vec<&'a SecurityGroup>> {
        let kind = self.balancer.kind.known()?;
        if *kind == BalancerKind::Network && self.balancer.groups.is_empty() {
            // It may have none, and is then told by its addresses only.
            return Some(Vec::new());
        }
        let has_groups = [BalancerKind::Application, BalancerKind::Network].contains(kind);
        groups(context, &self.balancer.groups).filter(|_| has_groups)
    }

    /// Ways to open a port between load balancer and target.
    pub(super) fn open(&self, context: &Context<'a>, stop: Stop<'a>, port: i64) -> Vec<Fix> {
        let source = self.balancer.groups.first().and_then(|it| it.id.known());
        let target = self.target.groups.first().and_then(|it| it.id.known());
        let (Some(source), Some(target)) = (source, target) else {
            return Vec::new();
        };
        let id = |group: &LogicalId| Value::attribute(group.as_str(), "GroupId");
        let rule = |own: &LogicalId, key: &'static str, other: &LogicalId| {
            [
                ("GroupId", id(own)),
                ("IpProtocol", "tcp".into()),
                ("FromPort", port.into()),
                ("ToPort", port.into()),
                (key, id(other)),
            ]
        };
        let (sentence, kind, stem, properties) = match stop {
            Stop::In(_) => (
                "Let {source} in to port {port} of {target}",
                ec2::SecurityGroupIngress::KIND,
                format!("{target}From{source}"),
                rule(target, "SourceSecurityGroupId", source),
            ),
            Stop::Out(_) => (
                "Let {source} out to port {port} of {target}",
                ec2::SecurityGroupEgress::KIND,
                format!("{source}To{target}"),
                rule(source, "DestinationSecurityGroupId", target),
            ),
        };
        let title = Message::new(sentence)
            .resource("source", source)
            .text("port", port)
            .resource("target", target);
        Fix::review(context, title, |draft| {
            mend::add(draft, &stem, kind, properties);
            Some(())
        })
    }
}

/// The groups that are used, if there are some and all of them are known.
fn groups<'a>(context: &Context<'a>, used: &[Used]) -> Option<Vec<&'a SecurityGroup>> {
    let all = used.iter();
    let all = all.map(|used| context.survey.security_groups.get(used.id.known()?));
    let all = all.collect::<Option<Vec<_>>>()?;
    (!all.is_empty()).then_some(all)
}

fn block_of(context: &Context<'_>, subnet: &LogicalId) -> Option<IpNet> {
    Some(context.survey.subnets.get(subnet)?.cidr.known()?.block())
}

/// Whether it is certain that no permission is for TCP or UDP to a port,
/// whoever asks.
fn is_closed(permissions: &[Permission], port: i64) -> bool {
    permissions.iter().all(|permission| {
        let carried = carries(permission);
        carried.is_some_and(|(protocol, ports)| {
            let has_ports = matches!(protocol, Protocol::Tcp | Protocol::Udp | Protocol::Any);
            !has_ports || !(ports.from..=ports.to).contains(&port)
        })
    })
}

/// Whether it is certain that no permission lets TCP to a port pass between
/// its group and the other side: members of groups, in subnets with blocks.
pub(super) fn lets_none(
    permissions: &[Permission],
    port: i64,
    groups: &[&SecurityGroup],
    blocks: &[IpNet],
) -> bool {
    permissions.iter().all(|permission| {
        let is_open =
            permission.protocol.known().is_none() || matches!(permission.ports, Fact::Unknown(_));
        if is_open {
            return false;
        }
        if !is_about(permission, port) {
            return true;
        }
        match &permission.peer {
            Peer::Group(_, Fact::Known(id)) => groups.iter().all(|group| group.id != *id),
            Peer::Block(_, Fact::Known(net)) => {
                let mut blocks = blocks.iter();
                blocks.all(|block| cidr::overlap(*block, *net).is_none())
            }
            Peer::Nobody => true,
            _ => false,
        }
    })
}
