//! Reads network interfaces, wherever they are written, and Elastic IP
//! addresses.

use std::net::Ipv6Addr;

use indexmap::IndexMap;

use super::{Reader, address, address6, integer, reference, truth};
use crate::catalogue::ec2;
use crate::lower::survey::{
    ElasticIp, Fact, Interface, InterfaceAttachment, NetworkInterface, Used,
};
use crate::sorting;
use crate::template::{Evaluated, LogicalId, PropertyPath, Resource};

const NETWORK_INTERFACE: &str = "AWS::EC2::NetworkInterface";

/// How many addresses are counted at most: no instance type has more on one
/// interface.
///
/// <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AvailableIpPerENI.html>
const MOST_ADDRESSES: i64 = 64;

impl Reader<'_> {
    /// Elastic IPs, each with what it names itself or what an association
    /// gives it.
    pub(in super::super) fn elastic_ips(&self) -> IndexMap<LogicalId, ElasticIp> {
        let mut addresses = IndexMap::new();
        for (id, resource) in self.of_kind(ec2::ElasticIp::KIND) {
            let address = ElasticIp {
                id: id.clone(),
                instance: self.named(resource, "InstanceId"),
                interface: Fact::Absent,
                private_ip: Fact::Absent,
                association: None,
            };
            addresses.insert(id.clone(), address);
        }
        for (id, resource) in self.of_kind("AWS::EC2::EIPAssociation") {
            let by_id = self.named(resource, "AllocationId");
            let by_address = self.named(resource, "EIP");
            let named = by_id.known().or(by_address.known());
            // An address from elsewhere is known by its association.
            let named = named.filter(|named| addresses.contains_key(*named));
            let named = named.unwrap_or(id).clone();
            let address = ElasticIp {
                id: named.clone(),
                instance: self.named(resource, "InstanceId"),
                interface: self.named(resource, "NetworkInterfaceId"),
                private_ip: address(self.property(resource, "PrivateIpAddress")),
                association: Some(id.clone()),
            };
            addresses.insert(named, address);
        }
        addresses
    }

    pub(in super::super) fn interfaces(&self) -> IndexMap<LogicalId, NetworkInterface> {
        let all = self.of_kind(NETWORK_INTERFACE);
        let read = all.map(|(id, resource)| {
            let interface = NetworkInterface {
                id: id.clone(),
                interface: self.own_interface(id, resource),
                instance: Fact::Absent,
            };
            (id.clone(), interface)
        });
        read.collect()
    }

    pub(in super::super) fn interface_attachments(&self) -> Vec<InterfaceAttachment> {
        let all = self.of_kind("AWS::EC2::NetworkInterfaceAttachment");
        let read = all.map(|(id, resource)| InterfaceAttachment {
            id: id.clone(),
            instance: self.named(resource, "InstanceId"),
            interface: self.named(resource, "NetworkInterfaceId"),
            device_index: integer(self.property(resource, "DeviceIndex")),
        });
        read.collect()
    }

    /// An interface that is a resource of its own. It gets no public address
    /// by itself.
    fn own_interface(&self, id: &LogicalId, resource: &Resource) -> Interface {
        let root = PropertyPath::root();
        let mut interface = self.interface(resource, &root, "GroupSet");
        interface.resource = Some(id.clone());
        interface.associates_public_ip = Fact::Known(false);
        interface
    }

    /// The interface whose properties stand at a place of a resource.
    pub(super) fn interface(
        &self,
        resource: &Resource,
        base: &PropertyPath,
        groups: &str,
    ) -> Interface {
        let at = |key: &str| self.evaluator.property(resource, &base.key(key));
        let subnet = base.key("SubnetId");
        let listed = self.elements(resource, &base.key("PrivateIpAddresses"));
        let mut private_ip = address(at("PrivateIpAddress"));
        let mut secondary_ips = Vec::new();
        for (_, element) in &listed {
            let written = address(self.inside(element, "PrivateIpAddress"));
            if self.inside(element, "Primary").truth() == Some(true) {
                private_ip = written;
            } else {
                secondary_ips.push(written);
            }
        }
        if let Some(count) = at("SecondaryPrivateIpAddressCount").integer() {
            secondary_ips.extend(chosen(count));
        }
        Interface {
            resource: None,
            path: base.clone(),
            groups: self.used_list(resource, &base.key(groups)),
            associates_public_ip: truth(at("AssociatePublicIpAddress")),
            private_ip,
            secondary_ips,
            ipv6: self.ipv6(resource, base),
            elastic_ips: Vec::new(),
            checks_source_destination: at("SourceDestCheck").truth() != Some(false),
            subnet: Used {
                id: reference(self.evaluator.property(resource, &subnet)),
                path: subnet,
            },
        }
    }

    /// The IPv6 addresses that are written or counted at a place.
    fn ipv6(&self, resource: &Resource, base: &PropertyPath) -> Fact<Vec<Fact<Ipv6Addr>>> {
        let written = self.elements(resource, &base.key("Ipv6Addresses"));
        if !written.is_empty() {
            let written = written.iter();
            let written = written.map(|(_, it)| address6(self.inside(it, "Ipv6Address")));
            return Fact::Known(written.collect());
        }
        let count = self
            .evaluator
            .property(resource, &base.key("Ipv6AddressCount"));
        integer(count).map(|count| chosen(count).collect())
    }

    /// The interfaces of a list, by device index, each read or looked up.
    pub(super) fn listed_interfaces(
        &self,
        resource: &Resource,
        list: &PropertyPath,
        groups: &str,
    ) -> Vec<Interface> {
        let elements = self.elements(resource, list);
        let mut found: Vec<(i64, Interface)> = Vec::with_capacity(elements.len());
        for (path, element) in elements {
            let index = self.inside(&element, "DeviceIndex").integer();
            let interface = self.listed_interface(resource, &path, &element, groups);
            found.push((index.unwrap_or(i64::MAX), interface));
        }
        sorting::sort_by_key(&mut found, |(index, _)| *index);
        let mut found: Vec<Interface> = found.into_iter().map(|(_, it)| it).collect();
        if found.len() > 1 {
            // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
            for interface in &mut found {
                interface.associates_public_ip = Fact::Known(false);
            }
        }
        found
    }

    fn listed_interface(
        &self,
        resource: &Resource,
        path: &PropertyPath,
        element: &Evaluated,
        groups: &str,
    ) -> Interface {
        if let Evaluated::Unknown(why) = element {
            let mut interface = self.interface(resource, path, groups);
            interface.subnet.id = Fact::Unknown(why.clone());
            return interface;
        }
        let named = reference(self.inside(element, "NetworkInterfaceId"));
        if named.is_absent() {
            return self.interface(resource, path, groups);
        }
        let template = self.evaluator.template();
        let own = named.known().and_then(|id| template.resource(id));
        let own = own.filter(|own| own.kind() == NETWORK_INTERFACE);
        let at = path.key("NetworkInterfaceId");
        let mut interface = if let (Fact::Known(id), Some(own)) = (&named, own) {
            self.own_interface(id, own)
        } else {
            let mut open = self.interface(resource, path, groups);
            open.associates_public_ip = Fact::Known(false);
            // A resource that is no interface says nothing of a subnet.
            let id = match named {
                Fact::Known(_) => Fact::Absent,
                fact => fact,
            };
            open.subnet = Used {
                path: at.clone(),
                id,
            };
            open.groups = vec![open.subnet.clone()];
            open
        };
        interface.path = path.clone();
        interface.written_at(&at);
        interface
    }
}

