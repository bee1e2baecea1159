//! Drawing a path of straight lines, and finding out whether it was hit.

use std::fmt::Write;

use super::Point;

/// The `d` attribute of an SVG path along `points`, with corners rounded by at
/// most `corner_radius`, less where a line is too short. Empty for no points.
///
/// Numbers are rounded to hundredths, which no screen shows.
pub fn path_data(points: &[Point], corner_radius: f64) -> String {
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
        return String::new();
    };
    let mut path = String::new();
    command(&mut path, 'M', &[first]);
    for corner in points.windows(3) {
        let &[before, at, after] = corner else {
            continue;
        };
        // Half a line is what each of its two corners may use.
        let room = before.distance(at).min(at.distance(after)) / 2.0;
        let radius = corner_radius.min(room);
        if radius > 0.0 && !is_straight(before, at, after) {
            command(&mut path, 'L', &[toward(at, before, radius)]);
            command(&mut path, 'Q', &[at, toward(at, after, radius)]);
        } else {
            command(&mut path, 'L', &[at]);
        }
    }
    if points.len() > 1 {
        command(&mut path, 'L', &[last]);
    }
    path
}

/// How far a place is from the nearest place of the path; infinite for a path
/// without points.
pub fn distance_to_polyline(point: Point, path: &[Point]) -> f64 {
    let only_point = path
        .first()
        .map_or(f64::INFINITY, |&only| only.distance(point));
    path.windows(2)
        .filter_map(|line| {
            let &[from, to] = line else { return None };
            let along = to - from;
            let length = along.length();
            if length == 0.0 {
                return Some(from.distance(point));
            }
            let way = point - from;
            let part = (way.x * along.x + way.y * along.y) / (length * length);
            Some((from + along * part.clamp(0.0, 1.0)).distance(point))
        })
        .fold(only_point, f64::min)
}

/// The place at `part` of the path's length, 0 its beginning and 1 its end (for
/// a label at 0.5); `None` for a path without points.
pub fn point_along(path: &[Point], part: f64) -> Option<Point> {
    let lines = || {
        path.windows(2)
            .filter_map(|line| Some((*line.first()?, *line.last()?)))
    };
    let whole: f64 = lines().map(|(from, to)| from.distance(to)).sum();
    let mut left = whole * part.clamp(0.0, 1.0);
    for (from, to) in lines() {
        let length = from.distance(to);
        if left <= length && length > 0.0 {
            return Some(from + (to - from) * (left / length));
        }
        left -= length;
    }
    path.last().copied()
}

fn is_straight(before: Point, at: Point, after: Point) -> bool {
    let (first, second) = (at - before, after - at);
    (first.x * second.y - first.y * second.x).abs() < 1e-9
}

/// The place `by` away from `from` on the way to `to`.
fn toward(from: Point, to: Point, by: f64) -> Point {
    from + (to - from) * (by / from.distance(to))
}

fn command(path: &mut String, letter: char, points: &[Point]) {
    if !path.is_empty() {
        path.push(' ');
    }
    path.push(letter);
    for (index, point) in points.iter().enumerate() {
        let gap = if index == 0 { "" } else { " " };
        // Writing to a string cannot fail.
        let _ = write!(path, "{gap}{} {}", hundredths(point.x), hundredths(point.y));
    }
}

fn hundredths(value: f64) -> f64 {
    // Adding zero makes an ordinary zero of a negative one.
    (value * 100.0).round() / 100.0 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const CORNER: [Point; 3] = [
        Point::new(0.0, 0.0),
        Point::new(10.0, 0.0),
        Point::new(10.0, 40.0),
    ];

    #[test]
    fn corners_are_rounded_by_no_more_than_half_a_line() {
        assert_eq!(path_data(&CORNER, 4.0), "M0 0 L6 0 Q10 0 10 4 L10 40");
        assert_eq!(path_data(&CORNER, 100.0), "M0 0 L5 0 Q10 0 10 5 L10 40");
        assert_eq!(path_data(&CORNER, 0.0), "M0 0 L10 0 L10 40");
    }

    #[test]
    fn numbers_are_short_and_straight_lines_stay_straight() {
        let line = [
            Point::new(-0.001, 1.0 / 3.0),
            Point::new(5.0, 1.0 / 3.0),
            Point::new(9.5, 1.0 / 3.0),
        ];
        assert_eq!(path_data(&line, 8.0), "M0 0.33 L5 0.33 L9.5 0.33");
    }

    #[test]
    fn paths_of_one_point_or_none_are_drawn_as_such() {
        assert_eq!(path_data(&[], 4.0), "");
        assert_eq!(path_data(&[Point::new(1.0, 2.0)], 4.0), "M1 2");
        assert!(distance_to_polyline(Point::default(), &[]).is_infinite());
        assert_eq!(point_along(&[], 0.5), None);
    }

    #[test]
    fn distance_is_to_the_nearest_line_and_not_to_its_extension() {
        let distance = |x, y| distance_to_polyline(Point::new(x, y), &CORNER);
        assert!((distance(5.0, 3.0) - 3.0).abs() < 1e-12);
        assert!((distance(13.0, 20.0) - 3.0).abs() < 1e-12);
        assert!((distance(-3.0, 4.0) - 5.0).abs() < 1e-12);
        let dot = [Point::new(1.0, 1.0), Point::new(1.0, 1.0)];
        assert!((distance_to_polyline(Point::new(4.0, 5.0), &dot) - 5.0).abs() < 1e-12);
    }

    #[test]
    fn the_middle_of_a_path_is_the_middle_of_its_length() {
        assert_eq!(point_along(&CORNER, 0.0), Some(CORNER[0]));
        assert_eq!(point_along(&CORNER, 0.5), Some(Point::new(10.0, 15.0)));
        assert_eq!(point_along(&CORNER, 7.0), Some(CORNER[2]));
    }
}
