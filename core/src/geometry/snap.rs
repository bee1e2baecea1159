//! Snapping: to a grid, and to the sides and middles of other rectangles.
//!
//! It proposes; whether to follow, and for which key held, is the tool's choice.

use super::{Point, Rect, Vector};

/// The multiple of `step` nearest to `value`; `value` itself when the step is
/// not a positive number.
pub fn snap_to_grid(value: f64, step: f64) -> f64 {
    let snapped = (value / step).round() * step;
    if step > 0.0 && snapped.is_finite() {
        snapped
    } else {
        value
    }
}

/// [`snap_to_grid`] for both numbers of a place.
pub fn snap_point_to_grid(point: Point, step: f64) -> Point {
    Point::new(snap_to_grid(point.x, step), snap_to_grid(point.y, step))
}

/// Which number of a place a guide line fixes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// A vertical line: all its places have the same x.
    X,
    /// A horizontal line: all its places have the same y.
    Y,
}

/// A line on which the moved rectangle and at least one other agree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Guide {
    /// Which number is fixed.
    pub axis: Axis,
    /// The fixed number.
    pub at: f64,
    /// Where the line begins, on the other axis.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

/// How to move a rectangle so that it lines up with others, and why.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Alignment {
    /// What to add to the rectangle's place.
    pub delta: Vector,
    /// The lines to show once it is there: vertical ones first, each from the
    /// first to the last of the rectangles on it.
    pub guides: Vec<Guide>,
}

/// Lines up a moving rectangle with the sides and middles of others that are
/// at most `tolerance` away, independently in x and y. The smallest movement
/// wins; of equal ones, the one to the rectangle that comes first.
pub fn align(moving: Rect, others: &[Rect], tolerance: f64) -> Alignment {
    let x = nearest(Axis::X, moving, others, tolerance);
    let y = nearest(Axis::Y, moving, others, tolerance);
    let delta = Vector::new(x.unwrap_or(0.0), y.unwrap_or(0.0));
    let moved = moving.translate(delta);
    let mut guides = Vec::new();
    if x.is_some() {
        guides.extend(guides_of(Axis::X, moved, others));
    }
    if y.is_some() {
        guides.extend(guides_of(Axis::Y, moved, others));
    }
    Alignment { delta, guides }
}

/// How far apart two lines may be drawn and still be one: less than anyone
/// sees, more than rounding makes.
const SAME: f64 = 1e-6;

/// First side, middle, last side.
fn lines(axis: Axis, rect: Rect) -> [f64; 3] {
    match axis {
        Axis::X => [rect.x, rect.center().x, rect.right()],
        Axis::Y => [rect.y, rect.center().y, rect.bottom()],
    }
}

fn nearest(axis: Axis, moving: Rect, others: &[Rect], tolerance: f64) -> Option<f64> {
    let own = lines(axis, moving);
    others
        .iter()
        .flat_map(|&other| lines(axis, other))
        .flat_map(|line| own.map(|from| line - from))
        .filter(|delta| delta.abs() <= tolerance)
        .min_by(|a, b| a.abs().total_cmp(&b.abs()))
}

fn guides_of(axis: Axis, moved: Rect, others: &[Rect]) -> Vec<Guide> {
    let mut guides: Vec<Guide> = Vec::new();
    for at in lines(axis, moved) {
        let on_it = |other: &&Rect| {
            lines(axis, **other)
                .iter()
                .any(|line| (line - at).abs() < SAME)
        };
        let Some(others) = Rect::bounding(others.iter().filter(on_it).copied()) else {
            continue;
        };
        let all = others.union(moved);
        let (from, to) = match axis {
            Axis::X => (all.y, all.bottom()),
            Axis::Y => (all.x, all.right()),
        };
        // A rectangle without width has three lines in one place.
        if guides.iter().all(|guide| (guide.at - at).abs() >= SAME) {
            guides.push(Guide { axis, at, from, to });
        }
    }
    guides
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FIXED: Rect = Rect::new(100.0, 100.0, 50.0, 50.0);

    #[test]
    fn the_grid_rounds_to_the_nearest_line_and_a_useless_step_changes_nothing() {
        let same = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} is not {b}");
        same(snap_to_grid(11.9, 8.0), 8.0);
        same(snap_to_grid(12.1, 8.0), 16.0);
        same(snap_to_grid(-5.0, 8.0), -8.0);
        for step in [0.0, -8.0, f64::NAN] {
            same(snap_to_grid(11.9, step), 11.9);
        }
    }

    #[test]
    fn left_sides_line_up_and_the_guide_spans_both() {
        let found = align(Rect::new(103.0, 300.0, 10.0, 20.0), &[FIXED], 5.0);
        assert_eq!(found.delta, Vector::new(-3.0, 0.0));
        let guide = Guide {
            axis: Axis::X,
            at: 100.0,
            from: 100.0,
            to: 320.0,
        };
        assert_eq!(found.guides, [guide]);
    }

    #[test]
    fn equal_rectangles_line_up_by_both_sides_and_the_middle() {
        let found = align(Rect::new(98.0, 300.0, 50.0, 50.0), &[FIXED], 5.0);
        let at: Vec<f64> = found.guides.iter().map(|guide| guide.at).collect();
        assert_eq!(at, [100.0, 125.0, 150.0]);
    }

    #[test]
    fn nothing_near_means_no_movement_and_no_guides() {
        let found = align(Rect::new(300.0, 300.0, 20.0, 20.0), &[FIXED], 5.0);
        assert_eq!(found, Alignment::default());
    }

    #[test]
    fn the_smallest_movement_wins() {
        let others = [FIXED, Rect::new(106.0, 500.0, 50.0, 50.0)];
        let found = align(Rect::new(104.0, 300.0, 200.0, 7.0), &others, 5.0);
        assert_eq!(found.delta, Vector::new(2.0, 0.0));
    }

    fn rect() -> impl Strategy<Value = Rect> {
        (-50.0..50.0, -50.0..50.0, 0.0..40.0, 0.0..40.0)
            .prop_map(|(x, y, w, h)| Rect::new(x, y, w, h))
    }

    proptest! {
        #[test]
        fn snapping_twice_is_snapping_once(value in -1e6..1e6, step in 0.1..100.0) {
            let once = snap_to_grid(value, step);
            prop_assert!((once - value).abs() <= step / 2.0 + 1e-6);
            prop_assert_eq!(snap_to_grid(once, step).to_bits(), once.to_bits());
        }

        #[test]
        fn what_is_aligned_stays_where_it_is(
            moving in rect(), others in proptest::collection::vec(rect(), 0..6),
        ) {
            let first = align(moving, &others, 6.0);
            prop_assert!(first.delta.x.abs() <= 6.0 && first.delta.y.abs() <= 6.0);
            let second = align(moving.translate(first.delta), &others, 6.0);
            prop_assert!(second.delta.length() < SAME);
            prop_assert_eq!(first.guides.len(), second.guides.len());
        }
    }
}