impl Interface {
    /// The same interface where its parts are not written here, but by what
    /// is named at a place.
    pub(in super::super) fn written_at(&mut self, path: &PropertyPath) {
        for used in std::iter::once(&mut self.subnet).chain(&mut self.groups) {
            used.path = path.clone();
        }
    }

    /// The interface with what another one says where it says nothing.
    pub(super) fn inheriting(mut self, other: Self) -> Self {
        if self.subnet.id.is_absent() && !other.subnet.id.is_absent() {
            self.subnet = other.subnet;
        }
        if self.groups.is_empty() {
            self.groups = other.groups;
        }
        if self.secondary_ips.is_empty() {
            self.secondary_ips = other.secondary_ips;
        }
        self.resource = self.resource.or(other.resource);
        self.associates_public_ip = self
            .associates_public_ip
            .or_fact(|| other.associates_public_ip);
        self.private_ip = self.private_ip.or_fact(|| other.private_ip);
        self.ipv6 = self.ipv6.or_fact(|| other.ipv6);
        self.checks_source_destination &= other.checks_source_destination;
        self
    }
}

/// So many addresses that AWS chooses.
fn chosen<T>(count: i64) -> impl Iterator<Item = Fact<T>> {
    (0..count.clamp(0, MOST_ADDRESSES)).map(|_| Fact::Absent)
}
