//! Blocks into smaller blocks, and two halves into one again.

use super::block::span;
use super::{AddressBlock, CidrError};

/// The most pieces that [`split`] makes: more than a VPC can have subnets, few
/// enough to draw as a list.
pub const MAX_PIECES: usize = 1 << MAX_PIECES_LOG2;
const MAX_PIECES_LOG2: u8 = 12;

/// The block as blocks of the longer prefix length `new_prefix`, in order.
///
/// Together they hold exactly the block's addresses; the block's own prefix
/// length gives the block itself.
pub fn split<B: AddressBlock>(block: B, new_prefix: u8) -> Result<Vec<B>, CidrError> {
    let most = block.prefix().saturating_add(MAX_PIECES_LOG2).min(B::BITS);
    if new_prefix > B::BITS {
        let (block, most) = (block.into(), B::BITS);
        return Err(CidrError::SplitBeyondFamily {
            block,
            prefix: new_prefix,
            most,
        });
    }
    let Some(doublings) = new_prefix.checked_sub(block.prefix()) else {
        let least = block.prefix();
        return Err(CidrError::SplitLarger {
            block: block.into(),
            prefix: new_prefix,
            least,
            most,
        });
    };
    if new_prefix > most {
        return Err(CidrError::TooManyPieces {
            block: block.into(),
            prefix: new_prefix,
            limit: MAX_PIECES,
            most,
        });
    }
    let piece = span(B::BITS - new_prefix);
    let mut pieces = Vec::with_capacity(1 << doublings);
    let mut at = Some(block.first());
    while let Some(first) = at.filter(|&first| first <= block.last()) {
        pieces.extend(B::holding(first, new_prefix));
        at = first
            .checked_add(piece)
            .and_then(|last| last.checked_add(1));
    }
    Ok(pieces)
}

/// The lower and the upper half; `None` for a single address.
pub fn halves<B: AddressBlock>(block: B) -> Option<[B; 2]> {
    let prefix = block.prefix() + 1;
    Some([
        B::holding(block.first(), prefix)?,
        B::holding(block.last(), prefix)?,
    ])
}

/// The block that holds exactly the addresses of both: their parent when they
/// are its halves, the larger when one holds the other, otherwise `None`.
pub fn merge<B: AddressBlock>(a: B, b: B) -> Option<B> {
    let (low, high) = (a.first().min(b.first()), a.last().max(b.last()));
    let prefix = a.prefix().min(b.prefix());
    let wider = B::holding(low, prefix)?;
    if wider.last() == high {
        return Some(wider);
    }
    let parent = B::holding(low, prefix.checked_sub(1)?)?;
    let are_halves = a.prefix() == b.prefix() && (parent.first(), parent.last()) == (low, high);
    are_halves.then_some(parent)
}

#[cfg(test)]
mod tests {
    use ipnet::{Ipv4Net, Ipv6Net};
    use proptest::prelude::*;

    use super::*;

    fn net(text: &str) -> Ipv4Net {
        text.parse().unwrap()
    }

    fn refusal(block: &str, prefix: u8) -> String {
        split(net(block), prefix).unwrap_err().to_string()
    }

    #[test]
    fn a_refusal_says_which_prefix_would_do() {
        assert_eq!(
            refusal("10.0.0.0/16", 8),
            "10.0.0.0/16 cannot be split into /8: that is larger than the block. Choose a prefix length from 16 to 28."
        );
        assert_eq!(
            refusal("10.0.0.0/16", 29),
            "10.0.0.0/16 in pieces of /29 is more than 4096 blocks. Choose /28 or a shorter prefix length."
        );
        assert_eq!(
            refusal("10.0.0.0/16", 33),
            "10.0.0.0/16 cannot be split into /33: prefix lengths of this block go to 32."
        );
    }

    #[test]
    fn everything_can_be_split_to_the_limit_and_a_single_address_cannot_be_halved() {
        assert_eq!(split(net("0.0.0.0/0"), 12).unwrap().len(), MAX_PIECES);
        let all: Ipv6Net = "::/0".parse().unwrap();
        assert_eq!(split(all, 1).unwrap(), halves(all).unwrap());
        assert_eq!(halves(net("10.0.0.1/32")), None);
    }

    #[test]
    fn only_siblings_or_nested_blocks_merge() {
        let merged = |a, b| merge(net(a), net(b)).map(|block| block.to_string());
        assert_eq!(
            merged("10.0.0.0/24", "10.0.1.0/24").as_deref(),
            Some("10.0.0.0/23")
        );
        assert_eq!(
            merged("10.0.1.0/24", "10.0.0.0/24").as_deref(),
            Some("10.0.0.0/23")
        );
        assert_eq!(
            merged("10.0.0.0/16", "10.0.255.0/24").as_deref(),
            Some("10.0.0.0/16")
        );
        assert_eq!(
            merged("10.0.0.0/24", "10.0.0.0/24").as_deref(),
            Some("10.0.0.0/24")
        );
        assert_eq!(merged("10.0.1.0/24", "10.0.2.0/24"), None);
        assert_eq!(merged("10.0.0.0/24", "10.0.1.128/25"), None);
        assert_eq!(merged("10.0.0.0/24", "10.0.9.0/24"), None);
    }

    proptest! {
        #[test]
        fn pieces_follow_each_other_from_first_to_last(address: u32, prefix in 0_u8..=32, more in 0_u8..=10) {
            let block = Ipv4Net::holding(address.into(), prefix).unwrap();
            let new_prefix = (prefix + more).min(32);
            let pieces = split(block, new_prefix).unwrap();
            let mut expected = block.first();
            for piece in &pieces {
                prop_assert_eq!((piece.first(), piece.prefix()), (expected, new_prefix));
                expected = piece.last() + 1;
            }
            prop_assert_eq!(expected, block.last() + 1);
        }

        #[test]
        fn halves_merge_into_what_they_came_from(address: u128, prefix in 0_u8..128) {
            let block = Ipv6Net::holding(address, prefix).unwrap();
            let [low, high] = halves(block).unwrap();
            prop_assert_eq!(merge(low, high), Some(block));
            prop_assert_eq!(merge(high, low), Some(block));
        }
    }
}
