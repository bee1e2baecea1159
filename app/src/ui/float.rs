//! Where something that floats goes: below what it belongs to, above if there is no room,
//! never outside the window. Opens the browser's popover, so that nothing clips it.

use leptos::prelude::window;
use leptos::web_sys::{Element, HtmlElement};

/// The box, in CSS pixels of the window, that something floats beside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Anchor {
    left: f64,
    top: f64,
    bottom: f64,
    width: f64,
}

impl Anchor {
    /// A point, as of a pointer.
    pub(crate) fn point(x: f64, y: f64) -> Self {
        Self {
            left: x,
            top: y,
            bottom: y,
            width: 0.0,
        }
    }

    /// The box of an element where it is now.
    pub(crate) fn of(element: &Element) -> Self {
        let rect = element.get_bounding_client_rect();
        Self {
            left: rect.left(),
            top: rect.top(),
            bottom: rect.bottom(),
            width: rect.width(),
        }
    }

    pub(super) fn width(self) -> f64 {
        self.width
    }
}

/// Where a floating box is aligned along its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    /// Left edges together, as a menu.
    Start,
    /// Centers together, as a tooltip.
    Center,
}

/// Opens a popover beside its anchor. Does nothing if it is open already.
pub(super) fn open(panel: &HtmlElement, anchor: Anchor, align: Align, gap: f64) {
    // Refused only for a popover that is open or gone: both are as wished.
    let _ = panel.show_popover();
    let size = (
        f64::from(panel.offset_width()),
        f64::from(panel.offset_height()),
    );
    let (left, top) = place(anchor, size, window_size(), align, gap);
    let style = HtmlElement::style(panel);
    let _ = style.set_property("left", &format!("{left}px"));
    let _ = style.set_property("top", &format!("{top}px"));
}

/// Closes a popover. Does nothing if it is closed.
pub(super) fn close(panel: &HtmlElement) {
    let _ = panel.hide_popover();
}

fn window_size() -> (f64, f64) {
    let side = |value: Result<leptos::wasm_bindgen::JsValue, _>| {
        value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0)
    };
    (side(window().inner_width()), side(window().inner_height()))
}

/// The distance that is kept to the edge of the window.
const MARGIN: f64 = 8.0;

fn place(
    anchor: Anchor,
    (width, height): (f64, f64),
    (window_width, window_height): (f64, f64),
    align: Align,
    gap: f64,
) -> (f64, f64) {
    let left = match align {
        Align::Start => anchor.left,
        Align::Center => anchor.left + (anchor.width - width) / 2.0,
    };
    let below = anchor.bottom + gap;
    let above = anchor.top - gap - height;
    let top = if below + height <= window_height - MARGIN || above < MARGIN {
        below
    } else {
        above
    };
    (
        left.min(window_width - width - MARGIN).max(MARGIN).round(),
        top.min(window_height - height - MARGIN).max(MARGIN).round(),
    )
}

#[cfg(test)]
mod tests {
    use super::{Align, Anchor, place};

    const WINDOW: (f64, f64) = (1280.0, 720.0);

    fn button(left: f64, top: f64) -> Anchor {
        Anchor {
            left,
            top,
            bottom: top + 28.0,
            width: 80.0,
        }
    }

    fn at(anchor: Anchor, size: (f64, f64), align: Align) -> (f64, f64) {
        place(anchor, size, WINDOW, align, 4.0)
    }

    #[test]
    fn a_menu_opens_below_its_button() {
        assert_eq!(
            at(button(100.0, 10.0), (200.0, 300.0), Align::Start),
            (100.0, 42.0)
        );
    }

    #[test]
    fn without_room_below_it_opens_above() {
        assert_eq!(
            at(button(100.0, 680.0), (200.0, 300.0), Align::Start),
            (100.0, 376.0)
        );
    }

    #[test]
    fn it_never_leaves_the_window() {
        let at_the_edge = at(button(1240.0, 10.0), (200.0, 100.0), Align::Start);
        assert_eq!(at_the_edge, (1072.0, 42.0));
        assert_eq!(
            at(Anchor::point(4.0, 710.0), (200.0, 700.0), Align::Start),
            (8.0, 12.0)
        );
    }

    #[test]
    fn a_tooltip_is_centered() {
        assert_eq!(
            at(button(100.0, 10.0), (40.0, 24.0), Align::Center),
            (120.0, 42.0)
        );
    }
}
