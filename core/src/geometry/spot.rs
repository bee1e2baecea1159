//! The free place nearest to a wanted one. Knows rectangles only.

use super::{Point, Rect};

use crate::sorting;

/// How many of the nearest obstacles give candidates: a bound on time.
const MOST: usize = 24;

/// The rectangle of the same size, nearest to `wanted`, that keeps `gap` from
/// every obstacle and lies right of and below `least`. `wanted` itself if it
/// does, and if nothing near is free.
pub fn nearest_free(wanted: Rect, obstacles: &[Rect], gap: f64, least: Option<Point>) -> Rect {
    let is_free = |rect: &Rect| {
        let inside = least.is_none_or(|least| rect.x >= least.x && rect.y >= least.y);
        // Touching at exactly the gap is free.
        let around = rect.inset(1e-6 - gap);
        inside && !obstacles.iter().any(|obstacle| obstacle.intersects(around))
    };
    let mut near: Vec<Rect> = obstacles.to_vec();
    sorting::sort_by(&mut near, |a, b| {
        a.distance(wanted).total_cmp(&b.distance(wanted))
    });
    near.truncate(MOST);
    let mut columns = vec![wanted.x];
    let mut rows = vec![wanted.y];
    if let Some(least) = least {
        columns.push(least.x);
        rows.push(least.y);
    }
    for obstacle in &near {
        columns.extend([obstacle.right() + gap, obstacle.x - gap - wanted.w]);
        rows.extend([obstacle.bottom() + gap, obstacle.y - gap - wanted.h]);
    }
    let candidates = columns
        .iter()
        .flat_map(|x| rows.iter().map(move |y| (*x, *y)));
    let candidates = candidates
        .map(|(x, y)| Rect { x, y, ..wanted })
        .filter(is_free);
    let distance = |rect: &Rect| (rect.x - wanted.x).hypot(rect.y - wanted.y);
    candidates
        .min_by(|a, b| distance(a).total_cmp(&distance(b)))
        .unwrap_or(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_free_place_is_kept() {
        let wanted = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert_eq!(
            nearest_free(wanted, &[Rect::new(26.0, 0.0, 5.0, 5.0)], 16.0, None),
            wanted
        );
    }

    #[test]
    fn the_shortest_way_out_is_taken() {
        let taken = [Rect::new(0.0, 0.0, 100.0, 40.0)];
        let wanted = Rect::new(10.0, 30.0, 50.0, 20.0);
        assert_eq!(
            nearest_free(wanted, &taken, 16.0, None),
            Rect { y: 56.0, ..wanted }
        );
    }

    proptest! {
        #[test]
        fn what_is_found_covers_nothing(
            obstacles in prop::collection::vec((0..40_u8, 0..40_u8, 1..20_u8, 1..20_u8), 0..12),
            x in 0..40_u8, y in 0..40_u8,
        ) {
            let rect = |(x, y, w, h): (u8, u8, u8, u8)| Rect::new(
                f64::from(x) * 8.0, f64::from(y) * 8.0, f64::from(w) * 8.0, f64::from(h) * 8.0,
            );
            let obstacles: Vec<_> = obstacles.into_iter().map(rect).collect();
            let found = nearest_free(rect((x, y, 10, 5)), &obstacles, 16.0, Some(Point::new(16.0, 40.0)));
            // With so few obstacles there is always room beyond the outermost.
            prop_assert!(!obstacles.iter().any(|it| it.intersects(found.inset(-15.9))));
        }
    }
}
