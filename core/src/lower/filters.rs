//! Security groups as stateful filters, network ACLs as stateless ones.
//!
//! A rule of which a part is not known is left out, and its filter is noted as
//! open: a security group can only allow more, a network ACL may do either.

use super::lowered::{Builder, origin, origin_at};
use super::reason::reason;
use super::survey::{
    AclEntry, Fact, NetworkAcl, Peer as Written, Permission, Ports, SecurityGroup,
};
use crate::message::Message;
use crate::network::{
    Action, Carries, IcmpMatch, Origin, Peer, PortSet, Protocol, Rule, StatefulId, Stateless,
};
use crate::template::LogicalId;

impl Builder<'_> {
    /// Adds every security group and the default one of every VPC.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html>
    pub(super) fn add_groups(&mut self) {
        let survey = self.survey;
        let mut defaults = Vec::new();
        for vpc in self.routers.keys().cloned().collect::<Vec<_>>() {
            let from = origin(&vpc);
            let group = self.lowered.network.add_stateful(from.clone());
            let members = rule(from.clone(), Carries::Anything, Peer::Members(group));
            self.default_groups.insert(vpc, group);
            defaults.push((group, vec![members], vec![everywhere(from)]));
        }
        for id in survey.security_groups.keys() {
            let group = self.lowered.network.add_stateful(origin(id));
            self.groups.insert(id.clone(), group);
        }
        let vpcs: Vec<LogicalId> = self.default_groups.keys().cloned().collect();
        for (vpc, (group, mut inbound, mut outbound)) in vpcs.iter().zip(defaults) {
            if let Some([more_in, more_out]) = survey.default_groups.get(vpc) {
                inbound.extend(self.permissions(vpc, more_in));
                outbound.extend(self.permissions(vpc, more_out));
            }
            self.lowered.network.set_rules(group, inbound, outbound);
        }
        for group in survey.security_groups.values() {
            if let Some(id) = self.groups.get(&group.id).copied() {
                self.fill(id, group);
            }
        }
    }

    fn fill(&mut self, id: StatefulId, group: &SecurityGroup) {
        let inbound = self.permissions(&group.id, &group.ingress);
        let mut outbound = self.permissions(&group.id, &group.egress);
        if group.has_default_egress {
            if !group.egress.is_empty() {
                // The page only says what rules that are written inside it do.
                // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
                let message = Message::new(
                    "{group} still lets everything out: outbound rules that are resources of their own add to the default one.",
                );
                self.assume(&group.id, message.resource("group", &group.id));
            }
            outbound.push(everywhere(origin(&group.id)));
        }
        self.lowered.network.set_rules(id, inbound, outbound);
    }

    fn permissions(&mut self, group: &LogicalId, written: &[Permission]) -> Vec<Rule> {
        let mut rules = Vec::with_capacity(written.len());
        for permission in written {
            match self.permission(permission) {
                Ok(rule) => rules.extend(rule),
                Err(why) => {
                    let why = Message::new("a rule of {group} {why}")
                        .resource("group", group)
                        .message("why", why);
                    self.leave_open(group, why);
                }
            }
        }
        rules
    }

    /// The rule of a permission; none if it allows nobody anything.
    fn permission(&self, permission: &Permission) -> Result<Option<Rule>, Message> {
        let peer = match &permission.peer {
            Written::Block(_, Fact::Known(block)) => Peer::block(*block),
            Written::Group(_, Fact::Known(group)) => match self.group(group) {
                Some(group) => Peer::Members(group),
                None => return Ok(None),
            },
            Written::Block(_, fact) => return Err(part("is not clear: its block {why}", fact)),
            Written::Group(_, fact) => return Err(part("is not clear: its group {why}", fact)),
            Written::PrefixList(_, Fact::Known(listed)) => {
                Peer::Blocks(listed.blocks.clone().into())
            }
            Written::PrefixList(_, fact) => {
                return Err(part("is not clear: its prefix list {why}", fact));
            }
            Written::Nobody => return Ok(None),
        };
        let protocol = permission.protocol.known();
        let protocol = *protocol
            .ok_or_else(|| part("is not clear: its protocol {why}", &permission.protocol))?;
        let ports = match &permission.ports {
            Fact::Known(ports) => Some(*ports),
            Fact::Absent => None,
            fact => return Err(part("is not clear: its port {why}", fact)),
        };
        let carries = match protocol {
            Protocol::Any => Carries::Anything,
            // EC2 wants both ports for these, so none is no port.
            Protocol::Tcp => Carries::Tcp(ports.map_or_else(PortSet::none, port_set)),
            Protocol::Udp => Carries::Udp(ports.map_or_else(PortSet::none, port_set)),
            Protocol::Icmp => Carries::Icmp(ports.map_or_else(IcmpMatch::default, icmp)),
            Protocol::Icmpv6 => Carries::Icmpv6(ports.map_or_else(IcmpMatch::default, icmp)),
            Protocol::Other(number) => Carries::Other(number),
        };
        let from = origin_at(&permission.resource, &permission.path);
        Ok(Some(rule(from, carries, peer)))
    }

    /// The stateless filter of a network ACL.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html>
    pub(super) fn stateless(&mut self, acl: &NetworkAcl) -> Stateless {
        let mut filter = Stateless {
            origin: origin(&acl.id),
            inbound: Vec::new(),
            outbound: Vec::new(),
        };
        for entry in &acl.entries {
            match acl_rule(entry) {
                Ok(rule) if entry.is_egress => filter.outbound.push(rule),
                Ok(rule) => filter.inbound.push(rule),
                Err(why) => {
                    let why = Message::new("{entry} {why}")
                        .resource("entry", &entry.id)
                        .message("why", why);
                    self.leave_open(&acl.id, why);
                }
            }
        }
        filter
    }

    /// A security group, or the default one of the VPC that is named for it.
    fn group(&self, id: &LogicalId) -> Option<StatefulId> {
        let found = self.groups.get(id).or_else(|| self.default_groups.get(id));
        found.copied()
    }

    /// The filters that an interface carries; the VPC's default group if none
    /// is written.
    pub(super) fn guards(
        &mut self,
        id: &LogicalId,
        groups: &[super::survey::Used],
        vpc: &LogicalId,
    ) -> Vec<StatefulId> {
        if groups.is_empty() {
            return self.default_groups.get(vpc).copied().into_iter().collect();
        }
        let mut guards = Vec::new();
        for used in groups {
            if let Some(group) = used.id.known().and_then(|group| self.group(group)) {
                guards.push(group);
            } else {
                let why = Message::new("a security group of {host} {why}")
                    .resource("host", id)
                    .message("why", reason(&used.id));
                self.leave_open(id, why);
            }
        }
        if guards.is_empty() {
            // None at all would mean unfiltered.
            guards.push(self.lowered.network.add_stateful(origin(id)));
        }
        guards
    }
}

