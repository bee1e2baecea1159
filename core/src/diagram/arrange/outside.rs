//! What stands in no container: VPCs with their gateways around them, and
//! everything else beside them.

use std::collections::{HashMap, HashSet};

use super::measure::{GAP, REGION_HEADER, REGION_PADDING, grid_down, size};
use super::spine::{Rows, role};
use super::vpc::{self, Plan};
use super::{Frames, services};
use crate::catalogue::{Role, ec2};
use crate::diagram::lanes::Zone;
use crate::diagram::{Diagram, Look, Node};
use crate::geometry::{Point, Rect, Size, pack_grid, square_columns};
use crate::template::LogicalId;

/// Between a VPC and the gateways at its edge.
const APPROACH: f64 = 40.0;
/// Between VPCs.
const APART: f64 = 64.0;

/// A VPC and what is attached to it.
struct Cluster<'a> {
    vpc: &'a Node,
    plan: Plan,
    top: Vec<&'a Node>,
    /// The height of the highest top of all clusters, so that VPCs are level.
    above: f64,
    /// Columns to the left, the nearest first.
    left: [Vec<&'a Node>; 2],
}

/// Places every root, and with it everything.
pub(super) fn arrange(diagram: &Diagram, zones: &HashMap<LogicalId, Zone>, frames: &mut Frames) {
    let rows = Rows::new(diagram);
    let around = Around::new(diagram);
    let roots = || diagram.roots.iter().filter_map(|id| diagram.nodes.get(id));
    let mut clusters: Vec<Cluster<'_>> = Vec::new();
    for root in roots().filter(|root| role(root) == Some(Role::Vpc)) {
        clusters.push(Cluster {
            vpc: root,
            plan: vpc::plan(diagram, zones, &rows, root),
            top: beside(&around.top, &root.id),
            above: 0.0,
            left: [
                beside(&around.gateways, &root.id),
                beside(&around.connections, &root.id),
            ],
        });
    }
    let tops = clusters.iter().map(Cluster::top_height);
    let above = tops.fold(0.0, f64::max);
    for cluster in &mut clusters {
        cluster.above = above;
    }
    let sizes: Vec<Size> = clusters.iter().map(Cluster::size).collect();
    let packing = pack_grid(&sizes, square_columns(sizes.len()), APART);
    let origin = Point::new(REGION_PADDING, REGION_HEADER);
    let mut middle = origin.y;
    for (index, (cluster, rect)) in clusters.into_iter().zip(packing.rects).enumerate() {
        let corner = Point::new(rect.x + origin.x, rect.y + origin.y);
        let vpc = cluster.place(diagram, corner, frames);
        if index == 0 {
            middle = vpc.center().y;
        }
    }
    let far: Vec<&Node> = roots().filter(|node| is_customer(node)).collect();
    let far_right = origin.x - REGION_PADDING - APART;
    column(&far, far_right, middle, frames);
    let left: Vec<&Node> = roots()
        .filter(|root| !frames.contains_key(&root.id))
        .collect();
    services::arrange(diagram, &left, origin, packing.size, frames);
}

impl Cluster<'_> {
    fn top_height(&self) -> f64 {
        let heights = self.top.iter().map(|node| size(node).h);
        let highest = heights.fold(0.0, f64::max);
        if highest > 0.0 {
            highest + APPROACH
        } else {
            0.0
        }
    }

    fn left_widths(&self) -> [f64; 2] {
        [&self.left[0], &self.left[1]].map(|column| {
            let widest = column.iter().map(|node| size(node).w).fold(0.0, f64::max);
            if widest > 0.0 { widest + APPROACH } else { 0.0 }
        })
    }

    fn size(&self) -> Size {
        let left: f64 = self.left_widths().iter().sum();
        let column = |column: &[&Node]| column.iter().map(|node| size(node).h + GAP).sum::<f64>();
        let highest = self
            .left
            .iter()
            .map(|nodes| column(nodes))
            .fold(0.0, f64::max);
        let top: f64 = self.top.iter().map(|node| size(node).w + GAP).sum();
        Size::new(
            left + self.plan.size.w.max(top),
            self.above + self.plan.size.h.max(highest),
        )
    }

    /// Places the cluster and gives the VPC's frame.
    fn place(self, diagram: &Diagram, corner: Point, frames: &mut Frames) -> Rect {
        let [near, far] = self.left_widths();
        let column_height = self.size().h - self.above;
        let down = self.above + grid_down((column_height - self.plan.size.h) / 2.0);
        let at = Point::new(corner.x + near + far, corner.y + down);
        let vpc = Rect::at(at, self.plan.size);
        let widths: f64 = self.top.iter().map(|node| size(node).w + GAP).sum::<f64>() - GAP;
        let mut x = (vpc.center().x - widths / 2.0).max(vpc.x);
        for node in &self.top {
            let size = size(node);
            let y = vpc.y - APPROACH - size.h;
            frames.insert(node.id.clone(), Rect::at(Point::new(x, y), size));
            x += size.w + GAP;
        }
        let middle = vpc.center().y;
        column(&self.left[0], vpc.x - APPROACH, middle, frames);
        column(&self.left[1], vpc.x - near - APPROACH, middle, frames);
        frames.insert(self.vpc.id.clone(), vpc);
        self.plan.write(diagram, frames);
        vpc
    }
}

