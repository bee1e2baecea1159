//! Room for another block: what is left of some blocks when others are taken.
//!
//! A free block always lies within a single block of `within`, never across two
//! that happen to touch, because a subnet must lie in one block of its VPC.
//! Candidates are not enumerated: the work is that of sorting the taken blocks.

use super::AddressBlock;
use super::block::span;

use crate::sorting;

/// The free block of that prefix length with the lowest address.
///
/// `None` when there is no room, or no such prefix length in this family.
pub fn next_free<B: AddressBlock>(within: &[B], taken: &[B], prefix_len: u8) -> Option<B> {
    let size_less_one = span(B::BITS.checked_sub(prefix_len)?);
    gaps(within, taken).into_iter().find_map(|(first, last)| {
        let aligned = first.checked_add(size_less_one)? & !size_less_one;
        let fits = aligned.checked_add(size_less_one)? <= last;
        fits.then(|| B::holding(aligned, prefix_len)).flatten()
    })
}

/// All that is free, as the fewest and therefore largest blocks, in order.
pub fn free_space<B: AddressBlock>(within: &[B], taken: &[B]) -> Vec<B> {
    let mut free = Vec::new();
    for (first, last) in gaps(within, taken) {
        let mut at = first;
        loop {
            let host_bits = largest_at::<B>(at, last);
            free.extend(B::holding(at, B::BITS - host_bits));
            let end = at | span(host_bits);
            if end >= last {
                break;
            }
            at = end + 1;
        }
    }
    free
}

/// The host bits of the largest block that begins at `at` and ends by `last`.
fn largest_at<B: AddressBlock>(at: u128, last: u128) -> u8 {
    (0..=B::BITS)
        .take_while(|&bits| at & span(bits) == 0 && span(bits) <= last - at)
        .last()
        .unwrap_or(0)
}

/// The ranges of `within` that no taken block touches, in order, each inside
/// one block of `within`.
fn gaps<B: AddressBlock>(within: &[B], taken: &[B]) -> Vec<(u128, u128)> {
    let taken = outermost(taken);
    let mut rest = taken.as_slice();
    let mut gaps = Vec::new();
    for (first, last) in outermost(within) {
        let mut at = Some(first);
        while let Some(&(taken_first, taken_last)) = rest.first() {
            let Some(start) = at.filter(|_| taken_first <= last) else {
                break;
            };
            if start < taken_first {
                gaps.push((start, taken_first - 1));
            }
            if taken_last >= start {
                at = taken_last.checked_add(1).filter(|&next| next <= last);
            }
            if at.is_none() && taken_last > last {
                // It reaches into the next block of `within` as well.
                break;
            }
            rest = rest.get(1..).unwrap_or_default();
        }
        gaps.extend(at.map(|start| (start, last)));
    }
    gaps
}

/// The ranges of the blocks that lie in no other, sorted; they are disjoint.
fn outermost<B: AddressBlock>(blocks: &[B]) -> Vec<(u128, u128)> {
    let mut ranges: Vec<_> = blocks
        .iter()
        .map(|block| (block.first(), block.last()))
        .collect();
    sorting::sort_by_key(&mut ranges, |&(first, last)| {
        (first, std::cmp::Reverse(last))
    });
    ranges.dedup_by(|next, kept| next.1 <= kept.1);
    ranges
}

#[cfg(test)]
mod tests {
    use ipnet::{Ipv4Net, Ipv6Net};
    use proptest::prelude::*;

    use super::*;

    fn nets<B: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> Vec<B> {
        text.split_whitespace()
            .map(|word| word.parse().unwrap())
            .collect()
    }

    fn next(within: &str, taken: &str, prefix: u8) -> Option<String> {
        let block = next_free::<Ipv4Net>(&nets(within), &nets(taken), prefix);
        block.map(|block| block.to_string())
    }

    #[test]
    fn the_lowest_aligned_gap_is_offered() {
        let taken = "10.0.0.0/24 10.0.1.0/26 10.0.3.0/24";
        assert_eq!(
            next("10.0.0.0/16", taken, 24).as_deref(),
            Some("10.0.2.0/24")
        );
        assert_eq!(
            next("10.0.0.0/16", taken, 26).as_deref(),
            Some("10.0.1.64/26")
        );
        assert_eq!(
            next("10.0.0.0/16", taken, 22).as_deref(),
            Some("10.0.4.0/22")
        );
        assert_eq!(next("10.0.0.0/16", "", 16).as_deref(), Some("10.0.0.0/16"));
    }

