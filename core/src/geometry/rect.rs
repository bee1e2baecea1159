//! Rectangles whose sides are horizontal and vertical.

use super::{Point, Size, Vector};

/// A rectangle from its upper left corner.
///
/// Width and height are meant to be positive or zero; [`Rect::between`] makes
/// such a rectangle of any two corners.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// The left side.
    pub x: f64,
    /// The upper side.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Rect {
    /// The rectangle with that upper left corner, width and height.
    pub const fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Self { x, y, w, h }
    }

    /// The rectangle with that upper left corner and size.
    pub const fn at(corner: Point, size: Size) -> Self {
        Self::new(corner.x, corner.y, size.w, size.h)
    }

    /// The rectangle with these two opposite corners, whichever they are.
    pub fn between(a: Point, b: Point) -> Self {
        Self::new(
            a.x.min(b.x),
            a.y.min(b.y),
            (b.x - a.x).abs(),
            (b.y - a.y).abs(),
        )
    }

    /// The smallest rectangle around all; `None` around nothing.
    pub fn bounding(rects: impl IntoIterator<Item = Self>) -> Option<Self> {
        rects.into_iter().reduce(Self::union)
    }

    /// The right side.
    pub fn right(self) -> f64 {
        self.x + self.w
    }

    /// The lower side.
    pub fn bottom(self) -> f64 {
        self.y + self.h
    }

    /// The upper left corner.
    pub const fn corner(self) -> Point {
        Point::new(self.x, self.y)
    }

    /// Width and height.
    pub const fn size(self) -> Size {
        Size::new(self.w, self.h)
    }

    /// The middle.
    pub fn center(self) -> Point {
        Point::new(self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// Width times height.
    pub fn area(self) -> f64 {
        self.w * self.h
    }

    /// Whether the place is inside or on a side.
    pub fn contains(self, point: Point) -> bool {
        (self.x..=self.right()).contains(&point.x) && (self.y..=self.bottom()).contains(&point.y)
    }

    /// Whether all of `other` is inside; sides may touch.
    pub fn contains_rect(self, other: Self) -> bool {
        self.contains(other.corner()) && self.contains(Point::new(other.right(), other.bottom()))
    }

    /// Whether they share more than a side or a corner.
    pub fn intersects(self, other: Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Whether a horizontal or vertical line passes through the inside; along a
    /// side it does not.
    ///
    /// The ends are compared as they are: as a rectangle without width, rounding
    /// of its far side could put a line that ends on a side inside.
    pub fn is_crossed_by(self, from: Point, to: Point) -> bool {
        self.x < from.x.max(to.x)
            && from.x.min(to.x) < self.right()
            && self.y < from.y.max(to.y)
            && from.y.min(to.y) < self.bottom()
    }

    /// What both cover; `None` when they share no more than a side.
    pub fn intersection(self, other: Self) -> Option<Self> {
        self.intersects(other).then(|| {
            Self::between(
                Point::new(self.x.max(other.x), self.y.max(other.y)),
                Point::new(
                    self.right().min(other.right()),
                    self.bottom().min(other.bottom()),
                ),
            )
        })
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self::between(
            Point::new(self.x.min(other.x), self.y.min(other.y)),
            Point::new(
                self.right().max(other.right()),
                self.bottom().max(other.bottom()),
            ),
        )
    }

    /// Each side moved inward by `by` (outward when negative). A rectangle too
    /// small for it shrinks to its middle.
    #[must_use]
    pub fn inset(self, by: f64) -> Self {
        let horizontal = by.min(self.w / 2.0);
        let vertical = by.min(self.h / 2.0);
        Self::new(
            self.x + horizontal,
            self.y + vertical,
            self.w - 2.0 * horizontal,
            self.h - 2.0 * vertical,
        )
    }

    /// The same rectangle elsewhere.
    #[must_use]
    pub fn translate(self, by: Vector) -> Self {
        Self::at(self.corner() + by, self.size())
    }

    /// The length of the shortest line between them, 0 when they touch.
    pub fn distance(self, other: Self) -> f64 {
        let horizontal = (other.x - self.right())
            .max(self.x - other.right())
            .max(0.0);
        let vertical = (other.y - self.bottom())
            .max(self.y - other.bottom())
            .max(0.0);
        horizontal.hypot(vertical)
    }

    /// Whether all four numbers are ordinary ones.
    pub fn is_finite(self) -> bool {
        [self.x, self.y, self.w, self.h]
            .into_iter()
            .all(f64::is_finite)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Rect = Rect::new(0.0, 0.0, 10.0, 20.0);

    #[test]
    fn corners_in_any_order_make_the_same_rectangle() {
        let (a, b) = (Point::new(10.0, 0.0), Point::new(0.0, 20.0));
        assert_eq!(Rect::between(a, b), UNIT);
        assert_eq!(Rect::between(b, a), UNIT);
    }

    #[test]
    fn sides_belong_to_a_rectangle_but_touching_is_not_intersecting() {
        assert!(UNIT.contains(Point::new(10.0, 20.0)));
        assert!(!UNIT.contains(Point::new(10.1, 20.0)));
        let neighbor = UNIT.translate(Vector::new(10.0, 0.0));
        assert!(!UNIT.intersects(neighbor));
        assert_eq!(UNIT.intersection(neighbor), None);
        let half = UNIT.translate(Vector::new(5.0, 0.0));
        assert_eq!(
            UNIT.intersection(half),
            Some(Rect::new(5.0, 0.0, 5.0, 20.0))
        );
        assert!(UNIT.contains_rect(UNIT) && !UNIT.contains_rect(half));
    }

    #[test]
    fn a_line_along_a_side_or_ending_on_it_does_not_cross() {
        let crosses = |a, b, c, d| UNIT.is_crossed_by(Point::new(a, b), Point::new(c, d));
        assert!(crosses(5.0, -5.0, 5.0, 25.0) && crosses(15.0, 1.0, 9.0, 1.0));
        assert!(!crosses(0.0, -5.0, 0.0, 25.0) && !crosses(5.0, -5.0, 5.0, 0.0));
        assert!(!crosses(10.0, 3.0, 15.0, 3.0));
    }

    #[test]
    fn the_bounding_rectangle_holds_all_and_nothing_has_none() {
        let other = Rect::new(-5.0, 30.0, 1.0, 1.0);
        let around = Rect::bounding([UNIT, other]).unwrap();
        assert_eq!(around, Rect::new(-5.0, 0.0, 15.0, 31.0));
        assert!(around.contains_rect(UNIT) && around.contains_rect(other));
        assert_eq!(Rect::bounding([]), None);
    }

    #[test]
    fn an_inset_larger_than_the_rectangle_leaves_its_middle() {
        assert_eq!(UNIT.inset(2.0), Rect::new(2.0, 2.0, 6.0, 16.0));
        assert_eq!(UNIT.inset(-1.0), Rect::new(-1.0, -1.0, 12.0, 22.0));
        assert_eq!(UNIT.inset(7.0), Rect::new(5.0, 7.0, 0.0, 6.0));
        assert_eq!(UNIT.inset(7.0).center(), UNIT.center());
    }

    #[test]
    fn distance_is_measured_between_the_nearest_places() {
        assert!((UNIT.distance(Rect::new(13.0, 24.0, 1.0, 1.0)) - 5.0).abs() < 1e-12);
        assert!((UNIT.distance(Rect::new(0.0, 25.0, 1.0, 1.0)) - 5.0).abs() < 1e-12);
        assert!(UNIT.distance(UNIT.inset(3.0)).abs() < 1e-12);
    }
}