/// A column of nodes around a height, left of `right`.
fn column(nodes: &[&Node], right: f64, middle: f64, frames: &mut Frames) {
    let height: f64 = nodes.iter().map(|node| size(node).h + GAP).sum::<f64>() - GAP;
    let mut y = middle - height / 2.0;
    for node in nodes {
        let size = size(node);
        frames.insert(
            node.id.clone(),
            Rect::at(Point::new(right - size.w, y), size),
        );
        y += size.h + GAP;
    }
}

/// Which roots stand around which VPC.
struct Around<'a> {
    top: Vec<(&'a LogicalId, &'a Node)>,
    gateways: Vec<(&'a LogicalId, &'a Node)>,
    connections: Vec<(&'a LogicalId, &'a Node)>,
}

impl<'a> Around<'a> {
    fn new(diagram: &'a Diagram) -> Self {
        let mut found = Self {
            top: Vec::new(),
            gateways: Vec::new(),
            connections: Vec::new(),
        };
        let mut placed = HashSet::new();
        let free_root = |id| {
            let node = diagram.nodes.get(id)?;
            (node.parent.is_none() && node.look == Look::Box && !is_customer(node)).then_some(node)
        };
        for arrow in &diagram.arrows {
            let (Some(from), Some(to)) = (free_root(&arrow.from), diagram.nodes.get(&arrow.to))
            else {
                continue;
            };
            if to.parent.is_none() && role(to) == Some(Role::Vpc) && placed.insert(&from.id) {
                match role(from) {
                    Some(Role::InternetGateway) => found.top.push((&to.id, from)),
                    _ => found.gateways.push((&to.id, from)),
                }
            }
        }
        // A gateway that was forgotten to attach stands at the VPC that routes to it.
        for arrow in &diagram.arrows {
            let vpc = diagram.ancestors(&arrow.from).last();
            if let (Some(vpc), Some(to)) = (vpc, free_root(&arrow.to))
                && role(vpc) == Some(Role::Vpc)
                && role(to) == Some(Role::InternetGateway)
                && placed.insert(&to.id)
            {
                found.top.push((&vpc.id, to));
            }
        }
        let vpc_of: HashMap<_, _> = found
            .gateways
            .iter()
            .map(|(vpc, node)| (&node.id, *vpc))
            .collect();
        let customers: HashSet<_> = (diagram.arrows.iter())
            .flat_map(|arrow| [(&arrow.from, &arrow.to), (&arrow.to, &arrow.from)])
            .filter(|(_, end)| diagram.nodes.get(*end).is_some_and(is_customer))
            .map(|(other, _)| other)
            .collect();
        for arrow in &diagram.arrows {
            let ends = [(&arrow.from, &arrow.to), (&arrow.to, &arrow.from)];
            for (end, gateway) in ends {
                if let (Some(node), Some(vpc)) = (free_root(end), vpc_of.get(gateway))
                    && customers.contains(&node.id)
                    && placed.insert(&node.id)
                {
                    found.connections.push((vpc, node));
                }
            }
        }
        found
    }
}

/// The nodes of a side that belong to a VPC.
fn beside<'a>(side: &[(&'a LogicalId, &'a Node)], vpc: &LogicalId) -> Vec<&'a Node> {
    let nodes = side.iter().filter(|(of, _)| *of == vpc);
    nodes.map(|(_, node)| *node).collect()
}

/// A customer's own gateway stands outside of the region.
pub(in crate::diagram) fn is_customer(node: &Node) -> bool {
    node.kind == ec2::customer_gateway::ENTRY.kind
}
