//! Sets of numbers as sorted, separate, inclusive intervals: exact union,
//! intersection and difference. One type serves addresses, ports, protocols and
//! ICMP types alike; it does not know which of them it holds.

use std::ops::RangeInclusive;

use crate::sorting;

/// A set of numbers. Two equal sets have equal intervals.
///
/// Union sorts; the other operations pass once over the intervals of both.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Intervals {
    /// Sorted, neither overlapping nor adjacent, each with first <= last.
    list: Vec<(u128, u128)>,
}

impl Intervals {
    /// No number.
    pub fn none() -> Self {
        Self::default()
    }

    /// One number.
    pub fn single(number: impl Into<u128>) -> Self {
        let number = number.into();
        Self {
            list: vec![(number, number)],
        }
    }

    /// The numbers from `first` to `last`; none if `first` is the higher one.
    pub fn span(first: u128, last: u128) -> Self {
        let list = if first <= last {
            vec![(first, last)]
        } else {
            Vec::new()
        };
        Self { list }
    }

    /// The numbers in any of these spans, which may be in any order and overlap.
    pub fn of_spans(mut spans: Vec<(u128, u128)>) -> Self {
        spans.retain(|(first, last)| first <= last);
        sorting::sort(&mut spans);
        let mut list: Vec<(u128, u128)> = Vec::with_capacity(spans.len());
        for (first, last) in spans {
            match list.last_mut() {
                Some(previous) if first <= previous.1.saturating_add(1) => {
                    previous.1 = previous.1.max(last);
                }
                _ => list.push((first, last)),
            }
        }
        Self { list }
    }

    /// Whether no number is in the set.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many intervals the set has.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// First and last number of each interval, in rising order.
    pub fn spans(&self) -> &[(u128, u128)] {
        &self.list
    }

    /// The lowest number: a witness that the set is not empty.
    pub fn lowest(&self) -> Option<u128> {
        self.list.first().map(|&(first, _)| first)
    }

    /// Whether a number is in the set.
    pub fn contains(&self, number: u128) -> bool {
        let behind = self.list.partition_point(|&(_, last)| last < number);
        self.list
            .get(behind)
            .is_some_and(|&(first, _)| first <= number)
    }

    /// Whether some number is in both sets.
    pub fn overlaps(&self, other: &Self) -> bool {
        let (mut mine, mut others) = (self.list.iter(), other.list.iter());
        let (mut left, mut right) = (mine.next(), others.next());
        while let (Some(a), Some(b)) = (left, right) {
            if a.1 < b.0 {
                left = mine.next();
            } else if b.1 < a.0 {
                right = others.next();
            } else {
                return true;
            }
        }
        false
    }

    /// How many numbers there are; at most `u128::MAX` is told.
    pub fn size(&self) -> u128 {
        let sizes = self
            .list
            .iter()
            .map(|(first, last)| (last - first).saturating_add(1));
        sizes.fold(0, u128::saturating_add)
    }

    /// The numbers in either set.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::of_spans(self.list.iter().chain(&other.list).copied().collect())
    }

    /// The numbers in both sets.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let mut list = Vec::new();
        let (mut mine, mut others) = (self.list.iter(), other.list.iter());
        let (mut left, mut right) = (mine.next(), others.next());
        while let (Some(a), Some(b)) = (left, right) {
            let (first, last) = (a.0.max(b.0), a.1.min(b.1));
            if first <= last {
                list.push((first, last));
            }
            if a.1 < b.1 {
                left = mine.next();
            } else {
                right = others.next();
            }
        }
        Self { list }
    }

    /// The numbers of this set that are not in `other`.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        let mut list = Vec::new();
        let mut gone = other.list.iter().peekable();
        for &(first, last) in &self.list {
            // What is left to look at; none once the whole span is done.
            let mut rest = Some(first);
            while let (Some(next), Some(&&(from, to))) = (rest, gone.peek()) {
                if from > last {
                    break;
                }
                if from > next {
                    list.push((next, from - 1));
                }
                if to >= last {
                    rest = None;
                    break;
                }
                rest = Some(next.max(to + 1));
                gone.next();
            }
            if let Some(next) = rest {
                list.push((next, last));
            }
        }
        Self { list }
    }
}

impl<T: Into<u128>> From<RangeInclusive<T>> for Intervals {
    /// A range whose start is above its end holds no number.
    fn from(range: RangeInclusive<T>) -> Self {
        let (first, last) = range.into_inner();
        Self::span(first.into(), last.into())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn adjacent_spans_become_one() {
        let set = Intervals::of_spans(vec![(5, 9), (1, 4), (20, 10)]);
        assert_eq!(set.spans(), [(1, 9)]);
        assert_eq!(set.size(), 9);
    }

    #[test]
    fn the_highest_number_of_all_can_be_held_and_taken_away() {
        let all = Intervals::span(0, u128::MAX);
        let last = Intervals::single(u128::MAX);
        assert_eq!(all.difference(&last).spans(), [(0, u128::MAX - 1)]);
        assert_eq!(all.difference(&last).union(&last), all);
        assert_eq!(all.size(), u128::MAX);
        assert!(last.difference(&all).is_empty());
    }

    /// Numbers near both ends, where the arithmetic could go wrong.
    fn number() -> impl Strategy<Value = u128> {
        prop_oneof![0..20_u128, u128::MAX - 19..=u128::MAX]
    }

    fn set() -> impl Strategy<Value = Intervals> {
        prop::collection::vec((number(), number()), 0..6).prop_map(Intervals::of_spans)
    }

    proptest! {
        #[test]
        fn the_operations_agree_with_membership(left in set(), right in set(), at in number()) {
            let (in_left, in_right) = (left.contains(at), right.contains(at));
            prop_assert_eq!(left.union(&right).contains(at), in_left || in_right);
            prop_assert_eq!(left.intersection(&right).contains(at), in_left && in_right);
            prop_assert_eq!(left.difference(&right).contains(at), in_left && !in_right);
            prop_assert_eq!(left.overlaps(&right), !left.intersection(&right).is_empty());
            let parts = left.intersection(&right).union(&left.difference(&right));
            prop_assert_eq!(parts, left);
        }
    }
}
