//! What stands outside of VPCs: service by service in columns, of which there
//! are as many as make the whole picture fill a screen. Services that are
//! joined come one after the other. Knows no service by name.

use std::collections::{BTreeMap, HashMap};

use super::measure::{GAP, size};
use super::{Frames, within};
use crate::diagram::{Diagram, Look, Node};
use crate::geometry::{Point, Rect, Size};
use crate::template::LogicalId;

/// Between columns: lines run there.
const BETWEEN: f64 = 64.0;
/// Between the services of a column.
const APART: f64 = 40.0;
/// Below VPCs, and right of them, where lines have words.
const AWAY: Size = Size::new(128.0, 64.0);
/// How wide a picture is for its height, at its best: a canvas beside panels.
const SHAPE: f64 = 1.5;
/// A bound on time: pictures of more columns are not tried.
const MOST_COLUMNS: usize = 48;

/// What is placed, beside an area of that size that begins at `origin`.
pub(super) fn arrange(
    diagram: &Diagram,
    roots: &[&Node],
    origin: Point,
    taken: Size,
    frames: &mut Frames,
) {
    let services = in_order(diagram, roots);
    let sized: Vec<Vec<(&Node, Size)>> = services
        .into_iter()
        .map(|nodes| {
            let sized = nodes
                .into_iter()
                .map(|node| (node, root_size(diagram, node)));
            sized.collect()
        })
        .collect();
    let Some((corner, placed)) = best(&sized, taken) else {
        return;
    };
    for (node, rect) in placed {
        let corner = Point::new(origin.x + corner.x + rect.x, origin.y + corner.y + rect.y);
        frames.insert(node.id.clone(), Rect::at(corner, rect.size()));
        if node.look == Look::Container {
            within::arrange(diagram, node, rect.size(), frames);
        }
    }
}

/// Everything by service. First what is joined most with what stands in VPCs,
/// then what is joined most with what came before.
fn in_order<'a>(diagram: &Diagram, roots: &[&'a Node]) -> Vec<Vec<&'a Node>> {
    let mut services: BTreeMap<&str, Vec<&Node>> = BTreeMap::new();
    let mut service_of: HashMap<&LogicalId, &str> = HashMap::new();
    for root in roots {
        let service = root.kind.as_str().split("::").nth(1).unwrap_or("");
        services.entry(service).or_default().push(root);
        service_of.insert(&root.id, service);
    }
    let mut joined: BTreeMap<(&str, Option<&str>), usize> = BTreeMap::new();
    for arrow in &diagram.arrows {
        let ends = [&arrow.from, &arrow.to].map(|end| service_of.get(end).copied());
        for (one, other) in [(ends[0], ends[1]), (ends[1], ends[0])] {
            if let Some(one) = one.filter(|_| ends[0] != ends[1]) {
                *joined.entry((one, other)).or_default() += 1;
            }
        }
    }
    let lines = |one, other| joined.get(&(one, other)).copied().unwrap_or(0);
    let all = |one| {
        let of_one = joined.iter().filter(|((service, _), _)| *service == one);
        of_one.map(|(_, count)| count).sum::<usize>()
    };
    let mut pull: BTreeMap<&str, usize> =
        services.keys().map(|it| (*it, lines(it, None))).collect();
    let mut order = Vec::with_capacity(services.len());
    // The last of equals by `max_by_key` is the first by name.
    while let Some(next) = pull
        .iter()
        .rev()
        .max_by_key(|(service, pull)| (**pull, all(**service)))
        .map(|(service, _)| *service)
    {
        pull.remove(next);
        for (service, pull) in &mut pull {
            *pull += lines(*service, Some(next));
        }
        order.extend(services.remove(next));
    }
    order
}

