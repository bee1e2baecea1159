//! From the browser's events to the tool's.

use drawbridge_core::geometry::Point;
use drawbridge_core::tool::{Button, Modifiers, Pointer};
use leptos::ev::{MouseEvent, PointerEvent};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Where an event is, from the canvas's upper left corner, wherever it began.
pub(super) fn point(event: &MouseEvent) -> Point {
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    match canvas() {
        Some(canvas) => {
            let rect = canvas.get_bounding_client_rect();
            Point {
                x: x - rect.left(),
                y: y - rect.top(),
            }
        }
        None => Point { x, y },
    }
}

/// Whether an event is over the canvas, wherever it began.
pub(super) fn is_over_canvas(event: &MouseEvent) -> bool {
    canvas().is_some_and(|canvas| {
        let rect = canvas.get_bounding_client_rect();
        let at = point(event);
        (0.0..=rect.width()).contains(&at.x) && (0.0..=rect.height()).contains(&at.y)
    })
}

/// The tool's view of a pointer event.
pub(super) fn pointer(event: &PointerEvent, holds_space: bool) -> Pointer {
    let pans = event.button() == 1 || event.buttons() & 4 != 0 || holds_space;
    Pointer {
        at: point(event),
        button: if pans { Button::Pan } else { Button::Primary },
        modifiers: Modifiers {
            shift: event.shift_key(),
            control: event.ctrl_key() || event.meta_key(),
            alt: event.alt_key(),
        },
    }
}

/// Gives the element that an event is on every further event of its pointer.
pub(super) fn capture(event: &PointerEvent) {
    let element = event
        .current_target()
        .and_then(|it| it.dyn_into::<Element>().ok());
    if let Some(element) = element {
        // A pointer that is gone by now is no loss.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// Moves the focus to the canvas, so that keys reach what was pressed.
pub(super) fn focus_canvas() {
    let drawing = canvas().and_then(|canvas| canvas.query_selector("svg").ok()?);
    if let Some(drawing) = drawing.and_then(|it| it.dyn_into::<web_sys::SvgElement>().ok()) {
        let _ = drawing.focus();
    }
}

fn canvas() -> Option<Element> {
    web_sys::window()?
        .document()?
        .query_selector("main.canvas")
        .ok()?
}
