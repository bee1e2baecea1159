//! An orthogonal path from one rectangle to another, around the others.
//!
//! The common case, nothing in the way, is drawn without a search. It does not
//! know other connectors: two may share a line.

use super::lattice::{Heading, Lattice, Port};
use super::{Point, Rect};

use crate::sorting;

/// How far a path stays away from rectangles where there is room.
pub const CLEARANCE: f64 = 16.0;

/// What a bend costs, as length: a longer way with fewer bends reads better.
const BEND: f64 = 60.0;

/// How near a simple path may pass a rectangle before a way around is sought.
const BREATH: f64 = 6.0;

/// Obstacles considered in a search; beyond, those nearest to the simple path.
const MAX_OBSTACLES: usize = 60;

/// A path of horizontal and vertical lines from the middle of a side of `from`
/// to the middle of a side of `to`, without repeated or straight points.
///
/// It crosses neither of the two nor an obstacle while a free way exists;
/// otherwise it goes the simple way, through what it must. Obstacles around or
/// inside one of the two do not count, so containers and contents may be given.
/// When one of the two is inside the other, a straight line joins the inner
/// side with the nearest outer side. Equal input gives equal output.
///
/// Numbers that are infinite or not numbers give the line between the corners.
pub fn connector(from: Rect, to: Rect, obstacles: &[Rect]) -> Vec<Point> {
    if !(from.is_finite() && to.is_finite()) {
        return vec![from.corner(), to.corner()];
    }
    if from == to {
        return around_corner(from, to);
    }
    if to.contains_rect(from) {
        return way_out(from, to);
    }
    if from.contains_rect(to) {
        let mut path = way_out(to, from);
        path.reverse();
        return path;
    }
    if from.intersects(to) {
        return around_corner(from, to);
    }
    let simple = simplified(&simple(from, to));
    let mut near = obstacles_between(from, to, obstacles);
    if !crosses(&simple, near.iter().map(|rect| rect.inset(-BREATH))) {
        return simple;
    }
    keep_nearest(&mut near, &simple);
    near.extend([from, to]);
    let lattice = Lattice::new(&near, &[from.center(), to.center()], CLEARANCE);
    match lattice.path(&ports(from), &ports(to), BEND) {
        Some(path) => simplified(&path),
        None => simple,
    }
}

/// The middle of each side.
fn ports(rect: Rect) -> [Port; 4] {
    Heading::ALL.map(|outward| {
        let middle = rect.center();
        let at = match outward {
            Heading::Up => Point::new(middle.x, rect.y),
            Heading::Right => Point::new(rect.right(), middle.y),
            Heading::Down => Point::new(middle.x, rect.bottom()),
            Heading::Left => Point::new(rect.x, middle.y),
        };
        Port { at, outward }
    })
}

/// Two bends at most, between the sides that face each other most clearly.
fn simple(from: Rect, to: Rect) -> Vec<Point> {
    let (start, end) = (from.center(), to.center());
    let across = (to.x - from.right()).max(from.x - to.right());
    let down = (to.y - from.bottom()).max(from.y - to.bottom());
    if across >= down {
        let (start_x, end_x) = if from.x < to.x {
            (from.right(), to.x)
        } else {
            (from.x, to.right())
        };
        let middle = f64::midpoint(start_x, end_x);
        vec![
            Point::new(start_x, start.y),
            Point::new(middle, start.y),
            Point::new(middle, end.y),
            Point::new(end_x, end.y),
        ]
    } else {
        let (start_y, end_y) = if from.y < to.y {
            (from.bottom(), to.y)
        } else {
            (from.y, to.bottom())
        };
        let middle = f64::midpoint(start_y, end_y);
        vec![
            Point::new(start.x, start_y),
            Point::new(start.x, middle),
            Point::new(end.x, middle),
            Point::new(end.x, end_y),
        ]
    }
}

/// From the right of one, around the upper right corner, to the top of the
/// other: for a rectangle and itself, and for two that overlap.
fn around_corner(from: Rect, to: Rect) -> Vec<Point> {
    let (start, end) = (from.center(), to.center());
    let right = from.right().max(to.right()) + CLEARANCE;
    let top = from.y.min(to.y) - CLEARANCE;
    simplified(&[
        Point::new(from.right(), start.y),
        Point::new(right, start.y),
        Point::new(right, top),
        Point::new(end.x, top),
        Point::new(end.x, to.y),
    ])
}

/// From a side of the inner rectangle straight to the nearest outer side.
fn way_out(inner: Rect, outer: Rect) -> Vec<Point> {
    let ways = ports(inner).map(|Port { at, outward }| {
        let end = match outward {
            Heading::Up => Point::new(at.x, outer.y),
            Heading::Right => Point::new(outer.right(), at.y),
            Heading::Down => Point::new(at.x, outer.bottom()),
            Heading::Left => Point::new(outer.x, at.y),
        };
        [at, end]
    });
    let length = |way: &[Point; 2]| way[0].distance(way[1]);
    // Ports come in a fixed order, and the first of equal ways is kept.
    let shortest = ways.iter().min_by(|a, b| length(a).total_cmp(&length(b)));
    shortest.map_or_else(Vec::new, |way| way.to_vec())
}

