//! What AWS keeps of a subnet's addresses, what it leaves, and which sizes it
//! allows. Facts from [subnet sizing][sizing] and [VPC CIDR blocks][blocks].
//!
//! It does not know which addresses are in use.
//!
//! [sizing]: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
//! [blocks]: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::ops::RangeInclusive;

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use super::AddressBlock;

/// Prefix lengths of a subnet's IPv4 block, from
/// [subnet sizing](https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html).
pub const SUBNET_PREFIXES: RangeInclusive<u8> = 16..=28;

/// Prefix lengths of a VPC's IPv4 block, from
/// [VPC CIDR blocks](https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html).
pub const VPC_PREFIXES: RangeInclusive<u8> = 16..=28;

/// Prefix lengths of a subnet's IPv6 block, in steps of four, from
/// [subnet sizing](https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html).
pub const SUBNET_V6_PREFIXES: RangeInclusive<u8> = 44..=64;

/// Prefix lengths of a VPC's IPv6 block, in steps of four (Amazon hands out
/// /56), from
/// [VPC CIDR blocks](https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html).
pub const VPC_V6_PREFIXES: RangeInclusive<u8> = 44..=60;

/// Addresses that AWS keeps at the beginning of every subnet.
const KEPT_FIRST: u128 = 4;

/// What AWS keeps an address of a subnet for, as listed in
/// [subnet sizing](https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reservation {
    /// The first: the address of the network itself.
    Network,
    /// The second: the VPC's router.
    Router,
    /// The third: the DNS server (it answers at the VPC's base address plus
    /// two, and the same place is kept in every subnet).
    Dns,
    /// The fourth: kept for future use.
    FutureUse,
    /// The last: broadcast, which a VPC does not support.
    Broadcast,
}

impl fmt::Display for Reservation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Network => "network address",
            Self::Router => "VPC router",
            Self::Dns => "DNS server",
            Self::FutureUse => "kept by AWS for future use",
            Self::Broadcast => "broadcast, which a VPC does not support",
        })
    }
}

/// The addresses of a subnet that AWS keeps, in order: five of them, or fewer
/// for a block too small to be a subnet (which a person may be about to type).
pub fn reserved(net: Ipv4Net) -> Vec<(Ipv4Addr, Reservation)> {
    use Reservation::{Broadcast, Dns, FutureUse, Network, Router};
    let mut kept: Vec<_> = net
        .trunc()
        .subnets(32)
        .into_iter()
        .flatten()
        .map(|one| one.addr())
        .zip([Network, Router, Dns, FutureUse])
        .collect();
    if kept.iter().all(|&(address, _)| address != net.broadcast()) {
        kept.push((net.broadcast(), Broadcast));
    }
    kept
}

/// How many addresses a subnet leaves for use: its size less five, for
/// [IPv4 and IPv6][sizing] alike; 0 for a block too small, and `u64::MAX` for
/// an IPv6 block too large to be counted.
///
/// [sizing]: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
pub fn usable_count(net: impl Into<IpNet>) -> u64 {
    match usable(net.into()) {
        Some((first, last)) => u64::try_from((last - first).saturating_add(1)).unwrap_or(u64::MAX),
        None => 0,
    }
}

/// The lowest and the highest address that a subnet leaves for use, if any.
pub fn usable_range(net: impl Into<IpNet>) -> Option<(IpAddr, IpAddr)> {
    let net = net.into();
    let (first, last) = usable(net)?;
    let address = |number| -> Option<IpAddr> {
        Some(match net {
            IpNet::V4(_) => Ipv4Addr::from(u32::try_from(number).ok()?).into(),
            IpNet::V6(_) => Ipv6Addr::from(number).into(),
        })
    };
    Some((address(first)?, address(last)?))
}

/// Every address that a subnet leaves for use, lowest first.
pub fn usable_hosts(net: Ipv4Net) -> impl Iterator<Item = Ipv4Addr> {
    let range = usable(net.into()).map(|(first, last)| first..=last);
    range
        .into_iter()
        .flatten()
        .filter_map(|at| u32::try_from(at).ok().map(Ipv4Addr::from))
}

/// Whether AWS allows a subnet of this size.
pub fn is_subnet_size(net: impl Into<IpNet>) -> bool {
    is_size(net.into(), &SUBNET_PREFIXES, &SUBNET_V6_PREFIXES)
}