    #[test]
    fn a_full_block_or_an_impossible_size_has_no_room() {
        assert_eq!(next("10.0.0.0/24", "10.0.0.0/25 10.0.0.128/25", 28), None);
        assert_eq!(next("10.0.0.0/24", "10.0.0.0/8", 28), None);
        assert_eq!(next("10.0.0.0/24", "", 23), None);
        assert_eq!(next("10.0.0.0/24", "", 33), None);
        assert_eq!(next("", "", 24), None);
    }

    #[test]
    fn the_second_block_is_used_when_the_first_is_full_but_never_a_block_across_both() {
        let within = "10.0.0.0/24 10.0.1.0/24";
        assert_eq!(
            next(within, "10.0.0.0/24", 25).as_deref(),
            Some("10.0.1.0/25")
        );
        assert_eq!(next(within, "", 23), None);
    }

    #[test]
    fn the_whole_of_ipv4_and_its_last_address_are_no_special_case() {
        assert_eq!(next("0.0.0.0/0", "", 0).as_deref(), Some("0.0.0.0/0"));
        assert_eq!(
            next("0.0.0.0/0", "0.0.0.0/1", 1).as_deref(),
            Some("128.0.0.0/1")
        );
        let taken = "255.255.255.252/31 255.255.255.254/32";
        assert_eq!(
            next("255.255.255.252/30", taken, 32).as_deref(),
            Some("255.255.255.255/32")
        );
    }

    #[test]
    fn a_64_is_found_in_an_ipv6_56_and_in_all_of_ipv6() {
        let within = nets("2001:db8:1234:1a00::/56");
        let taken = nets("2001:db8:1234:1a00::/64 2001:db8:1234:1a01::/64");
        let found: Option<Ipv6Net> = next_free(&within, &taken, 64);
        assert_eq!(found.unwrap().to_string(), "2001:db8:1234:1a02::/64");
        assert_eq!(free_space::<Ipv6Net>(&nets("::/0"), &[]), nets("::/0"));
        assert_eq!(
            free_space::<Ipv6Net>(&nets("::/0"), &nets("::/1")),
            nets("8000::/1")
        );
    }

    #[test]
    fn free_space_is_the_largest_blocks_in_order() {
        let free: Vec<Ipv4Net> = free_space(&nets("10.0.0.0/24"), &nets("10.0.0.64/26"));
        assert_eq!(free, nets("10.0.0.0/26 10.0.0.128/25"));
    }

    /// Blocks in a universe of 64 addresses at the very end of IPv4.
    fn small() -> impl Strategy<Value = Vec<Ipv4Net>> {
        let block = (0_u32..64, 26_u8..=32)
            .prop_map(|(low, prefix)| Ipv4Net::holding((!0 - low).into(), prefix).unwrap());
        proptest::collection::vec(block, 0..8)
    }

    fn is_taken(taken: &[Ipv4Net], candidate: Ipv4Net) -> bool {
        taken
            .iter()
            .any(|block| block.contains(&candidate) || candidate.contains(block))
    }

    proptest! {
        #[test]
        fn the_next_free_block_is_the_first_that_trying_all_would_find(
            within in small(), taken in small(), prefix in 26_u8..=32,
        ) {
            let universe: Ipv4Net = "255.255.255.192/26".parse().unwrap();
            let tried = universe.subnets(prefix).unwrap().find(|candidate| {
                within.iter().any(|block| block.contains(candidate)) && !is_taken(&taken, *candidate)
            });
            prop_assert_eq!(next_free(&within, &taken, prefix), tried);
        }

        #[test]
        fn free_space_and_taken_make_up_the_whole(within in small(), taken in small()) {
            let free = free_space(&within, &taken);
            let universe: Ipv4Net = "255.255.255.192/26".parse().unwrap();
            for address in universe.subnets(32).unwrap() {
                let inside = within.iter().any(|block| block.contains(&address));
                let expected = usize::from(inside && !is_taken(&taken, address));
                let found = free.iter().filter(|block| block.contains(&address)).count();
                prop_assert_eq!(found, expected, "{}", address);
            }
            prop_assert!(free.is_sorted());
        }
    }
}
