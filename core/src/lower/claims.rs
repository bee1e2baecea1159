//! Who wants addresses in which subnet, and which of them are written. It deals
//! none.

use std::net::{IpAddr, Ipv4Addr};

use super::survey::{
    AddressType, Availability, Connectivity, Database, Fact, Interface, LoadBalancer, NatGateway,
    Standing, Survey, Used,
};
use crate::sorting;
use crate::template::LogicalId;

/// An interface of a resource, by its number there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Claim(LogicalId, usize);

impl Claim {
    pub(super) fn new(id: &LogicalId, number: usize) -> Self {
        Self(id.clone(), number)
    }

    /// The first interface of a resource.
    pub(super) fn first(id: &LogicalId) -> Self {
        Self::new(id, 0)
    }

    /// An interface of an instance: one that is a resource of its own goes by
    /// its own name.
    pub(super) fn of(interface: &Interface, owner: &LogicalId, number: usize) -> Self {
        match &interface.resource {
            Some(own) => Self::first(own),
            None => Self::new(owner, number),
        }
    }
}

/// Which IPv4 addresses of an interface are known outside.
#[derive(Clone, Debug)]
pub(super) enum Public {
    /// None.
    None,
    /// The first.
    Primary,
    /// Each.
    Every,
    /// Those that are named; `None` names the first.
    Of(Vec<Option<Ipv4Addr>>),
}

/// What somebody wants: in each family a list of addresses, `None` for each one
/// that AWS chooses.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) claim: Claim,
    pub(super) subnet: LogicalId,
    pub(super) v4: Vec<Option<IpAddr>>,
    pub(super) v6: Vec<Option<IpAddr>>,
    pub(super) public: Public,
}

/// All that wants addresses, in no order.
pub(super) fn all(survey: &Survey) -> Vec<Wanted> {
    let mut claims = Claims {
        survey,
        wanted: Vec::new(),
    };
    for instance in survey.instances.values() {
        for (number, interface) in instance.interfaces().enumerate() {
            claims.interface(&instance.id, number, interface);
        }
    }
    for interface in survey.interfaces.values() {
        let is_of_instance = interface.instance.known();
        if is_of_instance.is_none_or(|it| !survey.instances.contains_key(it)) {
            claims.interface(&interface.id, 0, &interface.interface);
        }
    }
    for fleet in survey.fleets.values() {
        for (number, interface) in fleet.interfaces.iter().enumerate() {
            claims.interface(&fleet.id, number, interface);
        }
    }
    for gateway in survey.nat_gateways.values() {
        claims.nat_gateway(gateway);
    }
    for balancer in survey.load_balancers.values() {
        claims.balancer(balancer);
    }
    for balancer in survey.classic_balancers.values() {
        let is_public = balancer.is_internet_facing == Fact::Known(true);
        for (number, used) in balancer.subnets.iter().enumerate() {
            let claim = Claim::new(&balancer.id, number);
            claims.plain(claim, &used.id, &Fact::Absent, is_public);
        }
    }
    for database in survey.databases.values() {
        for (number, subnet) in standing(survey, database).into_iter().enumerate() {
            let claim = Claim::new(&database.id, number);
            let subnet = Fact::Known(subnet.clone());
            claims.plain(claim, &subnet, &Fact::Absent, database.is_public);
        }
    }
    for cluster in survey.clusters.values().filter(|it| it.members.is_empty()) {
        let subnet = first_of_group(survey, &cluster.subnet_group);
        let claim = Claim::first(&cluster.id);
        claims.plain(claim, &subnet, &Fact::Absent, cluster.is_public);
    }
    for host in survey.hosts.values() {
        let is_public = host.public_ip == Fact::Known(true);
        for (number, used) in stands_in(&host.subnets, host.standing) {
            let claim = Claim::new(&host.id, number);
            claims.plain(claim, &used.id, &host.private_ip, is_public);
        }
    }
    claims.wanted
}

struct Claims<'a> {
    survey: &'a Survey,
    wanted: Vec<Wanted>,
}

