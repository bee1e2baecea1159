//! What stands in a VPC: zones as columns, subnets in rows by tier, what spans
//! zones in a column between them, chips in a rail below.

use std::collections::{BTreeMap, HashMap};

use super::measure::{GAP, HEADER, LANE_HEADER, LANE_PADDING, PADDING, grid_down, grid_up, size};
use super::spine::{Row, Rows, role};
use super::{Frames, within};
use crate::catalogue::Role;
use crate::diagram::lanes::Zone;
use crate::diagram::{Diagram, Look, Node};
use crate::geometry::{Point, Rect, Size, pack_grid, square_columns};
use crate::sorting;
use crate::template::LogicalId;

/// Between a VPC's border and what it holds.
const MARGIN: f64 = 24.0;
/// Between zones, and between rows.
const BETWEEN: f64 = 24.0;
/// Beside what stands between zones: room for arrows.
const AISLE: f64 = 48.0;
/// The least width of the rail of chips.
const RAIL: f64 = 560.0;

/// A VPC's size and its children's frames.
pub(super) struct Plan {
    pub(super) size: Size,
    children: Vec<(LogicalId, Rect)>,
}

impl Plan {
    /// Writes the frames of everything in the VPC.
    pub(super) fn write(self, diagram: &Diagram, frames: &mut Frames) {
        for (id, rect) in self.children {
            if let Some(node) = diagram.nodes.get(&id)
                && node.look == Look::Container
            {
                within::arrange(diagram, node, rect.size(), frames);
            }
            frames.insert(id, rect);
        }
    }
}

/// Plans a VPC.
pub(super) fn plan(
    diagram: &Diagram,
    zones: &HashMap<LogicalId, Zone>,
    rows: &Rows<'_>,
    vpc: &Node,
) -> Plan {
    let children = vpc.children.iter().filter_map(|id| diagram.nodes.get(id));
    let (mut chips, mut between) = (Vec::new(), Vec::new());
    let mut lanes: BTreeMap<&(bool, String), BTreeMap<Row, Vec<&Node>>> = BTreeMap::new();
    for child in children {
        match (zones.get(&child.id), child.look) {
            (Some(zone), _) => {
                let lane = lanes.entry(&zone.key).or_default();
                let row = rows.of_subnet(&child.id);
                lane.entry(row).or_default().push(child);
            }
            (None, Look::Chip) if !rows.is_beside_its_user(child) => chips.push(child),
            (None, _) => between.push(child),
        }
    }
    let lanes: Vec<BTreeMap<Row, Vec<&Node>>> = lanes.into_values().collect();
    let mut table = Table::new(diagram, rows, &lanes, &between);
    let header = size(vpc).w - 2.0 * MARGIN;
    let rail_groups = rail_groups(&chips);
    let least = header.max(if chips.is_empty() {
        0.0
    } else {
        rail_width(&rail_groups)
    });
    table.widen(least, lanes.len());
    let (mut placed, area) = if lanes.is_empty() {
        loose(diagram, &between)
    } else {
        table.place(&lanes)
    };
    let width = area.w.max(least);
    let top = HEADER + GAP / 2.0;
    for (_, rect) in &mut placed {
        rect.x += MARGIN;
        rect.y += top;
    }
    let mut bottom = top + area.h;
    if !chips.is_empty() {
        let start = if area.h > 0.0 {
            bottom + BETWEEN
        } else {
            bottom
        };
        bottom = start;
        for (id, rect) in rail(&rail_groups, width) {
            bottom = bottom.max(start + rect.bottom());
            placed.push((
                id,
                Rect::new(rect.x + MARGIN, rect.y + start, rect.w, rect.h),
            ));
        }
    }
    let least = size(vpc);
    Plan {
        size: Size::new(
            grid_up(least.w.max(width + 2.0 * MARGIN)),
            grid_up(least.h.max(bottom + MARGIN)),
        ),
        children: placed,
    }
}