fn obstacles_between(from: Rect, to: Rect, obstacles: &[Rect]) -> Vec<Rect> {
    let belongs =
        |obstacle: Rect, end: Rect| obstacle.contains_rect(end) || end.contains_rect(obstacle);
    obstacles
        .iter()
        .copied()
        .filter(|&obstacle| obstacle.is_finite() && obstacle.w > 0.0 && obstacle.h > 0.0)
        .filter(|&obstacle| !belongs(obstacle, from) && !belongs(obstacle, to))
        .collect()
}

/// Drops all but the obstacles nearest to the path; the order stays.
fn keep_nearest(obstacles: &mut Vec<Rect>, path: &[Point]) {
    if obstacles.len() <= MAX_OBSTACLES {
        return;
    }
    let distance = |rect: &Rect| {
        segments(path)
            .map(|segment| segment.distance(*rect))
            .fold(f64::INFINITY, f64::min)
    };
    let mut by_distance: Vec<(f64, Rect)> = obstacles
        .iter()
        .map(|rect| (distance(rect), *rect))
        .collect();
    sorting::sort_by(&mut by_distance, |a, b| a.0.total_cmp(&b.0));
    by_distance.truncate(MAX_OBSTACLES);
    *obstacles = by_distance.into_iter().map(|(_, rect)| rect).collect();
}

/// The lines of a path as rectangles without width or height.
fn segments(path: &[Point]) -> impl Iterator<Item = Rect> {
    path.windows(2)
        .filter_map(|line| Some(Rect::between(*line.first()?, *line.last()?)))
}

fn crosses(path: &[Point], mut obstacles: impl Iterator<Item = Rect>) -> bool {
    let crossed = |rect: Rect| {
        path.windows(2)
            .any(|line| matches!(*line, [from, to] if rect.is_crossed_by(from, to)))
    };
    obstacles.any(crossed)
}

