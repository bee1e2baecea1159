//! Where the canvas looks.

use drawbridge_core::geometry::{Camera, Point, Rect};
use leptos::prelude::*;

use super::Workspace;

/// Space left around what is fitted, in pixels of the screen.
const PADDING: f64 = 24.0;

impl Workspace {
    /// Shows the whole design.
    pub(crate) fn fit(self) {
        let bounds = self.diagram(drawbridge_core::diagram::Diagram::bounds);
        let camera = match bounds {
            Some(bounds) => Camera::fit(bounds, self.viewport.get_untracked(), PADDING),
            None => Camera::default(),
        };
        self.camera.set(camera);
    }

    /// Whether the whole design is shown, as [`Workspace::fit`] left it.
    pub(crate) fn is_fitted(self) -> bool {
        let bounds = self.diagram(drawbridge_core::diagram::Diagram::bounds);
        let viewport = self.viewport.get_untracked();
        let now = self.camera.get_untracked();
        bounds.is_some_and(|bounds| Camera::fit(bounds, viewport, PADDING) == now)
    }

    /// Shows the whole design once the size of the canvas is known, which a
    /// design that is opened at once does not wait for.
    pub(super) fn fit_when_measured(self) {
        Effect::new(move |was_measured: Option<bool>| {
            let is_measured = was_measured == Some(true) || self.viewport.get().w > 0.0;
            if is_measured && was_measured != Some(true) {
                self.fit();
            }
            is_measured
        });
    }

    /// Shows the selection, as little as possible being moved.
    pub(crate) fn reveal_selection(self) {
        let selection = self.selection.get_untracked();
        let bounds = self.diagram(|diagram| {
            Rect::bounding(
                selection
                    .resources
                    .iter()
                    .filter_map(|id| diagram.absolute(id)),
            )
        });
        if let Some(bounds) = bounds {
            let viewport = self.viewport.get_untracked();
            self.camera
                .update(|camera| *camera = camera.reveal(bounds, viewport, PADDING));
        }
    }

    /// Zooms about the middle of the canvas.
    pub(crate) fn zoom(self, factor: f64) {
        let viewport = self.viewport.get_untracked();
        let middle = Point {
            x: viewport.w / 2.0,
            y: viewport.h / 2.0,
        };
        self.camera
            .update(|camera| *camera = camera.zoom_about(middle, factor));
    }

    /// Zooms to 100 %.
    pub(crate) fn zoom_to_actual(self) {
        self.zoom(1.0 / self.camera.get_untracked().zoom);
    }
}
