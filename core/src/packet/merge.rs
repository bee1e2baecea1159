//! Fewer boxes for the same packets: boxes that differ on one side only become
//! one. It finds what is cheap to find, not the fewest boxes there could be.

use std::cmp::Ordering;

use super::PacketBox;
use crate::sorting;

/// Joins boxes that share no packet, side by side, in one pass for each side:
/// O(n log n) comparisons of boxes.
pub(super) fn merged(mut boxes: Vec<PacketBox>) -> Vec<PacketBox> {
    // The last sides first: ports of the same ends become one list of ports.
    for side in (0..5).rev() {
        if boxes.len() < 2 {
            return boxes;
        }
        sorting::sort_by(&mut boxes, |a, b| but_for(side, a, b));
        let mut kept: Vec<PacketBox> = Vec::with_capacity(boxes.len());
        for next in boxes {
            match kept.last_mut() {
                Some(last) if but_for(side, last, &next) == Ordering::Equal => {
                    last.sides[side] = last.sides[side].union(&next.sides[side]);
                }
                _ => kept.push(next),
            }
        }
        boxes = kept;
    }
    sorting::sort(&mut boxes);
    boxes
}

/// The order of two boxes, whatever stands on one side.
fn but_for(side: usize, a: &PacketBox, b: &PacketBox) -> Ordering {
    let start = (a.family, a.holds).cmp(&(b.family, b.holds));
    let sides = a.sides.iter().zip(&b.sides).enumerate();
    let others = sides.filter(|(index, _)| *index != side);
    others.fold(start, |order, (_, (mine, its))| {
        order.then_with(|| mine.cmp(its))
    })
}