/// The same path without repeated points and points on a straight line.
fn simplified(path: &[Point]) -> Vec<Point> {
    let mut corners: Vec<Point> = Vec::with_capacity(path.len());
    for &point in path {
        if corners.last() == Some(&point) {
            continue;
        }
        if let [.., before, last] = corners.as_slice() {
            let straight =
                |a: f64, b: f64, c: f64| a.to_bits() == b.to_bits() && b.to_bits() == c.to_bits();
            if straight(before.x, last.x, point.x) || straight(before.y, last.y, point.y) {
                corners.pop();
            }
        }
        corners.push(point);
    }
    corners
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FROM: Rect = Rect::new(0.0, 0.0, 100.0, 60.0);
    const TO: Rect = Rect::new(300.0, 100.0, 100.0, 60.0);

    fn points(path: &[Point]) -> Vec<(f64, f64)> {
        path.iter().map(|point| (point.x, point.y)).collect()
    }

    #[test]
    fn with_nothing_in_the_way_it_bends_twice_between_facing_sides() {
        let path = connector(FROM, TO, &[]);
        assert_eq!(
            points(&path),
            [(100.0, 30.0), (200.0, 30.0), (200.0, 130.0), (300.0, 130.0)]
        );
        let level = Rect::new(300.0, 0.0, 100.0, 60.0);
        assert_eq!(
            points(&connector(FROM, level, &[])),
            [(100.0, 30.0), (300.0, 30.0)]
        );
        let below = Rect::new(0.0, 200.0, 100.0, 60.0);
        assert_eq!(
            points(&connector(below, FROM, &[])),
            [(50.0, 200.0), (50.0, 60.0)]
        );
    }

    #[test]
    fn an_obstacle_between_is_passed_at_a_distance() {
        let level = Rect::new(300.0, 0.0, 100.0, 60.0);
        let wall = Rect::new(180.0, -20.0, 40.0, 300.0);
        let path = connector(FROM, level, &[wall]);
        assert!(
            !crosses(&path, [wall.inset(1.0 - CLEARANCE)].into_iter()),
            "{path:?}"
        );
        assert!(path.len() <= 6, "{path:?}");
    }

    #[test]
    fn with_three_sides_covered_it_leaves_by_the_fourth_and_around_itself() {
        let covers = [
            Rect::new(40.0, -10.0, 20.0, 20.0),
            Rect::new(40.0, 50.0, 20.0, 20.0),
            Rect::new(90.0, 20.0, 20.0, 20.0),
        ];
        let path = connector(FROM, TO, &covers);
        assert_eq!(path.first(), Some(&Point::new(0.0, 30.0)));
        assert!(
            !crosses(&path, covers.into_iter().chain([FROM, TO])),
            "{path:?}"
        );
    }

    #[test]
    fn a_container_around_both_is_no_obstacle() {
        let around = Rect::new(-50.0, -50.0, 600.0, 400.0);
        let inside = Rect::new(20.0, 20.0, 10.0, 10.0);
        assert_eq!(
            connector(FROM, TO, &[around, inside, FROM, TO]),
            connector(FROM, TO, &[])
        );
    }

    #[test]
    fn from_inside_to_outside_it_goes_straight_to_the_nearest_side() {
        let inner = Rect::new(20.0, 25.0, 20.0, 20.0);
        assert_eq!(
            points(&connector(inner, FROM, &[])),
            [(30.0, 45.0), (30.0, 60.0)]
        );
        assert_eq!(
            points(&connector(FROM, inner, &[])),
            [(30.0, 60.0), (30.0, 45.0)]
        );
    }

    #[test]
    fn a_rectangle_is_joined_with_itself_by_a_loop() {
        let path = connector(FROM, FROM, &[]);
        assert_eq!(
            points(&path),
            [
                (100.0, 30.0),
                (116.0, 30.0),
                (116.0, -16.0),
                (50.0, -16.0),
                (50.0, 0.0)
            ]
        );
    }

    #[test]
    fn walled_in_it_goes_the_simple_way() {
        let walls = [
            Rect::new(250.0, 50.0, 20.0, 200.0),
            Rect::new(430.0, 50.0, 20.0, 200.0),
            Rect::new(250.0, 50.0, 200.0, 20.0),
            Rect::new(250.0, 230.0, 200.0, 20.0),
        ];
        assert_eq!(connector(FROM, TO, &walls), connector(FROM, TO, &[]));
    }

    #[test]
    fn numbers_that_are_none_give_some_path() {
        let odd = Rect::new(f64::NAN, 0.0, f64::INFINITY, 1.0);
        assert_eq!(connector(FROM, odd, &[]).len(), 2);
        assert_eq!(connector(FROM, TO, &[odd]), connector(FROM, TO, &[]));
    }

    #[test]
    fn hundreds_of_obstacles_are_passed_as_well() {
        let grid = |index: u32| {
            let (column, row) = (f64::from(index % 30), f64::from(index / 30));
            Rect::new(column * 140.0, row * 100.0, 100.0, 60.0)
        };
        let all: Vec<Rect> = (0..600).map(grid).collect();
        let path = connector(all[31], all[345], &all);
        assert!(!crosses(&path, all.iter().copied()), "{path:?}");
        assert!(path.len() <= 6, "{path:?}");
    }

    /// Exactly, since a line a hair off shows as a blurred one.
    fn same(a: f64, b: f64) -> bool {
        (a - b).abs() <= 0.0
    }

    fn is_orthogonal(path: &[Point]) -> bool {
        path.windows(2)
            .all(|line| same(line[0].x, line[1].x) != same(line[0].y, line[1].y))
    }

    fn on_border(rect: Rect, point: Point) -> bool {
        rect.contains(point)
            && (same(point.x, rect.x)
                || same(point.x, rect.right())
                || same(point.y, rect.y)
                || same(point.y, rect.bottom()))
    }

    /// Rectangles in cells of their own: between any two is a free corridor.
    fn apart() -> impl Strategy<Value = Vec<Rect>> {
        let rect = (0.0..40.0, 0.0..40.0, 5.0..50.0, 5.0..50.0);
        let rects = proptest::collection::vec(rect, 2..30).prop_map(|raw| {
            let cells = (0_u32..).map(|cell| (f64::from(cell % 5), f64::from(cell / 5)));
            let place = |((column, row), (x, y, w, h))| {
                Rect::new(column * 100.0 + x, row * 100.0 + y, w, h)
            };
            cells.zip(raw).map(place).collect::<Vec<_>>()
        });
        rects.prop_shuffle()
    }

    fn anywhere() -> impl Strategy<Value = Rect> {
        (-100.0..100.0, -100.0..100.0, 0.0..80.0, 0.0..80.0)
            .prop_map(|(x, y, w, h)| Rect::new(x, y, w, h))
    }

    proptest! {
        #[test]
        fn where_a_corridor_is_free_nothing_is_crossed(rects in apart()) {
            let path = connector(rects[0], rects[1], &rects);
            prop_assert!(is_orthogonal(&path), "{:?}", path);
            prop_assert!(on_border(rects[0], path[0]) && on_border(rects[1], path[path.len() - 1]));
            prop_assert!(!crosses(&path, rects.iter().copied()), "{:?}", path);
            prop_assert_eq!(connector(rects[0], rects[1], &rects), path);
        }

        #[test]
        fn whatever_overlaps_there_is_an_orthogonal_path_between_the_borders(
            from in anywhere(), to in anywhere(), obstacles in proptest::collection::vec(anywhere(), 0..8),
        ) {
            let path = connector(from, to, &obstacles);
            prop_assert!(is_orthogonal(&path), "{:?}", path);
            prop_assert!(on_border(from, path[0]) && on_border(to, path[path.len() - 1]), "{:?}", path);
        }
    }
}
