//! The cheapest way along a [`Lattice`]: A* over crossings and headings, since
//! a bend has its price.
//!
//! It does not know where the lines of the lattice come from.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::Point;
use super::lattice::{Crossing, Heading, Lattice, Port};

impl Lattice {
    /// The cheapest path from one of `from` to one of `to`, in length plus
    /// `bend` for each bend; `None` when there is no free way.
    pub(super) fn path(&self, from: &[Port], to: &[Port], bend: f64) -> Option<Vec<Point>> {
        let goals: Vec<(Crossing, f64, Port)> =
            to.iter().filter_map(|&port| self.enter(port)).collect();
        let ahead = |at: Point| {
            let ways = goals
                .iter()
                .map(|(_, _, port)| (port.at.x - at.x).abs() + (port.at.y - at.y).abs());
            ways.fold(f64::INFINITY, f64::min)
        };
        let states = self.extent().0 * 4;
        let mut best = vec![f64::INFINITY; states + 1];
        let mut came_from = vec![None; states + 1];
        let mut queue = BinaryHeap::new();
        for &port in from {
            let Some((crossing, length, _)) = self.enter(port) else {
                continue;
            };
            let state = self.state(crossing, port.outward);
            if best.get(state).is_some_and(|&known| length < known) {
                *best.get_mut(state)? = length;
                *came_from.get_mut(state)? = Some(Step::Port(port.at));
                queue.push(Reverse(Entry {
                    estimate: length + ahead(self.place(crossing)?),
                    cost: length,
                    state,
                }));
            }
        }
        // One more state than the lattice has: arrived.
        while let Some(Reverse(Entry { cost, state, .. })) = queue.pop() {
            if state == states {
                return self.walk_back(&came_from, states);
            }
            if best.get(state).is_none_or(|&known| cost > known) {
                continue;
            }
            let (crossing, heading) = self.crossing(state);
            let here = self.place(crossing)?;
            let mut reach = |next: usize, cost: f64, estimate: f64, step: Step| {
                if let (Some(known), Some(origin)) = (best.get_mut(next), came_from.get_mut(next))
                    && cost < *known
                {
                    *known = cost;
                    *origin = Some(step);
                    queue.push(Reverse(Entry {
                        estimate,
                        cost,
                        state: next,
                    }));
                }
            };
            let turn = |next: Heading| if next == heading { 0.0 } else { bend };
            for (_, length, port) in goals.iter().filter(|goal| goal.0 == crossing) {
                let inward = port.outward.reverse();
                if inward != heading.reverse() {
                    let cost = cost + length + turn(inward);
                    reach(
                        states,
                        cost,
                        cost,
                        Step::Arrival {
                            state,
                            port: port.at,
                        },
                    );
                }
            }
            for next in Heading::ALL
                .into_iter()
                .filter(|&next| next != heading.reverse())
            {
                let Some(neighbor) = self.neighbor(crossing, next) else {
                    continue;
                };
                let there = self.place(neighbor)?;
                let cost = cost + here.distance(there) + turn(next);
                reach(
                    self.state(neighbor, next),
                    cost,
                    cost + ahead(there),
                    Step::State(state),
                );
            }
        }
        None
    }

    fn state(&self, (column, row): Crossing, heading: Heading) -> usize {
        (row * self.extent().1 + column) * 4 + heading as usize
    }

    fn crossing(&self, state: usize) -> (Crossing, Heading) {
        let heading = match state % 4 {
            0 => Heading::Up,
            1 => Heading::Right,
            2 => Heading::Down,
            _ => Heading::Left,
        };
        let crossing = state / 4;
        (
            (crossing % self.extent().1, crossing / self.extent().1),
            heading,
        )
    }

    fn walk_back(&self, came_from: &[Option<Step>], arrived: usize) -> Option<Vec<Point>> {
        let mut path = Vec::new();
        let mut state = arrived;
        loop {
            if state != arrived {
                path.push(self.place(self.crossing(state).0)?);
            }
            match (*came_from.get(state)?)? {
                Step::State(before) => state = before,
                Step::Arrival {
                    state: before,
                    port,
                } => {
                    path.push(port);
                    state = before;
                }
                Step::Port(port) => {
                    path.push(port);
                    path.reverse();
                    return Some(path);
                }
            }
        }
    }
}

/// How a state was reached.
#[derive(Debug, Clone, Copy)]
enum Step {
    Port(Point),
    State(usize),
    Arrival { state: usize, port: Point },
}

/// A place in the queue: the cheapest estimate first, then the lowest state,
/// so that equal paths are always decided in the same way.
#[derive(Debug)]
struct Entry {
    estimate: f64,
    cost: f64,
    state: usize,
}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> Ordering {
        self.estimate
            .total_cmp(&other.estimate)
            .then(self.state.cmp(&other.state))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Entry {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Rect;

    #[test]
    fn there_is_no_path_from_a_covered_port_or_to_a_walled_place() {
        let goal = Rect::new(200.0, 0.0, 10.0, 10.0);
        let from = Port {
            at: Point::new(7.0, 5.0),
            outward: Heading::Right,
        };
        let to = Port {
            at: Point::new(200.0, 5.0),
            outward: Heading::Left,
        };
        let through = [Point::new(-5.0, 5.0), goal.center()];
        let path =
            |blocked: &[Rect]| Lattice::new(blocked, &through, 16.0).path(&[from], &[to], 50.0);
        assert!(path(&[goal]).is_some());
        assert_eq!(path(&[goal, Rect::new(-1.0, 0.0, 9.0, 9.0)]), None);
        let walls = [
            Rect::new(150.0, -50.0, 20.0, 110.0),
            Rect::new(240.0, -50.0, 20.0, 110.0),
            Rect::new(150.0, -50.0, 110.0, 20.0),
            Rect::new(150.0, 40.0, 110.0, 20.0),
            goal,
        ];
        assert_eq!(path(&walls), None);
        // One wall fewer, and there is a way in.
        assert!(path(&walls[1..]).is_some());
    }
    #[test]
    fn a_longer_way_without_bends_is_cheaper_than_a_short_one_with_four() {
        let right = |x, y| Port {
            at: Point::new(x, y),
            outward: Heading::Right,
        };
        let left = |x, y| Port {
            at: Point::new(x, y),
            outward: Heading::Left,
        };
        let starts = [right(0.0, 5.0), right(0.0, 300.0)];
        let ends = [left(100.0, 5.0), left(200.0, 300.0)];
        let through = [Point::new(20.0, 5.0), Point::new(80.0, 300.0)];
        let lattice = Lattice::new(&[Rect::new(40.0, 0.0, 10.0, 10.0)], &through, 16.0);
        let end = |bend| lattice.path(&starts, &ends, bend).unwrap().last().copied();
        assert_eq!(end(50.0), Some(Point::new(200.0, 300.0)));
        assert_eq!(end(0.0), Some(Point::new(100.0, 5.0)));
    }
}
