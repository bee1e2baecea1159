//! Who gets which address. AWS chooses; so that one question has one answer,
//! addresses are dealt here lowest first in order of logical id, around those
//! that are written. Who wants one is not known here (see `claims`).

use std::collections::{BTreeMap, HashSet};
use std::net::{IpAddr, Ipv4Addr};

use ipnet::IpNet;

use super::claims::{self, Claim, Public, Wanted};
use super::survey::Survey;
use crate::cidr;
use crate::network::Address;
use crate::sorting;
use crate::template::LogicalId;

/// The pool of public addresses: 54.64.0.0/16, from .0.1.
const PUBLIC: u32 = u32::from_be_bytes([54, 64, 0, 1]);

/// The addresses of everything that stands in a subnet.
#[derive(Clone, Debug, Default)]
pub(super) struct Addresses {
    dealt: BTreeMap<Claim, Vec<Address>>,
}

impl Addresses {
    /// Deals addresses to all that stand in a subnet: first everybody's first
    /// one, then the further ones.
    pub(super) fn deal(survey: &Survey) -> Self {
        let mut wanted = claims::all(survey);
        sorting::sort_by(&mut wanted, |a, b| a.claim.cmp(&b.claim));
        // One interface of two instances is a mistake, and still one.
        wanted.dedup_by(|a, b| a.claim == b.claim);
        let mut by_subnet: BTreeMap<&LogicalId, Vec<&Wanted>> = BTreeMap::new();
        for wanted in &wanted {
            by_subnet.entry(&wanted.subnet).or_default().push(wanted);
        }
        let mut own: BTreeMap<&Claim, Vec<IpAddr>> = BTreeMap::new();
        for (subnet, there) in by_subnet {
            let Some(subnet) = survey.subnets.get(subnet) else {
                continue;
            };
            let blocks = [&subnet.cidr, &subnet.ipv6_cidr].map(|fact| fact.known());
            let [v4, v6] = blocks.map(|parsed| parsed.map(|it| it.block()));
            if let Some(block @ IpNet::V4(_)) = v4 {
                deal_in(block, &there, &mut own, |wanted| &wanted.v4);
            }
            if let Some(block @ IpNet::V6(_)) = v6 {
                deal_in(block, &there, &mut own, |wanted| &wanted.v6);
            }
        }
        let mut pool = (PUBLIC..).map(Ipv4Addr::from);
        let mut dealt = BTreeMap::new();
        for wanted in &wanted {
            let own = own.remove(&wanted.claim).unwrap_or_default();
            let addresses = own.into_iter().enumerate().map(|(number, own)| Address {
                own,
                outside: wanted
                    .public
                    .covers(number, own)
                    .then(|| pool.next().map(IpAddr::V4))
                    .flatten(),
            });
            dealt.insert(wanted.claim.clone(), addresses.collect());
        }
        for (claim, outside) in claims::regional(survey).into_iter().zip(pool) {
            // Outside is all where it is.
            let (own, outside) = (IpAddr::V4(outside), Some(IpAddr::V4(outside)));
            dealt.insert(claim, vec![Address { own, outside }]);
        }
        Self { dealt }
    }

    /// The addresses of somebody, the primary one of each family first; none
    /// where there is no room, or where what is written is not in the subnet.
    pub(super) fn of(&self, claim: &Claim) -> &[Address] {
        self.dealt.get(claim).map_or(&[], Vec::as_slice)
    }
}

impl Public {
    /// Whether the address at a place of an interface's list is known outside.
    fn covers(&self, number: usize, own: IpAddr) -> bool {
        match (self, own) {
            (_, IpAddr::V6(_)) | (Self::None, _) => false,
            (Self::Primary, _) => number == 0,
            (Self::Every, _) => true,
            (Self::Of(written), IpAddr::V4(own)) => written.iter().any(|it| match it {
                Some(written) => *written == own,
                None => number == 0,
            }),
        }
    }
}

/// Deals the addresses of one family in one subnet. Who says an address of
/// elsewhere gets none at all.
fn deal_in<'a>(
    block: IpNet,
    there: &[&'a Wanted],
    own: &mut BTreeMap<&'a Claim, Vec<IpAddr>>,
    list: impl Fn(&Wanted) -> &Vec<Option<IpAddr>>,
) {
    let written: HashSet<IpAddr> = there
        .iter()
        .flat_map(|it| list(it))
        .flatten()
        .copied()
        .collect();
    let mut free = cidr::usable_range(block)
        .map(|(first, last)| number(first)..=number(last))
        .into_iter()
        .flatten()
        .filter_map(|at| address(block, at))
        .filter(|address| !written.contains(address));
    let mut give = |wanted: &'a Wanted, address: &Option<IpAddr>| {
        let address = match address {
            Some(address) => block.contains(address).then_some(*address),
            None => free.next(),
        };
        own.entry(&wanted.claim).or_default().extend(address);
        address.is_some()
    };
    let mut has_first = Vec::with_capacity(there.len());
    for wanted in there {
        has_first.push(
            list(wanted)
                .first()
                .is_some_and(|first| give(wanted, first)),
        );
    }
    for (wanted, has_first) in there.iter().zip(has_first) {
        for further in list(wanted).iter().skip(1).filter(|_| has_first) {
            give(wanted, further);
        }
    }
}

fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => u128::from(address.to_bits()),
        IpAddr::V6(address) => address.to_bits(),
    }
}

/// The address of a number in the family of a block.
fn address(block: IpNet, number: u128) -> Option<IpAddr> {
    match block {
        IpNet::V4(_) => Some(Ipv4Addr::from(u32::try_from(number).ok()?).into()),
        IpNet::V6(_) => Some(std::net::Ipv6Addr::from(number).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::design;

    /// The addresses of the first interface of something, with the public
    /// ones behind them.
    fn told(addresses: &Addresses, id: &str) -> String {
        let dealt = addresses.of(&Claim::first(&id.into())).iter();
        let told = dealt.map(|it| match it.outside {
            Some(outside) => format!("{} {outside}", it.own),
            None => it.own.to_string(),
        });
        told.collect::<Vec<_>>().join(", ")
    }

    fn deal(text: &str) -> Addresses {
        Addresses::deal(&Survey::of(&design(text)))
    }

    #[test]
    fn addresses_are_dealt_lowest_first_by_name_around_written_ones() {
        let addresses = deal(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/28 MapPublicIpOnLaunch=true
    instance zebra
    instance fixed PrivateIpAddress=10.0.1.4
    instance ant
    instance stray PrivateIpAddress=10.0.9.9",
        );
        assert_eq!(told(&addresses, "ant"), "10.0.1.5 54.64.0.1");
        assert_eq!(told(&addresses, "fixed"), "10.0.1.4 54.64.0.2");
        assert_eq!(told(&addresses, "zebra"), "10.0.1.6 54.64.0.3");
        assert_eq!(told(&addresses, "stray"), "");
    }

    #[test]
    fn the_interface_decides_over_the_subnet_and_an_elastic_ip_over_both() {
        let addresses = deal(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 MapPublicIpOnLaunch=true
AWS::EC2::Instance quiet NetworkInterfaces=[{DeviceIndex=0, SubnetId=@a, AssociatePublicIpAddress=false}]
AWS::EC2::Instance named NetworkInterfaces=[{DeviceIndex=0, SubnetId=@a, AssociatePublicIpAddress=false}]
eip address InstanceId=@named",
        );
        assert_eq!(told(&addresses, "quiet"), "10.0.1.5");
        assert_eq!(told(&addresses, "named"), "10.0.1.4 54.64.0.1");
    }

    #[test]
    fn further_addresses_come_after_everybodys_first_and_may_be_public_alone() {
        let addresses = deal(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    AWS::EC2::NetworkInterface eni SecondaryPrivateIpAddressCount=1 PrivateIpAddresses=[{PrivateIpAddress=10.0.1.4, Primary=true}, {PrivateIpAddress=10.0.1.6}]
    instance web
eip address
AWS::EC2::EIPAssociation gives AllocationId=@address NetworkInterfaceId=@eni PrivateIpAddress=10.0.1.6",
        );
        assert_eq!(told(&addresses, "web"), "10.0.1.5");
        assert_eq!(
            told(&addresses, "eni"),
            "10.0.1.4, 10.0.1.6 54.64.0.1, 10.0.1.7"
        );
    }

    #[test]
    fn ipv6_is_dealt_from_the_fourth_usable_address() {
        let addresses = deal(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 Ipv6CidrBlock=2600:1f00:0:100::/64 AssignIpv6AddressOnCreation=true
    instance b
    instance a1
    instance c Ipv6AddressCount=2
  subnet d CidrBlock=10.0.2.0/24
    instance e Ipv6AddressCount=1",
        );
        assert_eq!(told(&addresses, "a1"), "10.0.1.4, 2600:1f00:0:100::4");
        assert_eq!(told(&addresses, "b"), "10.0.1.5, 2600:1f00:0:100::5");
        assert_eq!(
            told(&addresses, "c"),
            "10.0.1.6, 2600:1f00:0:100::6, 2600:1f00:0:100::7"
        );
        assert_eq!(told(&addresses, "e"), "10.0.2.4");
    }
}
