//! Who gets which address. AWS chooses; so that one question has one answer,
//! addresses are dealt here lowest first in order of logical id.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::net::Ipv4Addr;

use ipnet::IpNet;

use super::survey::{Connectivity, Database, Fact, Survey};
use crate::cidr;
use crate::sorting;
use crate::template::LogicalId;

/// The pool of public addresses: 54.64.0.0/16, from .0.1.
const PUBLIC: u32 = u32::from_be_bytes([54, 64, 0, 1]);

/// A resource in a subnet.
type Claim = (LogicalId, LogicalId);

/// The addresses of every resource in every subnet that it stands in.
#[derive(Clone, Debug, Default)]
pub(super) struct Addresses {
    private: BTreeMap<Claim, Ipv4Addr>,
    public: BTreeMap<Claim, Ipv4Addr>,
}

impl Addresses {
    /// Deals addresses to all that stand in a subnet.
    pub(super) fn deal(survey: &Survey) -> Self {
        // By subnet, so that each is dealt in order of logical id.
        let mut claims: BTreeMap<LogicalId, BTreeMap<LogicalId, Fact<Ipv4Addr>>> = BTreeMap::new();
        let mut public: BTreeSet<Claim> = BTreeSet::new();
        let mut claim =
            |id: &LogicalId, subnet: &LogicalId, written: &Fact<Ipv4Addr>, is_public| {
                let there = claims.entry(subnet.clone()).or_default();
                there.insert(id.clone(), written.clone());
                if is_public {
                    public.insert((id.clone(), subnet.clone()));
                }
            };
        for instance in survey.instances.values() {
            if let Some(subnet) = instance.subnet.id.known() {
                let is_public = survey.gets_public_ip(instance) == Fact::Known(true);
                claim(&instance.id, subnet, &instance.private_ip, is_public);
            }
        }
        for gateway in survey.nat_gateways.values() {
            if let Some(subnet) = gateway.subnet.known() {
                let is_public =
                    gateway.connectivity == Connectivity::Public && !gateway.allocation.is_absent();
                claim(&gateway.id, subnet, &gateway.private_ip, is_public);
            }
        }
        for balancer in survey.load_balancers.values() {
            for subnet in balancer.subnets.iter().filter_map(|used| used.id.known()) {
                claim(
                    &balancer.id,
                    subnet,
                    &Fact::Absent,
                    balancer.is_internet_facing,
                );
            }
        }
        for database in survey.databases.values() {
            for subnet in standing(survey, database) {
                claim(&database.id, subnet, &Fact::Absent, database.is_public);
            }
        }
        let mut private = BTreeMap::new();
        for (subnet, claims) in claims {
            let block = survey.subnets.get(&subnet).and_then(|it| it.cidr.known());
            if let Some(IpNet::V4(block)) = block.map(|it| it.block()) {
                deal_in(block, &subnet, claims, &mut private);
            }
        }
        let pool = (PUBLIC..).map(Ipv4Addr::from);
        Self {
            private,
            public: sorting::map(public.into_iter().zip(pool)),
        }
    }

    /// The private address of a resource in a subnet.
    pub(super) fn private(&self, id: &LogicalId, subnet: &LogicalId) -> Option<Ipv4Addr> {
        self.private.get(&(id.clone(), subnet.clone())).copied()
    }

    /// The public address of a resource in a subnet.
    pub(super) fn public(&self, id: &LogicalId, subnet: &LogicalId) -> Option<Ipv4Addr> {
        self.public.get(&(id.clone(), subnet.clone())).copied()
    }
}

fn deal_in(
    block: ipnet::Ipv4Net,
    subnet: &LogicalId,
    claims: BTreeMap<LogicalId, Fact<Ipv4Addr>>,
    private: &mut BTreeMap<Claim, Ipv4Addr>,
) {
    let written: HashSet<Ipv4Addr> = claims.values().filter_map(Fact::known).copied().collect();
    let mut free = cidr::usable_hosts(block).filter(|address| !written.contains(address));
    for (id, address) in claims {
        let address = match address {
            Fact::Known(address) => block.contains(&address).then_some(address),
            _ => free.next(),
        };
        if let Some(address) = address {
            private.insert((id, subnet.clone()), address);
        }
    }
}

/// The subnets in which a database has an interface: the first of its group,
/// and for a standby the first in another zone. AWS chooses, which one is left
/// open.
pub(super) fn standing<'a>(survey: &'a Survey, database: &Database) -> Vec<&'a LogicalId> {
    let group = database.subnet_group.known();
    let Some(group) = group.and_then(|group| survey.subnet_groups.get(group)) else {
        return Vec::new();
    };
    let mut subnets = group.subnets.iter().filter_map(|used| {
        let subnet = survey.subnets.get(used.id.known()?)?;
        Some((&subnet.id, &subnet.zone))
    });
    let Some((first, zone)) = subnets.next() else {
        return Vec::new();
    };
    let standby = database
        .is_multi_az
        .then(|| subnets.find(|(_, other)| *other != zone))
        .flatten();
    std::iter::once(first)
        .chain(standby.map(|(subnet, _)| subnet))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::design;

    #[test]
    fn addresses_are_dealt_lowest_first_by_name_around_written_ones() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/28 MapPublicIpOnLaunch=true
    instance zebra
    instance fixed PrivateIpAddress=10.0.1.4
    instance ant
    instance stray PrivateIpAddress=10.0.9.9",
        ));
        let addresses = Addresses::deal(&survey);
        let private = |id: &str| {
            addresses
                .private(&id.into(), &"a".into())
                .map(|it| it.to_string())
        };
        assert_eq!(private("fixed").as_deref(), Some("10.0.1.4"));
        assert_eq!(private("ant").as_deref(), Some("10.0.1.5"));
        assert_eq!(private("zebra").as_deref(), Some("10.0.1.6"));
        assert_eq!(private("stray"), None);
        let public = addresses.public(&"ant".into(), &"a".into()).unwrap();
        assert_eq!(public.to_string(), "54.64.0.1");
    }

    #[test]
    fn the_interface_decides_over_the_subnet_and_an_elastic_ip_over_both() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 MapPublicIpOnLaunch=true
AWS::EC2::Instance quiet NetworkInterfaces=[{DeviceIndex=0, SubnetId=@a, AssociatePublicIpAddress=false}]
AWS::EC2::Instance named NetworkInterfaces=[{DeviceIndex=0, SubnetId=@a, AssociatePublicIpAddress=false}]
eip address InstanceId=@named",
        ));
        let addresses = Addresses::deal(&survey);
        assert_eq!(addresses.public(&"quiet".into(), &"a".into()), None);
        assert!(addresses.public(&"named".into(), &"a".into()).is_some());
    }

    #[test]
    fn a_database_with_a_standby_stands_in_two_zones() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1a
  subnet c CidrBlock=10.0.3.0/24 AvailabilityZone=us-east-1b
dbsubnetgroup group SubnetIds=[@a, @b, @c]
db alone DBSubnetGroupName=@group
db double DBSubnetGroupName=@group MultiAZ=true",
        ));
        assert_eq!(standing(&survey, &survey.databases["alone"]), [&"a".into()]);
        let double = standing(&survey, &survey.databases["double"]);
        assert_eq!(double, [&"a".into(), &LogicalId::new("c")]);
    }
}