/// The rows and columns of subnets, and what stands between the columns.
struct Table<'a> {
    subnet_width: f64,
    /// For each row, the heights of its lines of subnets.
    heights: BTreeMap<Row, Vec<f64>>,
    between: BTreeMap<Row, Vec<(&'a Node, Size)>>,
    aisle: f64,
}

impl<'a> Table<'a> {
    fn new(
        diagram: &Diagram,
        rows: &Rows<'_>,
        lanes: &[BTreeMap<Row, Vec<&Node>>],
        between: &[&'a Node],
    ) -> Self {
        let mut table = Self {
            subnet_width: 0.0,
            heights: BTreeMap::new(),
            between: BTreeMap::new(),
            aisle: 0.0,
        };
        for (row, subnets) in lanes.iter().flatten() {
            let heights = table.heights.entry(*row).or_default();
            for (line, subnet) in subnets.iter().enumerate() {
                let natural = within::natural(diagram, subnet);
                table.subnet_width = table.subnet_width.max(natural.w);
                match heights.get_mut(line) {
                    Some(height) => *height = height.max(natural.h),
                    None => heights.push(natural.h),
                }
            }
        }
        let outermost = table.heights.keys().next().copied().unwrap_or(Row::Front);
        let innermost = table.heights.keys().last().copied().unwrap_or(Row::Back);
        for node in between {
            let spreads = matches!(role(node), Some(Role::LoadBalancer | Role::TargetGroup));
            let fallback = if spreads { outermost } else { innermost };
            let row = rows.of_box(&node.id).unwrap_or(fallback);
            let size = box_size(diagram, node);
            table.aisle = table.aisle.max(size.w);
            table.between.entry(row).or_default().push((node, size));
        }
        for stack in table.between.values_mut() {
            sorting::sort_by_key(stack, |(node, _)| node.look == Look::Chip);
        }
        for (row, stack) in &table.between {
            let need = stack_height(stack);
            let Some(heights) = table.heights.get_mut(row) else {
                continue;
            };
            let missing = need - span(heights);
            if let (Some(last), true) = (heights.last_mut(), missing > 0.0) {
                *last += grid_up(missing);
            }
        }
        table
    }

    /// Gives the subnets what is missing to a width.
    fn widen(&mut self, least: f64, lanes: usize) {
        let missing = least - self.width(lanes);
        if lanes > 0 && missing > 0.0 {
            self.subnet_width += grid_up(missing / count(lanes));
        }
    }

    fn lane_width(&self) -> f64 {
        self.subnet_width + 2.0 * LANE_PADDING
    }

    fn width(&self, lanes: usize) -> f64 {
        let gaps = count(lanes.saturating_sub(1)) * BETWEEN;
        count(lanes) * self.lane_width() + gaps + self.aisle_width(lanes)
    }

    fn aisle_width(&self, lanes: usize) -> f64 {
        match (self.between.is_empty(), lanes) {
            (true, _) => 0.0,
            (false, 0 | 1) => self.aisle + AISLE,
            (false, _) => self.aisle + 2.0 * AISLE - BETWEEN,
        }
    }

    fn place(&self, lanes: &[BTreeMap<Row, Vec<&Node>>]) -> (Vec<(LogicalId, Rect)>, Size) {
        let half = lanes.len().div_ceil(2);
        let aisle_at = count(half) * (self.lane_width() + BETWEEN) - BETWEEN + AISLE;
        let mut placed = Vec::new();
        let mut y = LANE_HEADER;
        for (row, heights) in &self.heights {
            let start = y;
            for (line, height) in heights.iter().enumerate() {
                for (column, lane) in lanes.iter().enumerate() {
                    let Some(subnet) = lane.get(row).and_then(|subnets| subnets.get(line)) else {
                        continue;
                    };
                    let aisle = if column < half {
                        0.0
                    } else {
                        self.aisle_width(lanes.len())
                    };
                    let x = count(column) * (self.lane_width() + BETWEEN) + aisle + LANE_PADDING;
                    let rect = Rect::new(x, y, self.subnet_width, *height);
                    placed.push((subnet.id.clone(), rect));
                }
                y += height + BETWEEN;
            }
            let stack = self.between.get(row).map_or(&[][..], Vec::as_slice);
            let spare = room(heights, stack_height(stack)) - stack_height(stack);
            // In line with the boxes in the subnets, which stand below a header.
            let lowered = (spare + HEADER - PADDING) / 2.0;
            let mut down = start + grid_down(lowered.min(spare));
            for (node, size) in stack {
                let aside = (self.aisle - size.w) / 2.0;
                placed.push((
                    node.id.clone(),
                    Rect::at(Point::new(aisle_at + aside, down), *size),
                ));
                down += size.h + BETWEEN;
            }
        }
        let area = Size::new(self.width(lanes.len()), y - BETWEEN + LANE_PADDING);
        (placed, area)
    }
}

fn span(heights: &[f64]) -> f64 {
    heights.iter().sum::<f64>() + count(heights.len().saturating_sub(1)) * BETWEEN
}

/// The height of the first lines that together have room for something.
fn room(heights: &[f64], need: f64) -> f64 {
    let mut spans = (1..=heights.len()).filter_map(|lines| heights.get(..lines).map(span));
    spans
        .find(|span| *span >= need)
        .unwrap_or_else(|| span(heights))
}

fn stack_height(stack: &[(&Node, Size)]) -> f64 {
    let heights: f64 = stack.iter().map(|(_, size)| size.h).sum();
    heights + count(stack.len().saturating_sub(1)) * BETWEEN
}

fn box_size(diagram: &Diagram, node: &Node) -> Size {
    if node.look == Look::Container {
        within::natural(diagram, node)
    } else {
        size(node)
    }
}

/// Boxes of a VPC without subnets.
fn loose(diagram: &Diagram, between: &[&Node]) -> (Vec<(LogicalId, Rect)>, Size) {
    let sizes: Vec<Size> = between.iter().map(|node| box_size(diagram, node)).collect();
    let packing = pack_grid(&sizes, square_columns(sizes.len()), GAP);
    let ids = between.iter().map(|node| node.id.clone());
    (ids.zip(packing.rects).collect(), packing.size)
}

/// Chips by kind, in the order in which the kinds come.
fn rail_groups<'a>(chips: &[&'a Node]) -> Vec<Vec<&'a Node>> {
    let mut groups: Vec<Vec<&Node>> = Vec::new();
    for chip in chips {
        let group = groups
            .iter_mut()
            .find(|group| group.first().is_some_and(|first| first.kind == chip.kind));
        match group {
            Some(group) => group.push(chip),
            None => groups.push(vec![chip]),
        }
    }
    groups
}

/// A width that leaves the rail with few lines: that of the widest kind.
fn rail_width(groups: &[Vec<&Node>]) -> f64 {
    let widths = groups.iter().map(|group| {
        let chips: f64 = group.iter().map(|chip| size(chip).w).sum();
        chips + count(group.len().saturating_sub(1)) * GAP / 2.0
    });
    widths.fold(0.0, f64::max).min(RAIL)
}

/// Chips in lines no longer than a width, each kind from the start of a line.
fn rail(groups: &[Vec<&Node>], width: f64) -> Vec<(LogicalId, Rect)> {
    let mut placed = Vec::new();
    let mut y = 0.0;
    for group in groups {
        let sizes: Vec<Size> = group.iter().map(|chip| size(chip)).collect();
        let packing = crate::geometry::pack_rows(&sizes, width, GAP / 2.0);
        for (chip, rect) in group.iter().zip(packing.rects) {
            placed.push((
                chip.id.clone(),
                Rect {
                    y: rect.y + y,
                    ..rect
                },
            ));
        }
        y += packing.size.h + GAP / 2.0;
    }
    placed
}

/// A count as a length's factor.
fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
