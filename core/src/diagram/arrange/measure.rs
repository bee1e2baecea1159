//! How large things are drawn, from what is written on them: nothing may be
//! cut off. All lengths are pixels at zoom 1, in steps of 8.

use crate::diagram::{Look, Node};
use crate::geometry::Size;

/// The step of all positions and sizes.
const GRID: f64 = 8.0;
/// Between siblings.
pub(in crate::diagram) const GAP: f64 = 16.0;
/// Between a container's border and what it holds.
pub(in crate::diagram) const PADDING: f64 = 16.0;
/// The top of a container, where its title is.
pub(in crate::diagram) const HEADER: f64 = 40.0;
/// Between a zone's border and its subnets.
pub(in crate::diagram) const LANE_PADDING: f64 = 16.0;
/// The top of a zone, where its title is.
pub(in crate::diagram) const LANE_HEADER: f64 = 32.0;
/// Between the region's border and what it holds.
pub(in crate::diagram) const REGION_PADDING: f64 = 32.0;
/// The top of the region, where its title is.
pub(in crate::diagram) const REGION_HEADER: f64 = 48.0;

/// How much wider a title is than running text.
const STRONG: f64 = 1.14;
const BOX: Size = Size::new(160.0, 56.0);
const CHIP: Size = Size::new(112.0, 32.0);
const CONTAINER: Size = Size::new(192.0, 120.0);
/// Beyond this a title is shortened by whoever draws it.
const WIDEST: f64 = 480.0;

/// The width of text in a 13 px interface font, estimated: capitals are wider,
/// and Chinese, Japanese and Korean characters take two places.
pub(in crate::diagram) fn text_width(text: &str) -> f64 {
    text.chars().map(character_width).sum()
}

fn character_width(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '.' | ',' | ':' | '\'' | '|' => 4.0,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 11.5,
        'A'..='Z' => 9.0,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3ffff}' => 14.4,
        _ => 7.2,
    }
}

/// The size of a node by itself; a container may need more for what it holds.
pub(in crate::diagram) fn size(node: &Node) -> Size {
    let title = text_width(&node.title);
    let strong = title * STRONG;
    let caption = text_width(&node.caption);
    let (least, width) = match node.look {
        Look::Box => (BOX, 52.0 + strong.max(caption * 0.95) + 12.0),
        Look::Chip => (CHIP, 36.0 + title + 12.0),
        Look::Container => (CONTAINER, 44.0 + strong + 12.0 + caption * 0.95 + 16.0),
    };
    // An even number of steps, so that boxes can be centered over each other.
    let steps = (width.clamp(least.w, WIDEST) / (2.0 * GRID)).ceil();
    Size::new(steps * 2.0 * GRID, least.h)
}

/// The next step of the grid, not below a length.
pub(in crate::diagram) fn grid_up(length: f64) -> f64 {
    (length / GRID).ceil() * GRID
}

/// The step of the grid at or below a length.
pub(in crate::diagram) fn grid_down(length: f64) -> f64 {
    (length / GRID).floor() * GRID
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn korean_characters_take_two_places() {
        assert!((text_width("웹서버") - 2.0 * text_width("abc")).abs() < 1e-9);
        assert!(text_width("WEB") > text_width("web"));
    }
}
