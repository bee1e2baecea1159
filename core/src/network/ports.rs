//! Sets of ports as sorted, separate, inclusive intervals: exact union,
//! intersection and difference. Knows no protocol.

use std::fmt;
use std::ops::RangeInclusive;

use crate::sorting;

/// A set of port numbers. Two equal sets have equal intervals.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct PortSet {
    /// Sorted, neither overlapping nor adjacent, each with first <= last.
    intervals: Vec<(u16, u16)>,
}

impl PortSet {
    /// No port.
    pub fn none() -> Self {
        Self::default()
    }

    /// Every port, 0 to 65535.
    pub fn all() -> Self {
        Self::from(0..=u16::MAX)
    }

    /// One port.
    pub fn single(port: u16) -> Self {
        Self::from(port..=port)
    }

    /// Whether no port is in the set.
    pub fn is_empty(&self) -> bool {
        self.intervals.is_empty()
    }

    /// Whether `port` is in the set.
    pub fn contains(&self, port: u16) -> bool {
        self.intervals
            .iter()
            .any(|&(first, last)| (first..=last).contains(&port))
    }

    /// The lowest port: a witness that the set is not empty.
    pub fn lowest(&self) -> Option<u16> {
        self.intervals.first().map(|&(first, _)| first)
    }

    /// The intervals, in rising order, first and last port each.
    pub fn intervals(&self) -> impl Iterator<Item = RangeInclusive<u16>> + '_ {
        self.intervals.iter().map(|&(first, last)| first..=last)
    }

    /// The ports in either set.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        if other.is_empty() || self == other {
            return self.clone();
        }
        if self.is_empty() {
            return other.clone();
        }
        Self::merged(
            self.intervals
                .iter()
                .chain(&other.intervals)
                .copied()
                .collect(),
        )
    }

    /// The ports in both sets.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let mut intervals = Vec::new();
        for &(first, last) in &self.intervals {
            for &(other_first, other_last) in &other.intervals {
                let (low, high) = (first.max(other_first), last.min(other_last));
                if low <= high {
                    intervals.push((low, high));
                }
            }
        }
        // Parts of separate intervals, met in rising order, are separate.
        Self { intervals }
    }

    /// The ports of this set that are not in `other`.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        let mut kept = Vec::new();
        for &(first, last) in &self.intervals {
            // Wider than a port, so that the step behind 65535 cannot overflow.
            let (mut next, end) = (u32::from(first), u32::from(last));
            for &(gone_first, gone_last) in &other.intervals {
                let (gone_first, gone_last) = (u32::from(gone_first), u32::from(gone_last));
                if gone_last < next || gone_first > end {
                    continue;
                }
                push_interval(&mut kept, next, gone_first);
                next = gone_last + 1;
            }
            push_interval(&mut kept, next, end + 1);
        }
        Self::merged(kept)
    }

    fn merged(mut intervals: Vec<(u16, u16)>) -> Self {
        if !intervals.is_sorted() {
            sorting::sort(&mut intervals);
        }
        let mut merged: Vec<(u16, u16)> = Vec::with_capacity(intervals.len());
        for (first, last) in intervals {
            match merged.last_mut() {
                Some(previous) if u32::from(first) <= u32::from(previous.1) + 1 => {
                    previous.1 = previous.1.max(last);
                }
                _ => merged.push((first, last)),
            }
        }
        Self { intervals: merged }
    }
}

/// Pushes the ports from `start` up to, not including, `end`.
fn push_interval(intervals: &mut Vec<(u16, u16)>, start: u32, end: u32) {
    if start >= end {
        return;
    }
    if let (Ok(first), Ok(last)) = (u16::try_from(start), u16::try_from(end - 1)) {
        intervals.push((first, last));
    }
}

impl From<RangeInclusive<u16>> for PortSet {
    /// A range whose start is above its end holds no port.
    fn from(range: RangeInclusive<u16>) -> Self {
        if range.is_empty() {
            return Self::none();
        }
        Self {
            intervals: vec![range.into_inner()],
        }
    }
}

impl fmt::Display for PortSet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return formatter.write_str("none");
        }
        for (index, &(first, last)) in self.intervals.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            if first == last {
                write!(formatter, "{separator}{first}")?;
            } else {
                write!(formatter, "{separator}{first}-{last}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn adjacent_intervals_become_one() {
        let set = PortSet::from(1..=4).union(&PortSet::from(5..=9));
        assert_eq!(set, PortSet::from(1..=9));
        assert_eq!(set.to_string(), "1-9");
    }

    #[test]
    fn taking_a_middle_port_leaves_both_sides() {
        let set = PortSet::all().difference(&PortSet::single(80));
        assert_eq!(set.to_string(), "0-79, 81-65535");
        assert!(PortSet::all().difference(&PortSet::all()).is_empty());
    }

    #[test]
    #[expect(clippy::reversed_empty_ranges, reason = "reversed on purpose")]
    fn a_reversed_range_holds_nothing() {
        assert!(PortSet::from(9..=1).is_empty());
    }

    /// Ports near both ends, where the arithmetic could go wrong.
    fn port() -> impl Strategy<Value = u16> {
        prop_oneof![0..20_u16, 65_516..=65_535_u16]
    }

    fn set() -> impl Strategy<Value = PortSet> {
        prop::collection::vec((port(), port()), 0..5).prop_map(|pairs| {
            pairs
                .into_iter()
                .fold(PortSet::none(), |set, (first, last)| {
                    set.union(&PortSet::from(first..=last))
                })
        })
    }

    proptest! {
        #[test]
        fn the_operations_agree_with_membership(left in set(), right in set(), at in port()) {
            let (in_left, in_right) = (left.contains(at), right.contains(at));
            prop_assert_eq!(left.union(&right).contains(at), in_left || in_right);
            prop_assert_eq!(left.intersection(&right).contains(at), in_left && in_right);
            prop_assert_eq!(left.difference(&right).contains(at), in_left && !in_right);
            let parts = left.intersection(&right).union(&left.difference(&right));
            prop_assert_eq!(parts, left);
        }
    }
}
