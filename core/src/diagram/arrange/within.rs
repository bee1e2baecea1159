//! What stands in a container without zones of its own, such as a subnet:
//! boxes in a grid, then chips in rows.

use super::Frames;
use super::measure::{GAP, HEADER, PADDING, grid_down, size};
use crate::diagram::{Diagram, Look, Node};
use crate::geometry::{Point, Rect, Size, pack_grid, pack_rows, square_columns};

/// The least size of a container, and of everything in it.
pub(super) fn natural(diagram: &Diagram, container: &Node) -> Size {
    let least = size(container);
    let content = content(diagram, container).0;
    if content == Size::default() {
        return least;
    }
    Size::new(
        least.w.max(content.w + 2.0 * PADDING),
        least.h.max(content.h + HEADER + PADDING),
    )
}

/// Places what is in a container of a size, in its middle.
pub(super) fn arrange(diagram: &Diagram, container: &Node, size: Size, frames: &mut Frames) {
    let (content, rects) = content(diagram, container);
    let aside = grid_down((size.w - content.w) / 2.0).max(PADDING);
    let down = grid_down((size.h - HEADER - PADDING - content.h) / 2.0).max(0.0);
    for (node, rect) in rects {
        let corner = Point::new(rect.x + aside, rect.y + HEADER + down);
        frames.insert(node.id.clone(), Rect::at(corner, rect.size()));
        if node.look == Look::Container {
            arrange(diagram, node, rect.size(), frames);
        }
    }
}

fn content<'a>(diagram: &'a Diagram, container: &Node) -> (Size, Vec<(&'a Node, Rect)>) {
    let children = container.children.iter();
    let children = children.filter_map(|id| diagram.nodes.get(id));
    let (chips, boxes): (Vec<&Node>, Vec<&Node>) =
        children.partition(|node| node.look == Look::Chip);
    let mut sizes: Vec<Size> = boxes.iter().map(|node| sized(diagram, node)).collect();
    let widest = sizes.iter().map(|size| size.w).fold(0.0, f64::max);
    for size in &mut sizes {
        size.w = widest;
    }
    let grid = pack_grid(&sizes, columns(sizes.len()), GAP);
    let chip_sizes: Vec<Size> = chips.iter().map(|node| size(node)).collect();
    let rail = pack_rows(&chip_sizes, grid.size.w.max(320.0), GAP / 2.0);
    let below = if boxes.is_empty() {
        0.0
    } else {
        grid.size.h + GAP
    };
    let mut rects: Vec<(&Node, Rect)> = boxes.into_iter().zip(grid.rects).collect();
    let lowered = rail.rects.into_iter().map(|rect| Rect {
        y: rect.y + below,
        ..rect
    });
    rects.extend(chips.into_iter().zip(lowered));
    let bounds = Rect::bounding(rects.iter().map(|(_, rect)| *rect));
    (bounds.map_or(Size::default(), Rect::size), rects)
}

/// Few boxes stand under each other, so that arrows from the side reach each.
fn columns(count: usize) -> usize {
    if count <= 3 { 1 } else { square_columns(count) }
}

fn sized(diagram: &Diagram, node: &Node) -> Size {
    match node.look {
        Look::Container => natural(diagram, node),
        Look::Box | Look::Chip => size(node),
    }
}
