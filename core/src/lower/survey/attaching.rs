//! Puts interfaces to the instances that they are attached to, and Elastic IP
//! addresses to their interfaces; and which addresses follow from that.

use std::collections::BTreeMap;
use std::net::Ipv6Addr;

use super::{Fact, Instance, Interface, Survey};
use crate::template::{LogicalId, PropertyPath};

impl Survey {
    /// Whether an instance gets a public address in its subnet: an Elastic IP,
    /// or what its interface says, or what its subnet says.
    ///
    /// <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html>
    pub fn gets_public_ip(&self, instance: &Instance) -> Fact<bool> {
        self.interface_gets_public_ip(&instance.primary)
    }

    /// Whether an interface gets a public address.
    pub fn interface_gets_public_ip(&self, interface: &Interface) -> Fact<bool> {
        if !interface.elastic_ips.is_empty() {
            return Fact::Known(true);
        }
        let subnet = interface.subnet.id.known();
        let subnet = subnet.and_then(|id| self.subnets.get(id));
        match (&interface.associates_public_ip, subnet) {
            (Fact::Absent, Some(subnet)) if !subnet.maps_public_ip.is_absent() => {
                subnet.maps_public_ip.clone()
            }
            (Fact::Absent, _) => Fact::Known(false),
            (said, _) => said.clone(),
        }
    }

    /// The IPv6 addresses of an interface: what it says, else one where its
    /// subnet assigns them. Each is `Absent` where AWS chooses it.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html>
    pub fn ipv6_addresses(&self, interface: &Interface) -> Fact<Vec<Fact<Ipv6Addr>>> {
        if !interface.ipv6.is_absent() {
            return interface.ipv6.clone();
        }
        let subnet = interface.subnet.id.known();
        let Some(subnet) = subnet.and_then(|id| self.subnets.get(id)) else {
            return Fact::Known(Vec::new());
        };
        let one = |assigned: bool| {
            let count = usize::from(assigned);
            vec![Fact::Absent; count]
        };
        // A subnet of IPv6 only has no other addresses to give.
        if subnet.is_ipv6_only == Fact::Known(true) {
            return Fact::Known(one(true));
        }
        subnet.assigns_ipv6.clone().or(false).map(one)
    }

    /// Joins attachments and addresses to interfaces.
    pub(super) fn attach(&mut self) {
        for attachment in &mut self.interface_attachments.iter() {
            let instance = attachment.instance.known();
            let named = attachment.interface.known();
            let own = named.and_then(|id| self.interfaces.get(id));
            let (Some(instance), Some(own)) = (instance, own) else {
                continue;
            };
            let Some(instance) = self.instances.get_mut(instance) else {
                continue;
            };
            let is_new = instance
                .interfaces()
                .all(|it| it.resource.as_ref() != Some(&own.id));
            if is_new {
                let mut interface = own.interface.clone();
                // Its parts are not written in the instance.
                interface.written_at(&PropertyPath::root());
                instance.further.push(interface);
            }
        }
        for instance in self.instances.values() {
            for interface in instance.interfaces() {
                let own = interface.resource.as_ref();
                if let Some(own) = own.and_then(|id| self.interfaces.get_mut(id)) {
                    own.instance = Fact::Known(instance.id.clone());
                }
            }
        }
        for attachment in &self.interface_attachments {
            let named = attachment.interface.known();
            if let Some(own) = named.and_then(|id| self.interfaces.get_mut(id))
                && own.instance.is_absent()
            {
                own.instance = attachment.instance.clone();
            }
        }
        self.give_elastic_ips();
    }

    fn give_elastic_ips(&mut self) {
        let mut given: BTreeMap<LogicalId, Vec<LogicalId>> = BTreeMap::new();
        for address in self.elastic_ips.values() {
            for named in [&address.instance, &address.interface] {
                if let Fact::Known(id) = named {
                    given
                        .entry(id.clone())
                        .or_default()
                        .push(address.id.clone());
                }
            }
        }
        if given.is_empty() {
            return;
        }
        let of = |id: &LogicalId| given.get(id).into_iter().flatten().cloned();
        let mut of_primary: Vec<(LogicalId, LogicalId)> = Vec::new();
        for instance in self.instances.values_mut() {
            let id = instance.id.clone();
            instance.primary.elastic_ips.extend(of(&id));
            if let Some(own) = instance.primary.resource.clone() {
                of_primary.push((own, id));
            }
            let all = std::iter::once(&mut instance.primary).chain(&mut instance.further);
            for interface in all {
                if let Some(own) = interface.resource.clone() {
                    interface.elastic_ips.extend(of(&own));
                }
            }
        }
        for interface in self.interfaces.values_mut() {
            let own = of(&interface.id);
            interface.interface.elastic_ips.extend(own);
        }
        // What names the instance is on its primary interface.
        for (own, instance) in of_primary {
            if let Some(own) = self.interfaces.get_mut(&own) {
                own.interface.elastic_ips.extend(of(&instance));
            }
        }
    }
}
