//! One part of a set of packets: a set of numbers for each part of the header,
//! in every combination. Knows no other box than the one it is compared with.

use super::family::Family;
use super::header::{Packet, Position};
use super::protocol::{Holds, echo};
use super::{Intervals, protocol};

/// Every packet of one family whose source, destination, protocol and the two
/// numbers behind them are each in a set of numbers. Never empty.
///
/// A box is about protocols with ports (TCP and UDP), or with messages (ICMP and
/// ICMP for IPv6), or about others, of which only the number is looked at. So no number
/// stands for a part of the header that is not there, and packets that do not
/// exist are never counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PacketBox {
    pub(super) family: Family,
    pub(super) holds: Holds,
    /// Source, destination, protocol, then source port and destination port, or
    /// type and code, or 0 and 0.
    pub(super) sides: [Intervals; 5],
}

const SOURCE: usize = 0;
const DESTINATION: usize = 1;
const PROTOCOL: usize = 2;
const FIRST: usize = 3;
const SECOND: usize = 4;

impl PacketBox {
    /// Every packet of a family that holds this.
    pub(super) fn all(family: Family, holds: Holds) -> Self {
        Self {
            family,
            holds,
            sides: [
                family.addresses(),
                family.addresses(),
                holds.protocols(),
                holds.numbers(),
                holds.numbers(),
            ],
        }
    }

    /// The family of its packets.
    pub fn family(&self) -> Family {
        self.family
    }

    /// Where its packets come from, as numbers of the family.
    pub fn sources(&self) -> &Intervals {
        &self.sides[SOURCE]
    }

    /// Where its packets go to, as numbers of the family.
    pub fn destinations(&self) -> &Intervals {
        &self.sides[DESTINATION]
    }

    /// The IANA numbers of its protocols.
    pub fn protocols(&self) -> &Intervals {
        &self.sides[PROTOCOL]
    }

    /// Source and destination ports, if its protocols have ports.
    pub fn ports(&self) -> Option<(&Intervals, &Intervals)> {
        (self.holds == Holds::Ports).then_some((&self.sides[FIRST], &self.sides[SECOND]))
    }

    /// ICMP types and codes, if its protocols have them.
    pub fn messages(&self) -> Option<(&Intervals, &Intervals)> {
        (self.holds == Holds::Message).then_some((&self.sides[FIRST], &self.sides[SECOND]))
    }

    /// How many intervals it is made of.
    pub(super) fn intervals(&self) -> usize {
        self.sides.iter().map(Intervals::len).sum()
    }

    pub(super) fn holds_position(&self, (family, holds, at): (Family, Holds, Position)) -> bool {
        let mut sides = self.sides.iter().zip(at);
        self.family == family
            && self.holds == holds
            && sides.all(|(side, number)| side.contains(number))
    }

    /// The packet with the lowest number on each side.
    pub(super) fn lowest(&self) -> Option<Packet> {
        let mut position = [0; 5];
        for (number, side) in position.iter_mut().zip(&self.sides) {
            *number = side.lowest()?;
        }
        Some(Packet::at(self.family, self.holds, position))
    }

    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let mut sides = self.sides.iter().zip(&other.sides);
        self.family == other.family
            && self.holds == other.holds
            && sides.all(|(mine, its)| mine.overlaps(its))
    }

    /// The packets in both, if there are any.
    pub(super) fn intersection(&self, other: &Self) -> Option<Self> {
        if !self.overlaps(other) {
            return None;
        }
        let mut shared = self.clone();
        for (side, its) in shared.sides.iter_mut().zip(&other.sides) {
            *side = side.intersection(its);
        }
        Some(shared)
    }

    /// Adds to `pieces` the packets of this box that are not in `other`: at most
    /// one box for each side, which share no packet.
    pub(super) fn subtract(self, other: &Self, pieces: &mut Vec<Self>) {
        if !self.overlaps(other) {
            pieces.push(self);
            return;
        }
        let mut rest = self;
        for (index, its) in other.sides.iter().enumerate() {
            let outside = rest.sides[index].difference(its);
            if outside.is_empty() {
                continue;
            }
            let inside = rest.sides[index].intersection(its);
            let mut piece = rest.clone();
            piece.sides[index] = outside;
            pieces.push(piece);
            rest.sides[index] = inside;
        }
    }

    /// Adds to `pieces` the packets that answer those of this box.
    pub(super) fn reversed(&self, pieces: &mut Vec<Self>) {
        let mut swapped = self.clone();
        swapped.sides.swap(SOURCE, DESTINATION);
        if self.holds != Holds::Message {
            swapped.sides.swap(FIRST, SECOND);
            pieces.push(swapped);
            return;
        }
        // Echo has other types in each of the two protocols.
        for number in [protocol::ICMP, protocol::ICMPV6] {
            if !self.protocols().contains(number.into()) {
                continue;
            }
            let mut piece = swapped.clone();
            piece.sides[PROTOCOL] = Intervals::single(number);
            if let Some((asks, answers)) = echo(number) {
                piece.sides[FIRST] = exchanged(&piece.sides[FIRST], asks, answers);
            }
            pieces.push(piece);
        }
    }
}

/// A set of numbers with one number in the place of another, and back.
fn exchanged(set: &Intervals, one: u8, other: u8) -> Intervals {
    let pair = Intervals::single(one).union(&Intervals::single(other));
    let mut changed = set.difference(&pair);
    for (from, to) in [(one, other), (other, one)] {
        if set.contains(from.into()) {
            changed = changed.union(&Intervals::single(to));
        }
    }
    changed
}
