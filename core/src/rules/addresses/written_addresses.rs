//! The private addresses that a design writes down, with the subnets that they
//! are of: what several rules judge. It judges nothing.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;

use crate::cidr;
use crate::lower::survey::{Fact, HostKind, Subnet};
use crate::message::Message;
use crate::rules::context::ipv4;
use crate::rules::{Context, Finding, Fix, mend};
use crate::template::{LogicalId, PropertyPath};

/// A private address that is written down.
pub(super) struct Written<'a> {
    /// Whose it is.
    pub(super) resource: &'a LogicalId,
    /// Where it is written.
    pub(super) path: PropertyPath,
    /// The subnet.
    pub(super) subnet: &'a Subnet,
    /// The block of the subnet.
    pub(super) block: Ipv4Net,
    /// The address.
    pub(super) address: Ipv4Addr,
}

/// Every private address that is written and known, in a subnet whose block is
/// known, in the order of the file by kind.
pub(super) fn all<'a>(context: &Context<'a>) -> Vec<Written<'a>> {
    let survey = context.survey;
    let mut all = Vec::new();
    let mut add = |resource, path, subnet: Option<&LogicalId>, address: &Fact<Ipv4Addr>| {
        let Fact::Known(address) = address else {
            return;
        };
        let Some(subnet) = subnet.and_then(|id| survey.subnets.get(id)) else {
            return;
        };
        if let Some(block) = subnet.cidr.known().and_then(|it| ipv4(it.block())) {
            all.push(Written {
                resource,
                path,
                subnet,
                block,
                address: *address,
            });
        }
    };
    for instance in survey.instances.values() {
        // An interface that is a resource says its address itself.
        let own = instance.interfaces().filter(|it| it.resource.is_none());
        for interface in own {
            let path = interface.path.key("PrivateIpAddress");
            let subnet = interface.subnet.id.known();
            add(&instance.id, path, subnet, &interface.private_ip);
        }
    }
    for it in survey.interfaces.values() {
        let subnet = it.interface.subnet.id.known();
        let path = "PrivateIpAddress".into();
        add(&it.id, path, subnet, &it.interface.private_ip);
    }
    for nat in survey.nat_gateways.values() {
        let path = "PrivateIpAddress".into();
        add(&nat.id, path, nat.subnet.known(), &nat.private_ip);
    }
    for balancer in survey.load_balancers.values() {
        for (index, (used, node)) in balancer.subnets.iter().zip(&balancer.nodes).enumerate() {
            let path = PropertyPath::from("SubnetMappings").index(index);
            let path = path.key("PrivateIPv4Address");
            add(&balancer.id, path, used.id.known(), &node.private_ip);
        }
    }
    for host in survey.hosts.values() {
        if host.kind == HostKind::MountTarget {
            let subnet = host.subnets.first().and_then(|it| it.id.known());
            add(&host.id, "IpAddress".into(), subnet, &host.private_ip);
        }
    }
    all
}

/// The address that a finding is about.
pub(super) fn of<'a>(context: &Context<'a>, finding: &Finding) -> Option<Written<'a>> {
    let mut all = all(context).into_iter();
    all.find(|it| *it.resource == finding.resource && it.path == finding.path)
}

/// Ways to mend an address: the lowest free one of its subnet, or AWS's choice.
pub(super) fn choose_another(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(found) = of(context, finding) else {
        return Vec::new();
    };
    let all = all(context);
    let taken: Vec<Ipv4Addr> = all
        .iter()
        .filter(|it| it.subnet.id == found.subnet.id)
        .map(|it| it.address)
        .collect();
    let mut ways = Vec::new();
    if let Some(free) = cidr::usable_hosts(found.block).find(|it| !taken.contains(it)) {
        let title = Message::new("Make it {address}").text("address", free);
        ways.extend(Fix::review(context, title, |draft| {
            mend::set(draft, found.resource, found.path.clone(), free.to_string())
        }));
    }
    let title = Message::new("Let AWS choose the address");
    ways.extend(Fix::review(context, title, |draft| {
        mend::unset(draft, found.resource, found.path.clone())
    }));
    ways
}
