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
        for attachment in &self.interface_attachments {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::design;

    const DESIGN: &str = "AWS::EC2::Subnet a AssignIpv6AddressOnCreation=true MapPublicIpOnLaunch=true
AWS::EC2::Subnet b
AWS::EC2::NetworkInterface card SubnetId=@b GroupSet=[sg-1] PrivateIpAddresses=[{PrivateIpAddress=10.0.2.9, Primary=true}, {PrivateIpAddress=10.0.2.10}] SecondaryPrivateIpAddressCount=2 SourceDestCheck=false
AWS::EC2::NetworkInterface first SubnetId=@a Ipv6AddressCount=2
AWS::EC2::NetworkInterface alone SubnetId=@a Ipv6Addresses=[{Ipv6Address=\"2001:db8::9\"}] SecondaryPrivateIpAddressCount=9223372036854775807
AWS::EC2::Instance web SubnetId=@a
AWS::EC2::Instance wide NetworkInterfaces=[{DeviceIndex=1, SubnetId=@b}, {DeviceIndex=0, NetworkInterfaceId=@first}]
AWS::EC2::Instance far NetworkInterfaces=[{DeviceIndex=0, NetworkInterfaceId=eni-1}]
AWS::EC2::NetworkInterfaceAttachment plug InstanceId=@web NetworkInterfaceId=@card DeviceIndex=1
AWS::EC2::EIP one InstanceId=@wide
AWS::EC2::EIP two
AWS::EC2::EIPAssociation gives AllocationId=@two.AllocationId NetworkInterfaceId=@card PrivateIpAddress=10.0.2.10
AWS::EC2::EIPAssociation other EIP=203.0.113.1 InstanceId=@web";

    #[test]
    fn interfaces_come_to_their_instances() {
        let survey = Survey::of(&design(DESIGN));
        let web = &survey.instances["web"];
        let card = &web.further[0];
        assert_eq!(card.resource, Some("card".into()));
        assert_eq!(card.subnet.id, Fact::Known("b".into()));
        assert_eq!(card.subnet.path, PropertyPath::root());
        assert_eq!(card.private_ip, Fact::Known("10.0.2.9".parse().unwrap()));
        assert_eq!(card.secondary_ips.len(), 3);
        assert!(!card.checks_source_destination);
        let instance = |id: &str| survey.interfaces[id].instance.clone();
        assert_eq!(instance("card"), Fact::Known("web".into()));
        assert_eq!(instance("first"), Fact::Known("wide".into()));
        assert!(instance("alone").is_absent());
        let wide = &survey.instances["wide"];
        assert_eq!(wide.primary.resource, Some("first".into()));
        let path = "NetworkInterfaces.1.NetworkInterfaceId".into();
        assert_eq!(wide.subnet.path, path);
        let far = &survey.instances["far"];
        assert_eq!(far.subnet.id, Fact::Elsewhere("eni-1".to_owned()));
        assert_eq!(far.groups.len(), 1, "its groups are not the default one");
    }

    #[test]
    fn elastic_ips_come_to_their_interfaces() {
        let survey = Survey::of(&design(DESIGN));
        let web = &survey.instances["web"];
        assert_eq!(web.elastic_ips, ["other".into()]);
        assert_eq!(web.further[0].elastic_ips, ["two".into()]);
        let card = &survey.interfaces["card"];
        assert_eq!(card.interface.elastic_ips, ["two".into()]);
        assert_eq!(
            survey.elastic_ips["two"].private_ip,
            Fact::Known("10.0.2.10".parse().unwrap())
        );
        let wide = &survey.instances["wide"];
        assert_eq!(wide.elastic_ips, ["one".into()]);
        assert_eq!(
            survey.interfaces["first"].interface.elastic_ips,
            ["one".into()]
        );
        let public = |interface: &Interface| survey.interface_gets_public_ip(interface);
        assert_eq!(public(&wide.primary), Fact::Known(true));
        assert_eq!(public(&wide.further[0]), Fact::Known(false));
        assert_eq!(
            public(&survey.interfaces["alone"].interface),
            Fact::Known(false)
        );
    }

    #[test]
    fn ipv6_addresses_are_said_or_assigned() {
        let survey = Survey::of(&design(DESIGN));
        let count = |interface: &Interface| {
            let all = survey.ipv6_addresses(interface);
            all.known().map(Vec::len)
        };
        let web = &survey.instances["web"];
        assert_eq!(count(&web.primary), Some(1));
        assert_eq!(count(&web.further[0]), Some(0));
        assert_eq!(count(&survey.instances["wide"].primary), Some(2));
        let alone = &survey.interfaces["alone"].interface;
        assert_eq!(
            survey.ipv6_addresses(alone),
            Fact::Known(vec![Fact::Known("2001:db8::9".parse().unwrap())])
        );
        assert_eq!(alone.secondary_ips.len(), 64, "no count is without bound");
    }
}
