//! One packet at a time, with real ports and a memory of connections.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::net::Ipv4Addr;

use drawbridge_core::lower::survey::{Fact, Peer, Permission, RouteTarget, Survey, Used};
use drawbridge_core::network::Protocol;
use drawbridge_core::template::LogicalId;
use ipnet::{IpNet, Ipv4Net};

const INTERNET: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 7);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Packet {
    source: (Ipv4Addr, u16),
    target: (Ipv4Addr, u16),
}

impl Packet {
    fn back(self) -> Self {
        Self {
            source: self.target,
            target: self.source,
        }
    }
}

struct Host {
    name: LogicalId,
    subnet: LogicalId,
    address: Ipv4Addr,
    public: Option<Ipv4Addr>,
    groups: Vec<LogicalId>,
    is_nat: bool,
    checks: bool,
}

pub(crate) struct Walker<'a> {
    survey: &'a Survey,
    hosts: Vec<Host>,
}

/// What hosts and the NAT gateway remember of one connection.
#[derive(Default)]
struct Memory {
    /// Host, whether inward, packet.
    passed: BTreeSet<(usize, bool, Packet)>,
    /// What the NAT gateway sent, and who is behind it.
    translated: BTreeMap<Packet, Packet>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Internet,
    Host(usize),
}

impl<'a> Walker<'a> {
    pub(crate) fn of(survey: &'a Survey) -> Self {
        let mut names: Vec<(LogicalId, LogicalId, bool, bool, Vec<LogicalId>, bool)> = Vec::new();
        for instance in survey.instances.values() {
            let subnet = instance.subnet.id.known().unwrap().clone();
            let is_public = survey.subnets[&subnet].maps_public_ip.known() == Some(&true);
            let groups = instance
                .groups
                .iter()
                .filter_map(|Used { id, .. }| id.known());
            let groups = groups.cloned().collect();
            let checks = instance.checks_source_destination;
            names.push((
                instance.id.clone(),
                subnet,
                is_public,
                false,
                groups,
                checks,
            ));
        }
        for nat in survey.nat_gateways.values() {
            let subnet = nat.subnet.known().unwrap().clone();
            names.push((nat.id.clone(), subnet, true, true, vec![], false));
        }
        names.sort();
        let mut used: BTreeMap<LogicalId, u32> = BTreeMap::new();
        let mut hosts = Vec::new();
        for (index, (name, subnet, is_public, is_nat, groups, checks)) in
            names.into_iter().enumerate()
        {
            let count = used.entry(subnet.clone()).or_insert(3);
            *count += 1;
            let first = u32::from(block(survey, &subnet).network());
            let public = Ipv4Addr::new(203, 0, 113, u8::try_from(index).unwrap());
            hosts.push(Host {
                name,
                subnet,
                address: Ipv4Addr::from(first + *count),
                public: is_public.then_some(public),
                groups,
                is_nat,
                checks,
            });
        }
        Self { survey, hosts }
    }

    /// Whether the first packet arrives, and whether its answer does.
    pub(crate) fn round(
        &self,
        from: &str,
        to: &str,
        port: u16,
        client: u16,
        nat: u16,
    ) -> (bool, bool) {
        let (from, to) = (self.end(from), self.end(to));
        let source = match from {
            At::Internet => INTERNET,
            At::Host(host) => self.hosts[host].address,
        };
        let target = match (from, to) {
            (_, At::Internet) => Some(INTERNET),
            (At::Internet, At::Host(host)) => self.hosts[host].public,
            (At::Host(_), At::Host(host)) => Some(self.hosts[host].address),
        };
        let Some(target) = target else {
            return (false, false);
        };
        let packet = Packet {
            source: (source, client),
            target: (target, port),
        };
        let memory = RefCell::new(Memory::default());
        let there = self.walk(from, packet, &memory, Some(nat));
        let Some((_, arrived)) = there.filter(|(at, _)| *at == to) else {
            return (false, false);
        };
        let back = self.walk(to, arrived.back(), &memory, None);
        (true, back == Some((from, packet.back())))
    }

