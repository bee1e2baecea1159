//! Which blocks share addresses. Two blocks either nest or are disjoint, so
//! what they share is always the smaller of the two.

use ipnet::IpNet;

use crate::sorting;

/// The block that both hold, or `None` when they share no address.
pub fn overlap(a: impl Into<IpNet>, b: impl Into<IpNet>) -> Option<IpNet> {
    let (a, b) = (a.into().trunc(), b.into().trunc());
    if a.contains(&b) {
        Some(b)
    } else if b.contains(&a) {
        Some(a)
    } else {
        None
    }
}

/// Every pair of overlapping blocks, each once, with the block they share.
///
/// In a pair the key that was given earlier comes first; pairs come in the
/// order of the shared blocks. One sweep over the sorted blocks:
/// O(n log n + pairs). IPv4 and IPv6 may be mixed and never overlap.
pub fn overlaps<K: Clone>(blocks: &[(K, IpNet)]) -> Vec<(K, K, IpNet)> {
    let mut sorted: Vec<(IpNet, usize, &K)> = blocks
        .iter()
        .enumerate()
        .map(|(index, (key, block))| (block.trunc(), index, key))
        .collect();
    // Network first, wider before narrower: what holds a block precedes it.
    sorting::sort_by_key(&mut sorted, |&(block, index, _)| {
        (block.network(), block.prefix_len(), index)
    });

    let mut pairs = Vec::new();
    let mut open: Vec<(IpNet, usize, &K)> = Vec::new();
    for (block, index, key) in sorted {
        while open
            .pop_if(|(holder, ..)| !holder.contains(&block))
            .is_some()
        {}
        for &(_, other_index, other_key) in &open {
            let (first, second) = if other_index < index {
                (other_key, key)
            } else {
                (key, other_key)
            };
            pairs.push((first.clone(), second.clone(), block));
        }
        open.push((block, index, key));
    }
    pairs
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, Ipv6Addr};

    use proptest::prelude::*;

    use super::*;

    fn net(text: &str) -> IpNet {
        text.parse().unwrap()
    }

    #[test]
    fn the_shared_block_is_the_smaller_one() {
        assert_eq!(
            overlap(net("10.0.1.0/24"), net("10.0.1.128/25")),
            Some(net("10.0.1.128/25"))
        );
        assert_eq!(
            overlap(net("10.0.1.128/25"), net("10.0.1.0/24")),
            Some(net("10.0.1.128/25"))
        );
        assert_eq!(
            overlap(net("10.0.1.9/24"), net("10.0.0.0/8")),
            Some(net("10.0.1.0/24"))
        );
        assert_eq!(overlap(net("10.0.1.0/24"), net("10.0.2.0/24")), None);
        assert_eq!(overlap(net("0.0.0.0/0"), net("::/0")), None);
    }

    #[test]
    fn a_pair_is_in_the_order_given_and_appears_once() {
        let blocks = [
            ("narrow", net("10.0.1.128/25")),
            ("apart", net("10.0.2.0/24")),
            ("wide", net("10.0.1.0/24")),
            ("same", net("10.0.1.128/25")),
        ];
        let shared = net("10.0.1.128/25");
        assert_eq!(
            overlaps(&blocks),
            [
                ("narrow", "wide", shared),
                ("wide", "same", shared),
                ("narrow", "same", shared)
            ]
        );
    }

    #[test]
    fn ten_thousand_neighbors_have_no_pair() {
        let blocks: Vec<_> = net("10.0.0.0/8").subnets(22).unwrap().enumerate().collect();
        assert_eq!(blocks.len(), 16_384);
        assert_eq!(overlaps(&blocks), []);
    }

    fn blocks() -> impl Strategy<Value = Vec<IpNet>> {
        // Few addresses and short prefixes, so that overlaps are common.
        let block = (any::<bool>(), 0_u8..32, 0_u8..=6).prop_map(|(wide, high, prefix)| {
            if wide {
                let address = Ipv6Addr::from(u128::from(high) << 122);
                IpNet::new(address.into(), prefix).unwrap()
            } else {
                let address = Ipv4Addr::from(u32::from(high) << 26);
                IpNet::new(address.into(), prefix).unwrap()
            }
        });
        proptest::collection::vec(block, 0..24)
    }

    proptest! {
        #[test]
        fn the_sweep_agrees_with_comparing_all_pairs(blocks in blocks()) {
            let keyed: Vec<_> = blocks.iter().copied().enumerate().collect();
            let mut swept = overlaps(&keyed);
            swept.sort_unstable();
            let mut compared = Vec::new();
            for (a, &left) in blocks.iter().enumerate() {
                for (b, &right) in blocks.iter().enumerate().skip(a + 1) {
                    compared.extend(overlap(left, right).map(|shared| (a, b, shared)));
                }
            }
            prop_assert_eq!(swept, compared);
        }
    }
}
