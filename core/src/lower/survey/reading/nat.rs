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

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::survey::{Availability, Fact, Survey};

    #[test]
    fn a_nat_gateway_is_zonal_or_regional() {
        let survey = Survey::of(&design(
            "AWS::EC2::NatGateway zonal SubnetId=@a AllocationId=eipalloc-1 SecondaryAllocationIds=[@more.AllocationId]
AWS::EC2::Subnet a
AWS::EC2::EIP more
AWS::EC2::VPC main
AWS::EC2::NatGateway regional VpcId=@main AvailabilityMode=regional AvailabilityZoneAddresses=[{AvailabilityZone=us-east-1a, AllocationIds=[@more.AllocationId]}, {AvailabilityZoneId=use1-az2}]
AWS::EC2::NatGateway odd AvailabilityMode={} AvailabilityZoneAddresses=x",
        ));
        let zonal = &survey.nat_gateways["zonal"];
        assert_eq!(zonal.availability, Fact::Known(Availability::Zonal));
        assert_eq!(zonal.further_allocations[0].id, Fact::Known("more".into()));
        let regional = &survey.nat_gateways["regional"];
        assert_eq!(regional.availability, Fact::Known(Availability::Regional));
        assert_eq!(regional.vpc, Fact::Known("main".into()));
        assert_eq!(regional.zones[0].1[0].id, Fact::Known("more".into()));
        assert_eq!(regional.zones[1].0, Fact::Known("use1-az2".to_owned()));
        let odd = &survey.nat_gateways["odd"];
        assert!(matches!(odd.availability, Fact::Malformed(_)));
    }
}
