//! What IPv4 and IPv6 blocks have in common, so that the arithmetic on them is
//! written once: a first address, a last address and a prefix length.
//!
//! Addresses are numbers of 128 bits here; nothing else about them is known.

use std::net::{Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

/// A block of one address family, as a range of numbers.
///
/// Invariant: `first` is a multiple of the block's size, whatever host bits the
/// value was made with.
pub trait AddressBlock: Copy + Ord + Into<IpNet> {
    /// Bits of an address: 32 or 128.
    const BITS: u8;

    /// The lowest address.
    fn first(self) -> u128;

    /// The highest address.
    fn last(self) -> u128;

    /// The prefix length, 0 to [`Self::BITS`].
    fn prefix(self) -> u8;

    /// The block of that prefix length which holds the address `at`; `None` if
    /// the prefix is longer than an address or `at` is not in this family.
    fn holding(at: u128, prefix: u8) -> Option<Self>;
}

/// The distance from the first to the last address of a block with this many
/// host bits: its size less one, which always fits.
pub(super) fn span(host_bits: u8) -> u128 {
    u128::MAX
        .checked_shr(128 - u32::from(host_bits.min(128)))
        .unwrap_or(0)
}

impl AddressBlock for Ipv4Net {
    const BITS: u8 = 32;

    fn first(self) -> u128 {
        u128::from(u32::from(self.network()))
    }

    fn last(self) -> u128 {
        u128::from(u32::from(self.broadcast()))
    }

    fn prefix(self) -> u8 {
        self.prefix_len()
    }

    fn holding(at: u128, prefix: u8) -> Option<Self> {
        let address = Ipv4Addr::from(u32::try_from(at).ok()?);
        Some(Self::new(address, prefix).ok()?.trunc())
    }
}

impl AddressBlock for Ipv6Net {
    const BITS: u8 = 128;

    fn first(self) -> u128 {
        u128::from(self.network())
    }

    fn last(self) -> u128 {
        u128::from(self.broadcast())
    }

    fn prefix(self) -> u8 {
        self.prefix_len()
    }

    fn holding(at: u128, prefix: u8) -> Option<Self> {
        Some(Self::new(Ipv6Addr::from(at), prefix).ok()?.trunc())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_the_size_less_one_at_both_extremes() {
        assert_eq!(span(0), 0);
        assert_eq!(span(8), 255);
        assert_eq!(span(128), u128::MAX);
    }

    #[test]
    fn host_bits_do_not_move_the_first_address() {
        let block: Ipv4Net = "10.0.0.77/24".parse().unwrap();
        assert_eq!(block.first(), 0x0a00_0000);
        assert_eq!(block.last(), 0x0a00_00ff);
    }

    #[test]
    fn an_address_beyond_the_family_has_no_block() {
        assert_eq!(Ipv4Net::holding(1 << 32, 8), None);
        assert_eq!(Ipv4Net::holding(0, 33), None);
        assert_eq!(
            Ipv6Net::holding(1 << 32, 128).map(AddressBlock::first),
            Some(1 << 32)
        );
    }
}
