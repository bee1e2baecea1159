//! A diagram as an SVG file: for reports, documents and looking at.
//!
//! Colors are those of AWS's architecture icons: dashed teal for the region,
//! purple for a VPC, green for a public subnet, teal for a private one.
//! <https://aws.amazon.com/architecture/icons/>

use std::fmt::Write;

use super::{Arrow, Diagram, Look, Node, Tier};
use crate::catalogue::Category;
use crate::geometry::{Point, Rect, path_data, point_along};

/// Around everything.
const MARGIN: f64 = 24.0;
/// How round an arrow's corners are.
const ROUND: f64 = 6.0;

const INK: &str = "#181b20";
const SOFT: &str = "#5f6776";
const LINE: &str = "#6b7484";
const TEAL: &str = "#00a4a6";
const GREEN: &str = "#7aa116";
const PURPLE: &str = "#8c4fff";
const BLUE: &str = "#147eba";

/// The icon of a kind without an entry.
const UNKNOWN: &str = include_str!("../catalogue/icons/unknown.svg");

/// The diagram as an SVG file of its own size, on white. Arrows that are drawn
/// only for what is selected are left out.
pub fn picture(diagram: &Diagram) -> String {
    let paths: Vec<(&Arrow, Vec<Point>)> = diagram
        .arrows
        .iter()
        .filter(|arrow| !arrow.overlay)
        .map(|arrow| (arrow, diagram.arrow_path(arrow)))
        .collect();
    let points = paths.iter().flat_map(|(_, path)| path);
    let points = points.map(|point| Rect::new(point.x, point.y, 0.0, 0.0));
    let bounds = Rect::bounding(points.chain(diagram.bounds())).unwrap_or_default();
    let view = bounds.inset(-MARGIN);
    let mut picture = Picture(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{} {} {} {}" width="{}" height="{}" font-family="system-ui, sans-serif" font-size="13">"#,
        view.x, view.y, view.w, view.h, view.w, view.h
    ));
    picture.push(&format!(
        r#"<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="{LINE}"/></marker></defs>"#
    ));
    picture.rect(view, "fill=\"#fff\"");
    if let Some(region) = &diagram.region {
        picture.group(region.frame, TEAL, "none", true);
        picture.text(
            region.frame.x + 16.0,
            region.frame.y + 26.0,
            &region.title,
            TEAL,
            13,
            true,
        );
    }
    for id in &diagram.roots {
        picture.node(diagram, id, Point::default());
    }
    for (arrow, path) in &paths {
        picture.arrow(arrow, path);
    }
    picture.0.push_str("</svg>\n");
    picture.0
}

struct Picture(String);

impl Picture {
    fn push(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }

    fn rect(&mut self, rect: Rect, style: &str) {
        let Rect { x, y, w, h } = rect;
        self.push(&format!(
            r#"<rect x="{x}" y="{y}" width="{w}" height="{h}" {style}/>"#
        ));
    }

    /// The frame of a group, dashed where it is no resource.
    fn group(&mut self, rect: Rect, color: &str, fill: &str, is_dashed: bool) {
        let dash = if is_dashed {
            " stroke-dasharray=\"5 4\""
        } else {
            ""
        };
        self.rect(
            rect,
            &format!("rx=\"6\" fill=\"{fill}\" stroke=\"{color}\" stroke-width=\"1.25\"{dash}"),
        );
    }

    fn text(&mut self, x: f64, y: f64, text: &str, color: &str, size: u32, is_strong: bool) {
        let weight = if is_strong { 600 } else { 400 };
        let text = escaped(text);
        self.push(&format!(
            r#"<text x="{x}" y="{y}" fill="{color}" font-size="{size}" font-weight="{weight}">{text}</text>"#
        ));
    }

    fn icon(&mut self, node: &Node, x: f64, y: f64, size: f64, color: &str) {
        let icon = node.form().map_or(UNKNOWN, |form| form.icon());
        let placed = format!(
            "<svg x=\"{x}\" y=\"{y}\" width=\"{size}\" height=\"{size}\" color=\"{color}\" "
        );
        self.push(&icon.trim().replacen("<svg ", &placed, 1));
    }

    fn node(&mut self, diagram: &Diagram, id: &crate::template::LogicalId, corner: Point) {
        let Some(node) = diagram.nodes.get(id) else {
            return;
        };
        let frame = Rect::new(
            corner.x + node.frame.x,
            corner.y + node.frame.y,
            node.frame.w,
            node.frame.h,
        );
        match node.look {
            Look::Container => self.container(diagram, node, frame),
            Look::Box => self.large(node, frame),
            Look::Chip => self.small(node, frame),
        }
    }

