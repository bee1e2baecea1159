//! Reads NAT gateways, those of one zone and those of a whole VPC.

use indexmap::IndexMap;

use super::{Reader, address, choice, text};
use crate::catalogue::ec2;
use crate::lower::survey::{Availability, Connectivity, Fact, NatGateway, Used};
use crate::template::{LogicalId, Resource};

impl Reader<'_> {
    pub(in super::super) fn nat_gateways(&self) -> IndexMap<LogicalId, NatGateway> {
        let all = self.of_kind(ec2::NatGateway::KIND);
        let read = all.map(|(id, resource)| {
            let connectivity = self.property(resource, "ConnectivityType").text();
            let availability = choice(
                self.property(resource, "AvailabilityMode"),
                &[
                    ("zonal", Availability::Zonal),
                    ("regional", Availability::Regional),
                ],
            );
            let gateway = NatGateway {
                id: id.clone(),
                subnet: self.named(resource, "SubnetId"),
                allocation: self.named(resource, "AllocationId"),
                connectivity: match connectivity.as_deref() {
                    Some("private") => Connectivity::Private,
                    _ => Connectivity::Public,
                },
                private_ip: address(self.property(resource, "PrivateIpAddress")),
                further_allocations: self.used_list(resource, &"SecondaryAllocationIds".into()),
                availability: availability.or(Availability::Zonal),
                vpc: self.named(resource, "VpcId"),
                zones: self.nat_zones(resource),
            };
            (id.clone(), gateway)
        });
        read.collect()
    }

    /// What a regional NAT gateway says of its zones.
    fn nat_zones(&self, resource: &Resource) -> Vec<(Fact<String>, Vec<Used>)> {
        let zones = self.elements(resource, &"AvailabilityZoneAddresses".into());
        let zones = zones.into_iter().map(|(path, zone)| {
            let by_name = text(self.inside(&zone, "AvailabilityZone"));
            let name = by_name.or_fact(|| text(self.inside(&zone, "AvailabilityZoneId")));
            let allocations = self.used_list(resource, &path.key("AllocationIds"));
            (name, allocations)
        });
        zones.collect()
    }
}
