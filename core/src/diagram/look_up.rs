//! Questions to a picture: what is where. World coordinates are pixels at
//! zoom 1.

use super::{Arrow, Diagram, Lane, Look, Node, Tier};
use crate::geometry::{Point, Rect, distance_to_polyline};
use crate::template::LogicalId;

/// How far beyond its ends an arrow may lead around something: what is
/// farther from both is not looked at.
const DETOUR: f64 = 160.0;

impl Diagram {
    /// A node by its name.
    pub fn node(&self, id: &LogicalId) -> Option<&Node> {
        self.nodes.get(id)
    }

    /// Where a node is in the world; `None` for what is no node.
    pub fn absolute(&self, id: &LogicalId) -> Option<Rect> {
        let node = self.nodes.get(id)?;
        let mut frame = node.frame;
        for above in self.ancestors(id) {
            frame.x += above.frame.x;
            frame.y += above.frame.y;
        }
        Some(frame)
    }

    /// The containers around a node, the innermost first.
    pub fn ancestors<'a>(&'a self, id: &LogicalId) -> impl Iterator<Item = &'a Node> {
        let parent = |node: &'a Node| self.nodes.get(node.parent.as_ref()?);
        let first = self.nodes.get(id).and_then(parent);
        std::iter::successors(first, move |node| parent(node))
    }

    /// Everything inside a node, containers before what they hold.
    pub fn descendants(&self, id: &LogicalId) -> Vec<LogicalId> {
        let mut found = Vec::new();
        self.collect(id, &mut found);
        found
    }

    fn collect(&self, id: &LogicalId, found: &mut Vec<LogicalId>) {
        for child in self
            .nodes
            .get(id)
            .into_iter()
            .flat_map(|node| &node.children)
        {
            found.push(child.clone());
            self.collect(child, found);
        }
    }

    /// Whether a node is inside another, however deep; none is inside itself.
    pub fn is_inside(&self, id: &LogicalId, container: &LogicalId) -> bool {
        self.ancestors(id).any(|above| above.id == *container)
    }

    /// The node that shows a resource: itself, or the one that it is a row of.
    /// An arrow has none.
    pub fn shown_by(&self, id: &LogicalId) -> Option<&LogicalId> {
        let mut at = id;
        // A row's owner may be a row; the way is as long as the rows at most.
        for _ in 0..=self.rows.len() {
            if let Some(node) = self.nodes.get(at) {
                return Some(&node.id);
            }
            at = self.rows.get(at)?;
        }
        None
    }

    /// The line that a resource is, if it is one.
    pub fn arrow_of(&self, id: &LogicalId) -> Option<&Arrow> {
        let mut arrows = self.arrows.iter();
        arrows.find(|arrow| arrow.resource.as_ref() == Some(id))
    }

    /// What a subnet's routes make it, at a first look; `None` for others.
    pub fn tier(&self, id: &LogicalId) -> Option<Tier> {
        self.tiers.get(id).copied()
    }

    /// The frame around everything, the region included; `None` for nothing.
    pub fn bounds(&self) -> Option<Rect> {
        let roots = self.roots.iter().filter_map(|id| self.nodes.get(id));
        let region = self.region.iter().map(|region| region.frame);
        Rect::bounding(roots.map(|node| node.frame).chain(region))
    }

    /// The innermost node at a place; among siblings, the later lies on top.
    pub fn hit(&self, point: Point) -> Option<&LogicalId> {
        self.innermost(&self.roots, point, &|_| true)
    }

    /// The innermost container at a place that is none of `excluding` and in
    /// none of them: where something dragged would be dropped.
    pub fn container_at(&self, point: Point, excluding: &[LogicalId]) -> Option<&LogicalId> {
        self.innermost(&self.roots, point, &|node| {
            node.look == Look::Container && !excluding.contains(&node.id)
        })
    }

    fn innermost<'a>(
        &'a self,
        among: &'a [LogicalId],
        point: Point,
        counts: &impl Fn(&Node) -> bool,
    ) -> Option<&'a LogicalId> {
        among.iter().rev().find_map(|id| {
            let node = self.nodes.get(id)?;
            if !node.frame.contains(point) || !counts(node) {
                return None;
            }
            let inside = Point::new(point.x - node.frame.x, point.y - node.frame.y);
            self.innermost(&node.children, inside, counts).or(Some(id))
        })
    }

    /// The zone at a place: the lane that has it, else the one above or below
    /// it in the same VPC, since lanes are columns.
    pub fn lane_at(&self, point: Point) -> Option<&Lane> {
        let inside = |lane: &Lane| {
            let vpc = self.absolute(&lane.vpc).filter(|vpc| vpc.contains(point))?;
            Some(Point::new(point.x - vpc.x, point.y - vpc.y))
        };
        let has = |lane: &&Lane| inside(lane).is_some_and(|at| lane.frame.contains(at));
        let is_column = |lane: &&Lane| {
            inside(lane).is_some_and(|at| (lane.frame.x..lane.frame.right()).contains(&at.x))
        };
        self.lanes
            .iter()
            .find(has)
            .or_else(|| self.lanes.iter().find(is_column))
    }

    /// The nodes whose frames a rectangle touches and which do not contain it:
    /// what a marquee selects. What lies in a selected container goes with it.
    pub fn touched_by(&self, marquee: Rect) -> Vec<LogicalId> {
        let mut found = Vec::new();
        self.touch(&self.roots, marquee, &mut found);
        found
    }

    fn touch(&self, among: &[LogicalId], marquee: Rect, found: &mut Vec<LogicalId>) {
        for node in among.iter().filter_map(|id| self.nodes.get(id)) {
            if !node.frame.intersects(marquee) {
                continue;
            }
            let covers = marquee.contains_rect(node.frame);
            if node.look == Look::Container && !covers {
                let corner = crate::geometry::Vector::new(-node.frame.x, -node.frame.y);
                self.touch(&node.children, marquee.translate(corner), found);
            } else {
                found.push(node.id.clone());
            }
        }
    }

    /// The arrow at a place, among those that are shown; the later lies on top.
    pub fn arrow_at(
        &self,
        point: Point,
        tolerance: f64,
        shown: impl Fn(&Arrow) -> bool,
    ) -> Option<&Arrow> {
        self.arrows.iter().rev().find(|arrow| {
            let (Some(from), Some(to)) = (self.absolute(&arrow.from), self.absolute(&arrow.to))
            else {
                return false;
            };
            let near = from.union(to).inset(-DETOUR - tolerance).contains(point);
            near && shown(arrow)
                && distance_to_polyline(point, &self.arrow_path(arrow)) <= tolerance
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::project;
    use crate::fixture::design;

    fn drawn() -> Diagram {
        project(&design(
            "vpc main\n  subnet a AvailabilityZone=z1\n    instance one\n    instance two\n  subnet b AvailabilityZone=z2\n    instance three\n",
        ))
    }

    fn middle(diagram: &Diagram, id: &str) -> Point {
        diagram.absolute(&id.into()).unwrap().center()
    }

    #[test]
    fn the_innermost_node_is_hit() {
        let diagram = drawn();
        assert_eq!(diagram.hit(middle(&diagram, "two")), Some(&"two".into()));
        let corner = diagram.absolute(&"b".into()).unwrap().corner();
        let header = Point::new(corner.x + 4.0, corner.y + 4.0);
        assert_eq!(diagram.hit(header), Some(&"b".into()));
        assert_eq!(diagram.hit(Point::new(-9999.0, 0.0)), None);
    }

    #[test]
    fn of_overlapping_siblings_the_later_lies_on_top() {
        let mut document = design("igw below\nigw above\n");
        let frames = &mut std::sync::Arc::make_mut(&mut document.layout).frames;
        for id in ["below", "above"] {
            frames.insert(id.into(), Rect::new(0.0, 0.0, 160.0, 56.0));
        }
        let diagram = project(&document);
        assert_eq!(diagram.hit(Point::new(8.0, 8.0)), Some(&"above".into()));
    }

    #[test]
    fn what_is_dragged_is_not_dropped_into_itself() {
        let diagram = drawn();
        let at = middle(&diagram, "one");
        assert_eq!(diagram.container_at(at, &[]), Some(&"a".into()));
        assert_eq!(
            diagram.container_at(at, &["a".into()]),
            Some(&"main".into())
        );
    }

    #[test]
    fn a_marquee_takes_boxes_and_whole_containers() {
        let diagram = drawn();
        let one = diagram.absolute(&"one".into()).unwrap();
        assert_eq!(diagram.touched_by(one.inset(20.0)), ["one".into()]);
        let a = diagram.absolute(&"a".into()).unwrap();
        assert_eq!(diagram.touched_by(a.inset(-1.0)), ["a".into()]);
    }

    #[test]
    fn descendants_are_all_that_is_inside() {
        let diagram = drawn();
        assert_eq!(
            diagram.descendants(&"a".into()),
            ["one".into(), "two".into()]
        );
        assert_eq!(diagram.descendants(&"main".into()).len(), 5);
        assert!(diagram.is_inside(&"one".into(), &"main".into()));
        assert!(!diagram.is_inside(&"one".into(), &"one".into()));
    }
}