    fn container(&mut self, diagram: &Diagram, node: &Node, frame: Rect) {
        let (color, fill) = match diagram.tier(&node.id) {
            Some(Tier::Public) => (GREEN, "#f3f8e8"),
            Some(_) => (TEAL, "#e8f6f6"),
            None => (PURPLE, "none"),
        };
        self.group(frame, color, fill, false);
        self.icon(node, frame.x + 8.0, frame.y + 8.0, 24.0, color);
        self.label(node, frame.x + 40.0, frame.y + 25.0);
        for lane in diagram.lanes.iter().filter(|lane| lane.vpc == node.id) {
            let frame = Rect::new(
                frame.x + lane.frame.x,
                frame.y + lane.frame.y,
                lane.frame.w,
                lane.frame.h,
            );
            self.group(frame, BLUE, "none", true);
            self.text(frame.x + 12.0, frame.y + 21.0, &lane.zone, BLUE, 12, false);
        }
        for child in &node.children {
            self.node(diagram, child, frame.corner());
        }
    }

    /// Title and caption in one line.
    fn label(&mut self, node: &Node, x: f64, y: f64) {
        let (title, caption) = (escaped(&node.title), escaped(&node.caption));
        self.push(&format!(
            r#"<text x="{x}" y="{y}" fill="{INK}" font-weight="600">{title}<tspan dx="10" fill="{SOFT}" font-size="11" font-weight="400">{caption}</tspan></text>"#
        ));
    }

    fn large(&mut self, node: &Node, frame: Rect) {
        let color = color(node);
        self.rect(frame, "rx=\"6\" fill=\"#fff\" stroke=\"#cbd0d9\"");
        let tile = Rect::new(frame.x + 8.0, frame.y + (frame.h - 32.0) / 2.0, 32.0, 32.0);
        self.rect(tile, &format!("rx=\"4\" fill=\"{color}\""));
        self.icon(node, tile.x + 4.0, tile.y + 4.0, 24.0, "#fff");
        let middle = frame.y + frame.h / 2.0;
        self.text(frame.x + 52.0, middle - 2.0, &node.title, INK, 13, true);
        self.text(
            frame.x + 52.0,
            middle + 14.0,
            &node.caption,
            SOFT,
            11,
            false,
        );
    }

    fn small(&mut self, node: &Node, frame: Rect) {
        self.rect(frame, "rx=\"6\" fill=\"#fff\" stroke=\"#cbd0d9\"");
        self.icon(node, frame.x + 10.0, frame.y + 8.0, 16.0, color(node));
        self.text(frame.x + 34.0, frame.y + 20.5, &node.title, INK, 12, false);
    }

    fn arrow(&mut self, arrow: &Arrow, path: &[Point]) {
        let line = path_data(path, ROUND);
        self.push(&format!(
            r#"<path d="{line}" fill="none" stroke="{LINE}" stroke-width="1.5" marker-end="url(#head)"/>"#
        ));
        if let (Some(at), false) = (point_along(path, 0.5), arrow.label.is_empty()) {
            let caption = escaped(&arrow.label);
            self.push(&format!(
                r##"<text x="{}" y="{}" fill="{SOFT}" font-size="11" text-anchor="middle" paint-order="stroke" stroke="#fff" stroke-width="4">{caption}</text>"##,
                at.x,
                at.y + 4.0
            ));
        }
    }
}

/// The color of a kind's category, by AWS's palette.
fn color(node: &Node) -> &'static str {
    match node.entry.map(|entry| entry.category) {
        Some(Category::Network | Category::LoadBalancing) => PURPLE,
        Some(Category::Compute) => "#ed7100",
        Some(Category::Database) => "#c925d1",
        Some(Category::Storage) => "#7aa116",
        Some(Category::Security) => "#dd344c",
        Some(Category::Integration | Category::Management) => "#e7157b",
        None => SOFT,
    }
}

/// Text that means itself in XML; control characters have no place there.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            control if control.is_control() => escaped.push(' '),
            other => {
                // Writing into a text cannot fail.
                let _ = escaped.write_char(other);
            }
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::project;
    use crate::fixture::design;

    #[test]
    fn every_title_is_in_the_picture_and_means_itself() {
        let text = "igw door\nvpc main Tags.0={Key=Name, Value=\"a<b>&c\"}\n  subnet a\n    instance web\nattachment joins InternetGatewayId=@door VpcId=@main";
        let svg = picture(&project(&design(text)));
        for title in ["door", "a&lt;b&gt;&amp;c", ">a<", "web"] {
            assert!(svg.contains(title), "{title}: {svg}");
        }
        assert!(!svg.contains("a<b>"));
        assert!(svg.contains("marker-end"));
        assert_eq!(svg.matches("<svg").count(), svg.matches("</svg>").count());
    }

    #[test]
    fn an_empty_design_has_a_picture() {
        assert!(picture(&Diagram::default()).starts_with("<svg"));
    }
}