    fn end(&self, name: &str) -> At {
        match self
            .hosts
            .iter()
            .position(|host| host.name.as_str() == name)
        {
            Some(host) => At::Host(host),
            None => At::Internet,
        }
    }

    /// Where a packet ends and what it is then. `nat` is the port that a NAT
    /// gateway would pick; none for an answer, for which it needs a memory.
    fn walk(
        &self,
        from: At,
        mut packet: Packet,
        memory: &RefCell<Memory>,
        nat: Option<u16>,
    ) -> Option<(At, Packet)> {
        let mut at = from;
        let mut seen = BTreeSet::new();
        loop {
            let At::Host(sender) = at else {
                // The Internet knows public addresses only.
                let to = self
                    .hosts
                    .iter()
                    .position(|it| it.public == Some(packet.target.0));
                let Some(to) = to else {
                    return Some((At::Internet, packet));
                };
                self.is_attached().then_some(())?;
                packet.target.0 = self.hosts[to].address;
                if self.arrive(to, None, &mut packet, memory, nat)? {
                    return Some((At::Host(to), packet));
                }
                at = At::Host(to);
                continue;
            };
            seen.insert((sender, packet)).then_some(())?;
            let host = &self.hosts[sender];
            if host.checks && packet.source.0 != host.address {
                return None;
            }
            self.guard(sender, false, packet, memory)?;
            let inside = block(self.survey, &host.subnet).contains(&packet.target.0);
            if !inside {
                self.list(&host.subnet, true, packet)?;
            }
            let to = if inside {
                self.owner(packet.target.0)?
            } else {
                match self.next(&host.subnet, packet.target.0)? {
                    Next::Owner => self.owner(packet.target.0)?,
                    Next::Host(host) => host,
                    Next::Igw => {
                        self.is_attached().then_some(())?;
                        (!packet.target.0.is_private()).then_some(())?;
                        let sender = self.owner(packet.source.0)?;
                        packet.source.0 = self.hosts[sender].public?;
                        at = At::Internet;
                        continue;
                    }
                }
            };
            let from = host.subnet.clone();
            if self.arrive(to, Some(&from), &mut packet, memory, nat)? {
                return Some((At::Host(to), packet));
            }
            at = At::Host(to);
        }
    }

    /// Into a host: `true` if it takes the packet, `false` if it sends it on.
    fn arrive(
        &self,
        to: usize,
        from: Option<&LogicalId>,
        packet: &mut Packet,
        memory: &RefCell<Memory>,
        nat: Option<u16>,
    ) -> Option<bool> {
        let host = &self.hosts[to];
        if from != Some(&host.subnet) {
            self.list(&host.subnet, false, *packet)?;
        }
        self.guard(to, true, *packet, memory)?;
        if packet.target.0 == host.address {
            if !host.is_nat {
                return Some(true);
            }
            let behind = memory.borrow().translated.get(&packet.back()).copied()?;
            packet.target = behind.source;
            return Some(false);
        }
        if host.is_nat {
            self.owner(packet.source.0)?;
            (packet.source.0 != host.address).then_some(())?;
            let before = *packet;
            packet.source = (host.address, nat?);
            memory.borrow_mut().translated.insert(*packet, before);
            return Some(false);
        }
        (!host.checks).then_some(false)
    }

    fn owner(&self, address: Ipv4Addr) -> Option<usize> {
        self.hosts.iter().position(|host| host.address == address)
    }

    fn is_attached(&self) -> bool {
        let gateway = self.survey.gateways.values().next();
        gateway.is_some_and(|gateway| !gateway.attachments.is_empty())
    }

