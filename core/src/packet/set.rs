//! Sets of packets and their exact operations. Knows no meaning of a packet.

use super::boxes::PacketBox;
use super::header::Packet;
use super::merge::merged;
use super::{Family, Pattern};

/// The most boxes that a set has, on the way of an operation and at its end.
pub const MAX_BOXES: usize = 2_048;

/// The most intervals that all boxes of a set have together.
pub const MAX_INTERVALS: usize = 65_536;

/// An operation was given up, since its result has too many parts: more than
/// [`MAX_BOXES`] boxes or [`MAX_INTERVALS`] intervals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the set of packets has too many parts")]
pub struct TooComplex;

/// A set of packets of both families, as boxes that share no packet.
///
/// Every operation is exact, or says [`TooComplex`] and gives nothing. With `n`
/// boxes on the left and `m` on the right, union, intersection and difference
/// compare `n * m` pairs; subtracting one box from another leaves at most five.
/// Many boxes can make exponentially many: filters of real networks do not, and
/// the two caps bound time and memory of the others.
///
/// The same packets may be in different boxes, so sets are compared by
/// [`equals`](Self::equals), not by `==`.
#[derive(Clone, Debug, Default)]
pub struct PacketSet {
    boxes: Vec<PacketBox>,
}

impl PacketSet {
    /// No packet.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Every packet of a family.
    pub fn all(family: Family) -> Self {
        Pattern::any(family).packets()
    }

    /// Every packet of both families.
    pub fn everything() -> Self {
        Pattern::everything().packets()
    }

    /// The set of these boxes, which share no packet.
    pub(super) fn of_disjoint(boxes: Vec<PacketBox>) -> Self {
        Self {
            boxes: merged(boxes),
        }
    }

    /// Its boxes, which share no packet.
    pub fn boxes(&self) -> &[PacketBox] {
        &self.boxes
    }

    /// Whether it holds no packet.
    pub fn is_empty(&self) -> bool {
        self.boxes.is_empty()
    }

    /// Whether it holds a packet.
    pub fn contains(&self, packet: &Packet) -> bool {
        packet
            .position()
            .is_some_and(|position| self.boxes.iter().any(|it| it.holds_position(position)))
    }

    /// One of its packets, the same whenever it is asked.
    pub fn witness(&self) -> Option<Packet> {
        self.boxes.first().and_then(PacketBox::lowest)
    }

    /// The packets that answer: ends swapped, echo request for echo reply.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let mut boxes = Vec::with_capacity(self.boxes.len());
        for it in &self.boxes {
            it.reversed(&mut boxes);
        }
        Self::of_disjoint(boxes)
    }

    /// Whether some packet is in both sets.
    pub fn overlaps(&self, other: &Self) -> bool {
        let mut mine = self.boxes.iter();
        mine.any(|it| other.boxes.iter().any(|its| it.overlaps(its)))
    }

    /// The packets in either set.
    ///
    /// # Errors
    ///
    /// When the result has too many parts.
    pub fn union(&self, other: &Self) -> Result<Self, TooComplex> {
        let mut boxes = other.clone().difference(self)?.boxes;
        boxes.extend(self.boxes.iter().cloned());
        Ok(Self {
            boxes: bounded(boxes)?,
        })
    }

    /// The packets in both sets.
    ///
    /// # Errors
    ///
    /// When the result has too many parts.
    pub fn intersection(&self, other: &Self) -> Result<Self, TooComplex> {
        let mut boxes = Vec::new();
        for mine in &self.boxes {
            boxes.extend(other.boxes.iter().filter_map(|its| mine.intersection(its)));
            if boxes.len() > MAX_BOXES {
                boxes = bounded(boxes)?;
            }
        }
        Ok(Self {
            boxes: bounded(boxes)?,
        })
    }

    /// The packets of this set that are not in `other`.
    ///
    /// # Errors
    ///
    /// When the result has too many parts, or would have on the way.
    pub fn difference(&self, other: &Self) -> Result<Self, TooComplex> {
        let mut left = self.boxes.clone();
        for gone in &other.boxes {
            if left.is_empty() {
                break;
            }
            let mut pieces = Vec::with_capacity(left.len());
            for it in left {
                it.subtract(gone, &mut pieces);
            }
            left = if pieces.len() > MAX_BOXES {
                bounded(pieces)?
            } else {
                pieces
            };
        }
        Ok(Self {
            boxes: bounded(left)?,
        })
    }

    /// Every packet of both families that is not in this set.
    ///
    /// # Errors
    ///
    /// When the result has too many parts.
    pub fn complement(&self) -> Result<Self, TooComplex> {
        Self::everything().difference(self)
    }

    /// Whether every packet of this set is in `other`.
    ///
    /// # Errors
    ///
    /// When it would take too many parts to tell.
    pub fn is_subset_of(&self, other: &Self) -> Result<bool, TooComplex> {
        Ok(self.difference(other)?.is_empty())
    }

    /// Whether both sets hold the same packets.
    ///
    /// # Errors
    ///
    /// When it would take too many parts to tell.
    pub fn equals(&self, other: &Self) -> Result<bool, TooComplex> {
        Ok(self.is_subset_of(other)? && other.is_subset_of(self)?)
    }
}

/// Merged boxes, if they are few enough.
fn bounded(boxes: Vec<PacketBox>) -> Result<Vec<PacketBox>, TooComplex> {
    let boxes = merged(boxes);
    let intervals: usize = boxes.iter().map(PacketBox::intervals).sum();
    if boxes.len() > MAX_BOXES || intervals > MAX_INTERVALS {
        return Err(TooComplex);
    }
    Ok(boxes)
}
