//! The line between two panels, to drag or to move by arrow keys. Knows a size and its
//! limits, not what is on either side.

use std::ops::RangeInclusive;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

/// Where the panel that is sized lies, as seen from the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The panel is left of the line.
    Left,
    /// The panel is right of the line.
    Right,
    /// The panel is below the line.
    Below,
}

impl Side {
    fn is_upright(self) -> bool {
        matches!(self, Self::Left | Self::Right)
    }

    /// How much the panel grows when the line moves by `(x, y)`.
    fn growth(self, x: f64, y: f64) -> f64 {
        match self {
            Self::Left => x,
            Self::Right => -x,
            Self::Below => -y,
        }
    }
}

/// How far an arrow key moves the line, in CSS pixels.
const STEP: f64 = 16.0;

/// A line that sizes the panel on one side. A double click gives back the first size.
#[component]
pub(crate) fn ResizeHandle(
    #[prop(into)] label: Signal<String>,
    /// The panel's width or height in CSS pixels.
    size: RwSignal<f64>,
    limits: RangeInclusive<f64>,
    panel: Side,
) -> impl IntoView {
    let (smallest, largest) = (*limits.start(), *limits.end());
    let first = size.get_untracked();
    let resize = move |wanted: f64| size.set(wanted.max(smallest).min(largest));
    let grabbed = RwSignal::new(None::<Grab>);
    let press = move |event: PointerEvent| {
        event.prevent_default();
        if let Some(line) = event
            .current_target()
            .and_then(|it| it.dyn_into::<Element>().ok())
        {
            // Refused only for a pointer that has gone: then there is nothing to follow.
            let _ = line.set_pointer_capture(event.pointer_id());
        }
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        grabbed.set(Some(Grab {
            x,
            y,
            size: size.get_untracked(),
        }));
    };
    let follow = move |event: PointerEvent| {
        if let Some(grab) = grabbed.get_untracked() {
            let x = f64::from(event.client_x()) - grab.x;
            let y = f64::from(event.client_y()) - grab.y;
            resize(grab.size + panel.growth(x, y));
        }
    };
    let key = move |event: KeyboardEvent| {
        let now = size.get_untracked();
        match (event.key().as_str(), panel.is_upright()) {
            ("ArrowLeft", true) => resize(now + panel.growth(-STEP, 0.0)),
            ("ArrowRight", true) => resize(now + panel.growth(STEP, 0.0)),
            ("ArrowUp", false) => resize(now + panel.growth(0.0, -STEP)),
            ("ArrowDown", false) => resize(now + panel.growth(0.0, STEP)),
            ("Home", _) => resize(smallest),
            ("End", _) => resize(largest),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <div
            class="ui-resize"
            role="separator"
            tabindex="0"
            aria-label=label
            aria-orientation=if panel.is_upright() { "vertical" } else { "horizontal" }
            aria-valuenow=move || size.get().round().to_string()
            aria-valuemin=smallest.to_string()
            aria-valuemax=largest.to_string()
            data-dragging=move || grabbed.get().map(|_| "")
            on:pointerdown=press
            on:pointermove=follow
            on:pointerup=move |_| grabbed.set(None)
            on:pointercancel=move |_| grabbed.set(None)
            on:lostpointercapture=move |_| {
                let _ = grabbed.try_set(None);
            }
            on:dblclick=move |_| resize(first)
            on:keydown=key
        ></div>
    }
}

/// Where the pointer took hold, and the size at that moment.
#[derive(Clone, Copy)]
struct Grab {
    x: f64,
    y: f64,
    size: f64,
}

#[cfg(test)]
mod tests {
    use super::Side;

    #[test]
    fn a_panel_grows_when_the_line_moves_away_from_it() {
        let right = (Side::Left.growth(10.0, 0.0), Side::Right.growth(10.0, 0.0));
        assert_eq!(right, (10.0, -10.0));
        let below = (Side::Below.growth(0.0, 10.0), Side::Below.growth(10.0, 0.0));
        assert_eq!(below, (-10.0, 0.0));
    }
}
