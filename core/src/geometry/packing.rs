//! Sizes laid out in rows or in columns, in the order given.
//!
//! It decides places only: what belongs together and in which order is known
//! to whoever arranges.

use super::{Point, Rect, Size};

/// Where everything was put, from the corner at 0, 0.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Packing {
    /// One rectangle for each size, in the same order.
    pub rects: Vec<Rect>,
    /// The extent of all of them, without a gap around.
    pub size: Size,
}

/// Puts sizes side by side in rows no wider than `max_width`, `gap` apart both
/// ways. A size wider than that has a row of its own.
pub fn pack_rows(sizes: &[Size], max_width: f64, gap: f64) -> Packing {
    let mut packing = Packing::default();
    let mut corner = Point::default();
    let mut row_height = 0.0_f64;
    for &size in sizes {
        if corner.x > 0.0 && corner.x + size.w > max_width {
            corner = Point::new(0.0, corner.y + row_height + gap);
            row_height = 0.0;
        }
        packing.put(Rect::at(corner, size));
        corner.x += size.w + gap;
        row_height = row_height.max(size.h);
    }
    packing
}

/// Puts sizes into that many columns (at least one), `gap` apart both ways: a
/// column is as wide as its widest, a row as high as its highest.
pub fn pack_grid(sizes: &[Size], columns: usize, gap: f64) -> Packing {
    let columns = columns.clamp(1, sizes.len().max(1));
    let mut widths = vec![0.0_f64; columns];
    for row in sizes.chunks(columns) {
        for (width, size) in widths.iter_mut().zip(row) {
            *width = width.max(size.w);
        }
    }
    let mut packing = Packing::default();
    let mut y = 0.0;
    for row in sizes.chunks(columns) {
        let mut x = 0.0;
        for (width, &size) in widths.iter().zip(row) {
            packing.put(Rect::at(Point::new(x, y), size));
            x += width + gap;
        }
        y += row.iter().fold(0.0, |height: f64, size| height.max(size.h)) + gap;
    }
    packing
}

/// The number of columns that makes `count` equal things nearly square, wider
/// rather than higher; at least one.
pub fn square_columns(count: usize) -> usize {
    let root = count.isqrt();
    let columns = if root * root < count { root + 1 } else { root };
    columns.max(1)
}

impl Packing {
    fn put(&mut self, rect: Rect) {
        self.size.w = self.size.w.max(rect.right());
        self.size.h = self.size.h.max(rect.bottom());
        self.rects.push(rect);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn corners(packing: &Packing) -> Vec<(f64, f64)> {
        packing.rects.iter().map(|rect| (rect.x, rect.y)).collect()
    }

    #[test]
    fn a_row_is_full_before_the_next_begins() {
        let sizes = [
            Size::new(40.0, 10.0),
            Size::new(40.0, 30.0),
            Size::new(40.0, 10.0),
        ];
        let packing = pack_rows(&sizes, 100.0, 10.0);
        assert_eq!(corners(&packing), [(0.0, 0.0), (50.0, 0.0), (0.0, 40.0)]);
        assert_eq!(packing.size, Size::new(90.0, 50.0));
    }

    #[test]
    fn one_too_wide_has_a_row_of_its_own_and_rows_are_as_high_as_their_own_highest() {
        let sizes = [
            Size::new(200.0, 30.0),
            Size::new(40.0, 10.0),
            Size::new(90.0, 10.0),
        ];
        let packing = pack_rows(&sizes, 100.0, 10.0);
        assert_eq!(corners(&packing), [(0.0, 0.0), (0.0, 40.0), (0.0, 60.0)]);
    }

    #[test]
    fn columns_are_as_wide_as_their_widest() {
        let sizes = [
            Size::new(10.0, 10.0),
            Size::new(5.0, 20.0),
            Size::new(30.0, 5.0),
        ];
        let packing = pack_grid(&sizes, 2, 2.0);
        assert_eq!(corners(&packing), [(0.0, 0.0), (32.0, 0.0), (0.0, 22.0)]);
        assert_eq!(packing.size, Size::new(37.0, 27.0));
    }

    #[test]
    fn nothing_takes_no_room() {
        assert_eq!(pack_rows(&[], 100.0, 8.0), Packing::default());
        assert_eq!(pack_grid(&[], 0, 8.0), Packing::default());
    }

    #[test]
    fn square_columns_are_never_fewer_than_rows() {
        let columns: Vec<usize> = [0, 1, 2, 4, 5, 9, 10].map(square_columns).into();
        assert_eq!(columns, [1, 1, 2, 2, 3, 3, 4]);
    }

    proptest! {
        #[test]
        fn nothing_overlaps_and_everything_is_inside(
            raw in proptest::collection::vec((1.0..80.0, 1.0..80.0), 0..20),
            width in 10.0..300.0, columns in 0_usize..8,
        ) {
            let sizes: Vec<Size> = raw.iter().map(|&(w, h)| Size::new(w, h)).collect();
            for packing in [pack_rows(&sizes, width, 4.0), pack_grid(&sizes, columns, 4.0)] {
                let all = Rect::at(Point::default(), packing.size);
                for (index, rect) in packing.rects.iter().enumerate() {
                    prop_assert_eq!(rect.size(), sizes[index]);
                    prop_assert!(all.contains_rect(*rect));
                    let grown = rect.inset(-1.9);
                    prop_assert!(!packing.rects[..index].iter().any(|other| grown.intersects(*other)));
                }
            }
        }
    }
}