/// The columns that can be seen largest, and where they begin: below what is
/// there already, or to the right of it.
fn best<'a>(
    services: &[Vec<(&'a Node, Size)>],
    taken: Size,
) -> Option<(Point, Vec<(&'a Node, Rect)>)> {
    let nodes = || services.iter().flatten();
    let gaps = GAP * count(nodes().count()) + (APART - GAP) * count(services.len());
    let height = nodes().map(|(_, size)| size.h).sum::<f64>() + gaps;
    let mut best = None;
    let mut least = f64::INFINITY;
    for columns in 1..=nodes().count().min(MOST_COLUMNS) {
        let (size, placed) = in_columns(services, height / count(columns));
        let below = Point::new(0.0, taken.h + AWAY.h);
        let right = Point::new(taken.w + AWAY.w, 0.0);
        let corners = if taken.h > 0.0 {
            vec![below, right]
        } else {
            vec![Point::default()]
        };
        for corner in corners {
            let width = (corner.x + size.w).max(taken.w);
            let height = (corner.y + size.h).max(taken.h);
            let whole = (width / SHAPE).max(height);
            if whole < least {
                least = whole;
                best = Some((corner, placed.clone()));
            }
        }
    }
    best
}

/// Columns of about that height. A service begins a column if it does not fit
/// into what is left of one, and goes on in the next if it is higher than one.
fn in_columns<'a>(
    services: &[Vec<(&'a Node, Size)>],
    height: f64,
) -> (Size, Vec<(&'a Node, Rect)>) {
    let mut placed = Vec::new();
    let mut whole = Size::default();
    let (mut x, mut y, mut width) = (0.0_f64, 0.0_f64, 0.0_f64);
    for service in services {
        let rows: f64 = service.iter().map(|(_, size)| size.h + GAP).sum::<f64>() - GAP;
        let mut gap = APART;
        // Half of a box too high is no reason for a column more.
        let is_over = |y: f64, gap: f64, more: f64| y > 0.0 && y + gap + more > height + 28.0;
        if is_over(y, gap, rows.min(height)) {
            (x, y, width) = (x + width + BETWEEN, 0.0, 0.0);
        }
        for (node, size) in service {
            if is_over(y, gap, size.h) {
                (x, y, width) = (x + width + BETWEEN, 0.0, 0.0);
            }
            let top = if y > 0.0 { y + gap } else { 0.0 };
            placed.push((*node, Rect::at(Point::new(x, top), *size)));
            y = top + size.h;
            gap = GAP;
            width = width.max(size.w);
            whole = Size::new(whole.w.max(x + width), whole.h.max(y));
        }
    }
    (whole, placed)
}

fn root_size(diagram: &Diagram, node: &Node) -> Size {
    if node.look == Look::Container {
        within::natural(diagram, node)
    } else {
        size(node)
    }
}

/// As a length's factor. There are far fewer than a number can hold.
fn count(things: usize) -> f64 {
    f64::from(u32::try_from(things).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use crate::diagram::project;
    use crate::fixture::design;
    use crate::geometry::Rect;
    use crate::template::LogicalId;

    fn frames(text: &str, ids: &[&str]) -> Vec<Rect> {
        let diagram = project(&design(text));
        let frame = |id: &&str| diagram.nodes[&LogicalId::new(*id)].frame;
        ids.iter().map(frame).collect()
    }

    #[test]
    fn a_service_stands_in_one_column_and_many_fill_a_screen() {
        let mut text = String::new();
        for service in ["One", "Two", "Six", "Ten", "Old", "New"] {
            for number in 0..3 {
                text.push_str("AWS::");
                text.push_str(&[service, "::Thing ", service, &number.to_string(), "\n"].concat());
            }
        }
        let found = frames(&text, &["One0", "One1", "One2", "New0", "Ten0", "Two0"]);
        assert!((found[0].x - found[1].x).abs() < 0.1 && (found[1].x - found[2].x).abs() < 0.1);
        assert!(found[0].bottom() < found[1].y);
        let all = Rect::bounding(found).unwrap();
        assert!(all.w > all.h, "{all:?}");
        assert!(all.w < 3.0 * all.h, "{all:?}");
    }

    #[test]
    fn services_that_are_joined_stand_beside_each_other() {
        let text = "AWS::Made::Up a\nAWS::Zoo::Animal z\nAWS::SQS::Queue q\nAWS::SNS::Topic t\n\
             AWS::SNS::Subscription s TopicArn=@t Protocol=sqs Endpoint=@q.Arn\n";
        let found = frames(text, &["t", "q", "a", "z"]);
        let far = |other: &Rect| {
            let (from, to) = (found[0].center(), other.center());
            (from.x - to.x).abs() + (from.y - to.y).abs()
        };
        assert!(far(&found[1]) < far(&found[2]), "{found:?}");
        assert!(far(&found[1]) < far(&found[3]), "{found:?}");
    }

    #[test]
    fn what_is_beside_a_vpc_leaves_it_alone() {
        let text = "vpc v CidrBlock=10.0.0.0/16\nAWS::S3::Bucket b\nAWS::SQS::Queue q\n";
        let found = frames(text, &["v", "b", "q"]);
        assert!(!found[0].intersects(found[1]) && !found[0].intersects(found[2]));
    }
}
