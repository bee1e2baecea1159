//! The way of an arrow between its ends, around what is neither of them.

use super::{Arrow, Diagram};
use crate::geometry::{Point, Rect, Vector, connector};
use crate::template::LogicalId;

/// How far around both ends something can be in the way.
const NEAR: f64 = 48.0;

impl Diagram {
    /// The way of an arrow in the world; empty when an end is not drawn.
    pub fn arrow_path(&self, arrow: &Arrow) -> Vec<Point> {
        let (Some(from), Some(to)) = (self.absolute(&arrow.from), self.absolute(&arrow.to)) else {
            return Vec::new();
        };
        let search = Search {
            diagram: self,
            ends: [&arrow.from, &arrow.to],
            around: [
                self.ancestors(&arrow.from).map(|node| &node.id).collect(),
                self.ancestors(&arrow.to).map(|node| &node.id).collect(),
            ],
            area: from.union(to).inset(-NEAR),
        };
        let mut obstacles = Vec::new();
        search.collect(&self.roots, Vector::ZERO, &mut obstacles);
        connector(from, to, &obstacles)
    }
}

/// A search for what is in the way: containers around an end are looked into,
/// everything else is taken as a whole.
struct Search<'a> {
    diagram: &'a Diagram,
    ends: [&'a LogicalId; 2],
    around: [Vec<&'a LogicalId>; 2],
    area: Rect,
}

impl Search<'_> {
    fn collect(&self, among: &[LogicalId], corner: Vector, obstacles: &mut Vec<Rect>) {
        for id in among {
            let Some(node) = self.diagram.nodes.get(id) else {
                continue;
            };
            let frame = node.frame.translate(corner);
            if self.ends.contains(&id) || !frame.intersects(self.area) {
                continue;
            }
            if self.around.iter().any(|around| around.contains(&id)) {
                let inside = Vector::new(frame.x, frame.y);
                self.collect(&node.children, inside, obstacles);
            } else {
                obstacles.push(frame);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::project;
    use crate::fixture::design;

    #[test]
    fn an_arrow_leads_around_what_stands_between_its_ends() {
        let mut document = design(
            "vpc main\n  targetgroup group Targets=[{Id=@far}]\n  subnet a\n    instance far\n  subnet b\n    instance between\n",
        );
        let frames = [
            ("main", Rect::new(0.0, 0.0, 1200.0, 400.0)),
            ("group", Rect::new(24.0, 96.0, 160.0, 56.0)),
            ("b", Rect::new(280.0, 56.0, 240.0, 160.0)),
            ("between", Rect::new(24.0, 48.0, 160.0, 56.0)),
            ("a", Rect::new(640.0, 56.0, 240.0, 160.0)),
            ("far", Rect::new(24.0, 48.0, 160.0, 56.0)),
        ];
        for (id, frame) in frames {
            let layout = std::sync::Arc::make_mut(&mut document.layout);
            layout.frames.insert(id.into(), frame);
        }
        let diagram = project(&document);
        let arrow = diagram.arrows.iter().find(|arrow| !arrow.overlay).unwrap();
        let path = diagram.arrow_path(arrow);
        let subnet = diagram.absolute(&"b".into()).unwrap();
        let crosses = |path: &[Point]| {
            path.windows(2)
                .any(|line| subnet.is_crossed_by(line[0], line[1]))
        };
        assert!(!crosses(&path), "{path:?}");
        assert!(path.len() > 2, "{path:?}");
        let middle = path[path.len() / 2];
        assert_eq!(diagram.arrow_at(middle, 4.0, |_| true), Some(arrow));
        assert_eq!(diagram.arrow_at(middle, 4.0, |_| false), None);
    }
}
