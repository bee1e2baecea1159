//! Address families, and addresses and blocks as numbers of their family.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::IpNet;

use super::Intervals;

/// An address family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// IPv4.
    V4,
    /// IPv6.
    V6,
}

impl Family {
    /// Both, in their order.
    pub const BOTH: [Self; 2] = [Self::V4, Self::V6];

    /// The family of an address.
    pub fn of(address: IpAddr) -> Self {
        match address {
            IpAddr::V4(_) => Self::V4,
            IpAddr::V6(_) => Self::V6,
        }
    }

    /// The family of a block.
    pub fn of_block(block: &IpNet) -> Self {
        Self::of(block.addr())
    }

    /// Every address, as numbers.
    pub fn addresses(self) -> Intervals {
        let last = match self {
            Self::V4 => u128::from(u32::MAX),
            Self::V6 => u128::MAX,
        };
        Intervals::span(0, last)
    }

    /// The addresses in any of these blocks, as numbers; blocks of the other
    /// family hold none.
    pub fn inside(self, blocks: &[IpNet]) -> Intervals {
        let own = blocks.iter().filter(|it| Self::of_block(it) == self);
        let spans = own.map(|block| (number(block.network()), number(block.broadcast())));
        Intervals::of_spans(spans.collect())
    }

    /// Addresses as a person reads them: as blocks where possible, such as
    /// `10.0.0.0/24, 10.0.1.4`, otherwise as `10.0.0.1-10.0.0.6`.
    pub fn text(self, addresses: &Intervals) -> String {
        super::text::addresses(self, addresses)
    }

    /// How many bits an address has.
    pub(super) fn bits(self) -> u32 {
        match self {
            Self::V4 => 32,
            Self::V6 => 128,
        }
    }

    /// The address with a number; of a number too high, the highest one.
    pub(super) fn address(self, number: u128) -> IpAddr {
        match self {
            Self::V4 => Ipv4Addr::from(u32::try_from(number).unwrap_or(u32::MAX)).into(),
            Self::V6 => Ipv6Addr::from(number).into(),
        }
    }
}

impl fmt::Display for Family {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::V4 => "IPv4",
            Self::V6 => "IPv6",
        })
    }
}

/// An address as a number of its family.
pub(super) fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => u128::from(u32::from(address)),
        IpAddr::V6(address) => u128::from(address),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_of_the_other_family_hold_nothing() {
        let blocks = ["10.0.0.9/30".parse().unwrap(), "::/127".parse().unwrap()];
        let ten = u128::from(u32::from(Ipv4Addr::new(10, 0, 0, 8)));
        assert_eq!(Family::V4.inside(&blocks).spans(), [(ten, ten + 3)]);
        assert_eq!(Family::V6.inside(&blocks).spans(), [(0, 1)]);
        assert_eq!(Family::V4.address(ten), IpAddr::from([10, 0, 0, 8]));
    }
}