    fn guard(
        &self,
        id: usize,
        inward: bool,
        packet: Packet,
        memory: &RefCell<Memory>,
    ) -> Option<()> {
        let host = &self.hosts[id];
        let mut memory = memory.borrow_mut();
        if host.is_nat || memory.passed.contains(&(id, !inward, packet.back())) {
            return Some(());
        }
        let far = if inward {
            packet.source.0
        } else {
            packet.target.0
        };
        let far_groups = self
            .owner(far)
            .map(|far| &self.hosts[far])
            .filter(|it| !it.is_nat);
        let allowed = if host.groups.is_empty() {
            !inward || far_groups.is_some_and(|far| far.groups.is_empty())
        } else {
            host.groups.iter().any(|group| {
                let group = &self.survey.security_groups[group];
                let rules = if inward {
                    &group.ingress
                } else {
                    &group.egress
                };
                let by_default = !inward && group.has_default_egress;
                by_default
                    || rules
                        .iter()
                        .any(|rule| carries(rule, packet.target.1) && peers(rule, far, far_groups))
            })
        };
        if allowed {
            memory.passed.insert((id, inward, packet));
        }
        allowed.then_some(())
    }

    fn list(&self, subnet: &LogicalId, is_egress: bool, packet: Packet) -> Option<()> {
        let Some(acl) = &self.survey.subnets[subnet].acl else {
            return Some(());
        };
        let far = if is_egress {
            packet.target.0
        } else {
            packet.source.0
        };
        let mut entries = self.survey.network_acls[acl].entries.iter();
        let entry = entries.find(|entry| {
            let in_range = match &entry.ports {
                Fact::Known(ports) => (ports.from..=ports.to).contains(&i64::from(packet.target.1)),
                _ => true,
            };
            entry.is_egress == is_egress
                && matches!(entry.protocol, Fact::Known(Protocol::Tcp | Protocol::Any))
                && in_range
                && contains(entry.block.known().unwrap(), far)
        })?;
        (entry.allows == Some(true)).then_some(())
    }

    fn next(&self, subnet: &LogicalId, target: Ipv4Addr) -> Option<Next> {
        let mut best = Ipv4Net::new(Ipv4Addr::new(10, 0, 0, 0), 16)
            .unwrap()
            .contains(&target)
            .then_some((16, Next::Owner));
        if let Some(table) = &self.survey.subnets[subnet].table {
            for route in &self.survey.tables[table].routes {
                let route = &self.survey.routes[route];
                let block = route.destination.known().unwrap().block();
                let is_better = best.is_none_or(|(length, _)| block.prefix_len() > length);
                if contains(&block, target) && is_better {
                    best = Some((block.prefix_len(), self.leads(&route.targets[0])));
                }
            }
        }
        best.map(|(_, next)| next)
    }

    fn leads(&self, target: &RouteTarget) -> Next {
        let name = target.target.known().unwrap();
        let host = self.hosts.iter().position(|host| host.name == *name);
        host.map_or(Next::Igw, Next::Host)
    }
}

#[derive(Clone, Copy)]
enum Next {
    Owner,
    Host(usize),
    Igw,
}

fn block(survey: &Survey, subnet: &LogicalId) -> Ipv4Net {
    match survey.subnets[subnet].cidr.known().unwrap().block() {
        IpNet::V4(block) => block,
        IpNet::V6(_) => Ipv4Net::default(),
    }
}

fn contains(block: &IpNet, address: Ipv4Addr) -> bool {
    block.contains(&std::net::IpAddr::V4(address))
}

fn carries(rule: &Permission, port: u16) -> bool {
    match rule.protocol {
        Fact::Known(Protocol::Any) => true,
        Fact::Known(Protocol::Tcp) => {
            let ports = rule.ports.known().unwrap();
            (ports.from..=ports.to).contains(&i64::from(port))
        }
        _ => false,
    }
}

fn peers(rule: &Permission, far: Ipv4Addr, host: Option<&Host>) -> bool {
    match &rule.peer {
        Peer::Block(_, block) => contains(block.known().unwrap(), far),
        Peer::Group(_, group) => {
            host.is_some_and(|host| host.groups.contains(group.known().unwrap()))
        }
        _ => false,
    }
}
