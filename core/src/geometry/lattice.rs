//! A sparse lattice of lines between rectangles, for paths to run along.
//!
//! Lines run only where a path can usefully be: in every strip between the
//! sides of rectangles, at a distance from them where there is room, and along
//! lines that the caller asks for. If any corridor is free, a line is in it.
//! Finding a way is the business of the search.

use super::{Point, Rect};

use crate::sorting;

/// A direction along the lattice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// Toward smaller y.
    Up,
    /// Toward larger x.
    Right,
    /// Toward larger y.
    Down,
    /// Toward smaller x.
    Left,
}

impl Heading {
    /// All four, in the order that decides between equal paths.
    pub(super) const ALL: [Self; 4] = [Self::Right, Self::Left, Self::Down, Self::Up];

    /// The other way.
    pub(super) fn reverse(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Right => Self::Left,
            Self::Down => Self::Up,
            Self::Left => Self::Right,
        }
    }
}

/// Where a path may begin (heading away) or end (heading in), on a border.
#[derive(Debug, Clone, Copy)]
pub(super) struct Port {
    pub(super) at: Point,
    pub(super) outward: Heading,
}

/// Lines with the stretches of them that no rectangle covers.
#[derive(Debug)]
pub(super) struct Lattice {
    xs: Vec<f64>,
    ys: Vec<f64>,
    /// Whether the stretch to the right of a crossing is covered, by rows.
    right_covered: Vec<bool>,
    /// Whether the stretch below a crossing is covered, by rows.
    down_covered: Vec<bool>,
    blocked: Vec<Rect>,
}

/// A crossing of two lines: column and row.
pub(super) type Crossing = (usize, usize);

impl Lattice {
    /// Lines between the rectangles of `blocked`, `clearance` from them where
    /// there is room, and through `through`.
    pub(super) fn new(blocked: &[Rect], through: &[Point], clearance: f64) -> Self {
        let sides = |low: fn(Rect) -> f64, high: fn(Rect) -> f64| {
            blocked
                .iter()
                .flat_map(move |&rect| [low(rect), high(rect)])
                .collect()
        };
        let xs = lines(
            sides(|rect| rect.x, Rect::right),
            through.iter().map(|at| at.x),
            clearance,
        );
        let ys = lines(
            sides(|rect| rect.y, Rect::bottom),
            through.iter().map(|at| at.y),
            clearance,
        );
        let crossings = xs.len() * ys.len();
        let mut lattice = Self {
            xs,
            ys,
            right_covered: vec![false; crossings],
            down_covered: vec![false; crossings],
            blocked: blocked.to_vec(),
        };
        for &rect in blocked {
            lattice.cover(rect);
        }
        lattice
    }

    fn cover(&mut self, rect: Rect) {
        let inside = |lines: &[f64], low: f64, high: f64| {
            lines.partition_point(|&line| line <= low)..lines.partition_point(|&line| line < high)
        };
        // A stretch is covered when any of it is inside, so it may begin before.
        let stretches = |lines: &[f64], low: f64, high: f64| {
            let begin = lines.partition_point(|&line| line <= low).saturating_sub(1);
            begin..lines.partition_point(|&line| line < high)
        };
        let columns = inside(&self.xs, rect.x, rect.right());
        let rows = inside(&self.ys, rect.y, rect.bottom());
        let wide = self.xs.len();
        for row in rows.clone() {
            for column in stretches(&self.xs, rect.x, rect.right()) {
                set(&mut self.right_covered, row * wide + column);
            }
        }
        for row in stretches(&self.ys, rect.y, rect.bottom()) {
            for column in columns.clone() {
                set(&mut self.down_covered, row * wide + column);
            }
        }
    }

    /// The first crossing outward of a port, and how far away it is; `None` when
    /// something covers the port.
    pub(super) fn enter(&self, port: Port) -> Option<(Crossing, f64, Port)> {
        let column = self.xs.partition_point(|&line| line < port.at.x);
        let row = self.ys.partition_point(|&line| line < port.at.y);
        let after = |lines: &[f64], at: f64| lines.partition_point(|&line| line <= at);
        let crossing = match port.outward {
            Heading::Right => (after(&self.xs, port.at.x), row),
            Heading::Left => (column.checked_sub(1)?, row),
            Heading::Down => (column, after(&self.ys, port.at.y)),
            Heading::Up => (column, row.checked_sub(1)?),
        };
        let place = self.place(crossing)?;
        let free = !self
            .blocked
            .iter()
            .any(|rect| rect.is_crossed_by(port.at, place));
        free.then(|| (crossing, place.distance(port.at), port))
    }

    pub(super) fn neighbor(&self, (column, row): Crossing, heading: Heading) -> Option<Crossing> {
        let wide = self.xs.len();
        let (next, covered, stretch) = match heading {
            Heading::Right => ((column + 1, row), &self.right_covered, row * wide + column),
            Heading::Left => {
                let next = (column.checked_sub(1)?, row);
                (next, &self.right_covered, row * wide + next.0)
            }
            Heading::Down => ((column, row + 1), &self.down_covered, row * wide + column),
            Heading::Up => {
                let next = (column, row.checked_sub(1)?);
                (next, &self.down_covered, next.1 * wide + column)
            }
        };
        let free = next.0 < wide && next.1 < self.ys.len() && !*covered.get(stretch)?;
        free.then_some(next)
    }

    /// How many crossings there are, and in each row.
    pub(super) fn extent(&self) -> (usize, usize) {
        (self.xs.len() * self.ys.len(), self.xs.len())
    }

    pub(super) fn place(&self, (column, row): Crossing) -> Option<Point> {
        Some(Point::new(*self.xs.get(column)?, *self.ys.get(row)?))
    }
}

/// Sorted lines: outside, in each strip between two sides, and those asked for.
fn lines(mut sides: Vec<f64>, through: impl Iterator<Item = f64>, clearance: f64) -> Vec<f64> {
    sorting::sort_by(&mut sides, f64::total_cmp);
    sides.dedup();
    let outside = sides.first().map(|side| side - clearance).into_iter();
    let mut lines: Vec<f64> = outside
        .chain(sides.last().map(|side| side + clearance))
        .collect();
    for strip in sides.windows(2) {
        let &[low, high] = strip else { continue };
        if high - low > 2.0 * clearance {
            lines.extend([low + clearance, high - clearance]);
        } else {
            lines.push(f64::midpoint(low, high));
        }
    }
    lines.extend(through);
    sorting::sort_by(&mut lines, f64::total_cmp);
    lines.dedup();
    lines
}

fn set(flags: &mut [bool], index: usize) {
    if let Some(flag) = flags.get_mut(index) {
        *flag = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_distance_where_there_is_room_and_the_middle_where_not() {
        let found = lines(vec![100.0, 0.0, 10.0, 100.0], [5.0, 50.0].into_iter(), 20.0);
        assert_eq!(found, [-20.0, 5.0, 30.0, 50.0, 80.0, 120.0]);
    }
}