/// Whether AWS allows a block of this size in a VPC.
pub fn is_vpc_size(net: impl Into<IpNet>) -> bool {
    is_size(net.into(), &VPC_PREFIXES, &VPC_V6_PREFIXES)
}

fn is_size(net: IpNet, v4: &RangeInclusive<u8>, v6: &RangeInclusive<u8>) -> bool {
    let prefix = net.prefix_len();
    match net {
        IpNet::V4(_) => v4.contains(&prefix),
        IpNet::V6(_) => v6.contains(&prefix) && prefix.is_multiple_of(4),
    }
}

fn usable(net: IpNet) -> Option<(u128, u128)> {
    let (first, last) = match net {
        IpNet::V4(net) => (Ipv4Net::first(net), Ipv4Net::last(net)),
        IpNet::V6(net) => (Ipv6Net::first(net), Ipv6Net::last(net)),
    };
    let range = (first.checked_add(KEPT_FIRST)?, last.checked_sub(1)?);
    (range.0 <= range.1).then_some(range)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn net(text: &str) -> IpNet {
        text.parse().unwrap()
    }

    fn v4(text: &str) -> Ipv4Net {
        text.parse().unwrap()
    }

    #[test]
    fn aws_keeps_the_first_four_and_the_last() {
        let kept: Vec<_> = reserved(v4("10.0.0.0/24"))
            .into_iter()
            .map(|(address, what)| format!("{address} {what}"))
            .collect();
        assert_eq!(
            kept,
            [
                "10.0.0.0 network address",
                "10.0.0.1 VPC router",
                "10.0.0.2 DNS server",
                "10.0.0.3 kept by AWS for future use",
                "10.0.0.255 broadcast, which a VPC does not support",
            ]
        );
    }

    #[test]
    fn a_block_below_the_smallest_subnet_names_no_address_twice() {
        assert_eq!(reserved(v4("10.0.0.0/30")).len(), 4);
        assert_eq!(reserved(v4("255.255.255.255/32")).len(), 1);
        assert_eq!(usable_count(v4("10.0.0.0/30")), 0);
        assert_eq!(usable_range(v4("255.255.255.255/32")), None);
        assert_eq!(usable_hosts(v4("10.0.0.0/30")).count(), 0);
    }

    #[test]
    fn counts_are_those_of_the_documentation() {
        assert_eq!(usable_count(net("10.0.0.0/24")), 251);
        assert_eq!(usable_count(net("10.0.0.0/28")), 11);
        assert_eq!(usable_count(net("10.0.0.0/16")), 65_531);
        assert_eq!(usable_count(net("2001:db8::/64")), u64::MAX - 4);
        assert_eq!(usable_count(net("::/0")), u64::MAX);
    }

    #[test]
    fn the_usable_range_is_what_the_inspector_shows() {
        let (first, last) = usable_range(net("10.0.1.77/24")).unwrap();
        assert_eq!(
            (first.to_string(), last.to_string()),
            ("10.0.1.4".into(), "10.0.1.254".into())
        );
        let (first, last) = usable_range(net("2001:db8::/64")).unwrap();
        assert_eq!(first.to_string(), "2001:db8::4");
        assert_eq!(last.to_string(), "2001:db8::ffff:ffff:ffff:fffe");
    }

    #[test]
    fn sizes_that_aws_refuses_are_refused() {
        assert!(is_subnet_size(net("10.0.0.0/28")) && is_vpc_size(net("10.0.0.0/16")));
        assert!(!is_subnet_size(net("10.0.0.0/29")) && !is_vpc_size(net("10.0.0.0/15")));
        assert!(is_subnet_size(net("2001:db8::/64")) && is_vpc_size(net("2001:db8::/56")));
        assert!(!is_subnet_size(net("2001:db8::/62")) && !is_vpc_size(net("2001:db8::/64")));
    }

    proptest! {
        #[test]
        fn usable_and_reserved_addresses_make_up_the_block(address: u32, prefix in 20_u8..=32) {
            let block = Ipv4Net::holding(address.into(), prefix).unwrap();
            let mut all: Vec<_> = reserved(block).into_iter().map(|(address, _)| address).collect();
            prop_assert_eq!(usable_hosts(block).count() as u64, usable_count(block));
            all.extend(usable_hosts(block));
            all.sort_unstable();
            let expected: Vec<_> = block.subnets(32).unwrap().map(|one| one.addr()).collect();
            prop_assert_eq!(all, expected);
        }
    }
}