fn acl_rule(entry: &AclEntry) -> Result<Rule, Message> {
    if entry.number.known().is_none() {
        return Err(part("is not clear: its number {why}", &entry.number));
    }
    let action = match entry.allows {
        Some(true) => Action::Allow,
        Some(false) => Action::Deny,
        None => return Err(Message::new("neither allows nor denies")),
    };
    let block = entry.block.known();
    let block = *block.ok_or_else(|| part("is not clear: its block {why}", &entry.block))?;
    let protocol = entry.protocol.known();
    let ports = || match &entry.ports {
        Fact::Known(ports) => Ok(port_set(*ports)),
        Fact::Absent => Ok(PortSet::all()),
        fact => Err(part("is not clear: its port {why}", fact)),
    };
    let message = || match &entry.icmp {
        Fact::Known(ports) => Ok(icmp(*ports)),
        Fact::Absent => Ok(IcmpMatch::default()),
        fact => Err(part("is not clear: its ICMP type {why}", fact)),
    };
    let carries =
        match protocol.ok_or_else(|| part("is not clear: its protocol {why}", &entry.protocol))? {
            Protocol::Any => Carries::Anything,
            Protocol::Tcp => Carries::Tcp(ports()?),
            Protocol::Udp => Carries::Udp(ports()?),
            Protocol::Icmp => Carries::Icmp(message()?),
            Protocol::Icmpv6 => Carries::Icmpv6(message()?),
            Protocol::Other(number) => Carries::Other(*number),
        };
    Ok(Rule {
        origin: origin(&entry.id),
        action,
        carries,
        peer: Peer::block(block),
    })
}

fn rule(origin: Origin, carries: Carries, peer: Peer) -> Rule {
    Rule {
        origin,
        action: Action::Allow,
        carries,
        peer,
    }
}

/// Everything to everywhere, in both families.
pub(super) fn everywhere(origin: Origin) -> Rule {
    let all = [
        ipnet::IpNet::V4(ipnet::Ipv4Net::default()),
        ipnet::IpNet::V6(ipnet::Ipv6Net::default()),
    ];
    rule(origin, Carries::Anything, Peer::Blocks(all.into()))
}

/// The end of a sentence about a rule, with what is wrong with a part of it.
fn part<T>(sentence: &'static str, fact: &Fact<T>) -> Message {
    Message::new(sentence).message("why", reason(fact))
}

/// The ports from the first to the last; none if that is no range.
fn port_set(ports: Ports) -> PortSet {
    match (u16::try_from(ports.from), u16::try_from(ports.to)) {
        (Ok(from), Ok(to)) if from <= to => PortSet::from(from..=to),
        _ => PortSet::none(),
    }
}

/// Type and code; what is no number of ICMP, such as -1, is any.
fn icmp(ports: Ports) -> IcmpMatch {
    IcmpMatch {
        kind: u8::try_from(ports.from).ok(),
        code: u8::try_from(ports.to).ok(),
    }
}