impl Claims<'_> {
    /// One private address, and one public if it gets one.
    fn plain(
        &mut self,
        claim: Claim,
        subnet: &Fact<LogicalId>,
        own: &Fact<Ipv4Addr>,
        is_public: bool,
    ) {
        let Some(subnet) = subnet.known().cloned() else {
            return;
        };
        let public = if is_public {
            Public::Primary
        } else {
            Public::None
        };
        self.wanted.push(Wanted {
            claim,
            v4: vec![written(own)],
            v6: Vec::new(),
            subnet,
            public,
        });
    }

    fn interface(&mut self, owner: &LogicalId, number: usize, interface: &Interface) {
        let survey = self.survey;
        let Some(subnet) = interface.subnet.id.known().cloned() else {
            return;
        };
        let elastic = interface.elastic_ips.iter();
        let elastic = elastic.filter_map(|id| survey.elastic_ips.get(id));
        let named: Vec<_> = elastic.map(|it| it.private_ip.known().copied()).collect();
        let public = if !interface.elastic_ips.is_empty() {
            Public::Of(named)
        } else if survey.interface_gets_public_ip(interface) == Fact::Known(true) {
            Public::Primary
        } else {
            Public::None
        };
        let own = std::iter::once(&interface.private_ip);
        let ipv6 = survey.ipv6_addresses(interface);
        let ipv6 = ipv6.known().map(Vec::as_slice).unwrap_or_default();
        self.wanted.push(Wanted {
            claim: Claim::of(interface, owner, number),
            subnet,
            v4: own.chain(&interface.secondary_ips).map(written).collect(),
            v6: ipv6.iter().map(written).collect(),
            public,
        });
    }

    /// Each Elastic IP address stands for a private one: the first for the
    /// primary, the others for secondary ones.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html>
    fn nat_gateway(&mut self, gateway: &NatGateway) {
        let (Some(subnet), false) = (
            gateway.subnet.known().cloned(),
            gateway.availability == Fact::Known(Availability::Regional),
        ) else {
            return;
        };
        let is_public =
            gateway.connectivity == Connectivity::Public && !gateway.allocation.is_absent();
        let further = gateway.further_allocations.iter().map(|_| None);
        self.wanted.push(Wanted {
            claim: Claim::first(&gateway.id),
            subnet,
            v4: std::iter::once(written(&gateway.private_ip))
                .chain(further)
                .collect(),
            v6: Vec::new(),
            public: if is_public {
                Public::Every
            } else {
                Public::None
            },
        });
    }

    /// A node in each subnet. Without IPv4 in public, it has a private one
    /// still.
    ///
    /// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-ip-address-type.html>
    fn balancer(&mut self, balancer: &LoadBalancer) {
        let kind = balancer.address_type.known();
        let has_ipv6 = matches!(
            kind,
            Some(AddressType::Dualstack | AddressType::DualstackWithoutPublicIpv4)
        );
        let is_public =
            balancer.is_internet_facing && kind != Some(&AddressType::DualstackWithoutPublicIpv4);
        for (number, used) in balancer.subnets.iter().enumerate() {
            let Some(subnet) = used.id.known().cloned() else {
                continue;
            };
            let node = balancer.nodes.get(number);
            let own = node.and_then(|node| written(&node.private_ip));
            let ipv6 = node.and_then(|node| written(&node.ipv6));
            self.wanted.push(Wanted {
                claim: Claim::new(&balancer.id, number),
                subnet,
                v4: vec![own],
                v6: if has_ipv6 { vec![ipv6] } else { Vec::new() },
                public: if is_public {
                    Public::Primary
                } else {
                    Public::None
                },
            });
        }
    }
}

/// Who wants an address of the Internet alone, in order of name: NAT gateways
/// without a subnet.
pub(super) fn regional(survey: &Survey) -> Vec<Claim> {
    let gateways = survey.nat_gateways.values();
    let gateways = gateways.filter(|it| it.availability == Fact::Known(Availability::Regional));
    let mut claims: Vec<Claim> = gateways.map(|it| Claim::first(&it.id)).collect();
    sorting::sort_by(&mut claims, Claim::cmp);
    claims
}

/// The address that is written, if one is.
fn written<T: Copy + Into<IpAddr>>(fact: &Fact<T>) -> Option<IpAddr> {
    fact.known().map(|address| (*address).into())
}

/// The subnets that something stands in, with their numbers: all of them or
/// the first.
pub(super) fn stands_in(
    subnets: &[Used],
    standing: Standing,
) -> impl Iterator<Item = (usize, &Used)> {
    let count = match standing {
        Standing::Each => subnets.len(),
        Standing::One => 1,
    };
    subnets.iter().enumerate().take(count)
}

/// The first subnet of a group, where AWS chooses one of it; what is known of
/// the group where that is not known.
pub(super) fn first_of_group(survey: &Survey, named: &Fact<LogicalId>) -> Fact<LogicalId> {
    let group = named
        .known()
        .and_then(|group| survey.subnet_groups.get(group));
    let first = group.and_then(|group| group.subnets.first());
    first.map_or_else(|| named.clone(), |used| used.id.clone())
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
