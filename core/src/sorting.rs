//! Sorting, compiled once. The standard library's sort is compiled anew for
//! every type and every order, at some 5 kB of WASM each; here one function
//! sorts positions and answers which places to swap. All of it is stable.
//! Gathering into a tree by `collect` sorts as well, so that has a stand-in.
//!
//! Knows nothing of what it sorts.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts by the items' own order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts by a key, which is asked once of each item.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let swaps = swaps(keys.len(), &|a, b| keys[a].cmp(&keys[b]));
    carry_out(&swaps, items);
}

/// Sorts by an order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let swaps = swaps(items.len(), &|a, b| compare(&items[a], &items[b]));
    carry_out(&swaps, items);
}

/// A map by the order of its keys; of equal keys the last one counts.
pub fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(entries);
    map
}

/// A set by the order of its items.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

fn carry_out<T>(swaps: &[(usize, usize)], items: &mut [T]) {
    for &(a, b) in swaps {
        items.swap(a, b);
    }
}

/// The swaps, in order, that sort `count` items, which are compared by where
/// they stand before the first swap.
fn swaps(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut comes_from: Vec<usize> = (0..count).collect();
    comes_from.sort_by(|&a, &b| compare(a, b));
    let mut swaps = Vec::new();
    for start in 0..count {
        // Each place gets its item from the next one of its circle; the item
        // of the first place is handed on until it is where it belongs.
        let mut place = start;
        while comes_from[place] != start {
            let next = comes_from[place];
            swaps.push((place, next));
            comes_from[place] = place;
            place = next;
        }
        comes_from[place] = place;
    }
    swaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(
            mut items in prop::collection::vec((0_u8..8, any::<u8>()), 0..60),
        ) {
            let mut expected = items.clone();
            expected.sort_by_key(|it| it.0);
            let mut by_order = items.clone();
            sort_by(&mut by_order, |a, b| a.0.cmp(&b.0));
            prop_assert_eq!(&by_order, &expected);
            let mut by_key = items.clone();
            sort_by_key(&mut by_key, |it| it.0);
            prop_assert_eq!(&by_key, &expected);
            expected.sort_unstable();
            prop_assert_eq!(set(items.clone()), expected.iter().copied().collect());
            prop_assert_eq!(map(items.clone()), items.iter().copied().collect());
            sort(&mut items);
            prop_assert_eq!(&items, &expected);
        }
    }
}
