//! Which part of the plane the screen shows, and how large.
//!
//! Screen places are measured from the viewport's upper left corner. It knows
//! no animation and no pointer.

use super::{Point, Rect, Size, Vector};

/// The smallest zoom: one unit is a twentieth of a pixel.
pub const MIN_ZOOM: f64 = 0.05;

/// The largest zoom: one unit is four pixels.
pub const MAX_ZOOM: f64 = 4.0;

/// A view of the plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// The x in the plane at the viewport's left side.
    pub x: f64,
    /// The y in the plane at the viewport's upper side.
    pub y: f64,
    /// Screen pixels for one unit, [`MIN_ZOOM`] to [`MAX_ZOOM`].
    pub zoom: f64,
}

impl Default for Camera {
    fn default() -> Self {
        Self {
            x: 0.0,
            y: 0.0,
            zoom: 1.0,
        }
    }
}

impl Camera {
    /// Where a place of the plane is on the screen.
    pub fn to_screen(self, world: Point) -> Point {
        Point::new(
            (world.x - self.x) * self.zoom,
            (world.y - self.y) * self.zoom,
        )
    }

    /// Which place of the plane is at a place of the screen.
    pub fn to_world(self, screen: Point) -> Point {
        Point::new(screen.x / self.zoom + self.x, screen.y / self.zoom + self.y)
    }

    /// Where a rectangle of the plane is on the screen.
    pub fn rect_to_screen(self, world: Rect) -> Rect {
        let size = Size::new(world.w * self.zoom, world.h * self.zoom);
        Rect::at(self.to_screen(world.corner()), size)
    }

    /// The part of the plane that a viewport of that size shows.
    pub fn visible(self, viewport: Size) -> Rect {
        Rect::new(
            self.x,
            self.y,
            viewport.w / self.zoom,
            viewport.h / self.zoom,
        )
    }

    /// The view after dragging the plane by `by` pixels: what was under the
    /// pointer stays under it.
    #[must_use]
    pub fn pan(self, by: Vector) -> Self {
        Self {
            x: self.x - by.x / self.zoom,
            y: self.y - by.y / self.zoom,
            ..self
        }
    }

    /// The view with the zoom multiplied by `factor`, within the limits; the
    /// place under `screen` stays there. A factor that is not a positive number
    /// changes nothing.
    #[must_use]
    pub fn zoom_about(self, screen: Point, factor: f64) -> Self {
        if !(factor.is_finite() && factor > 0.0 && screen.is_finite()) {
            return self;
        }
        let zoom = (self.zoom * factor).clamp(MIN_ZOOM, MAX_ZOOM);
        let fixed = self.to_world(screen);
        Self {
            x: fixed.x - screen.x / zoom,
            y: fixed.y - screen.y / zoom,
            zoom,
        }
    }

    /// The view that shows all of `world` in the middle of the viewport, with
    /// at least `padding` pixels around it where the limits of zoom allow.
    ///
    /// It never magnifies: one small box at its natural size is what a person
    /// expects to see.
    pub fn fit(world: Rect, viewport: Size, padding: f64) -> Self {
        let room = |length: f64| (length - 2.0 * padding).max(1.0);
        let zoom = (room(viewport.w) / world.w).min(room(viewport.h) / world.h);
        let zoom = if zoom.is_nan() {
            1.0
        } else {
            zoom.clamp(MIN_ZOOM, 1.0)
        };
        let middle = if world.is_finite() {
            world.center()
        } else {
            Point::default()
        };
        Self {
            x: middle.x - viewport.w / zoom / 2.0,
            y: middle.y - viewport.h / zoom / 2.0,
            zoom,
        }
    }

    /// The view moved as little as shows all of `world`, `padding` pixels from
    /// the viewport's sides; too large a rectangle shows its upper left corner.
    #[must_use]
    pub fn reveal(self, world: Rect, viewport: Size, padding: f64) -> Self {
        if !world.is_finite() {
            return self;
        }
        let target = self.rect_to_screen(world);
        let shift = |start: f64, length: f64, room: f64| {
            let before = start - padding;
            let beyond = start + length - (room - padding);
            if before < 0.0 {
                before
            } else {
                // Never so far that the near side leaves: it is the one to see.
                beyond.max(0.0).min(before)
            }
        };
        let by = Vector::new(
            shift(target.x, target.w, viewport.w),
            shift(target.y, target.h, viewport.h),
        );
        self.pan(-by)
    }

    /// The value of an SVG `transform` attribute that shows the plane so.
    pub fn transform(self) -> String {
        format!(
            "scale({}) translate({} {})",
            self.zoom,
            0.0 - self.x,
            0.0 - self.y
        )
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const VIEWPORT: Size = Size::new(800.0, 600.0);

    fn near(a: Point, b: Point) -> bool {
        a.distance(b) < 1e-6
    }

    #[test]
    fn fitting_centers_and_never_magnifies() {
        let small = Rect::new(100.0, 100.0, 40.0, 40.0);
        let camera = Camera::fit(small, VIEWPORT, 20.0);
        assert_eq!(
            camera,
            Camera {
                x: -280.0,
                y: -180.0,
                zoom: 1.0
            }
        );
        let wide = Rect::new(0.0, 0.0, 1520.0, 100.0);
        let screen = Camera::fit(wide, VIEWPORT, 20.0).rect_to_screen(wide);
        assert_eq!(screen, Rect::new(20.0, 275.0, 760.0, 50.0));
    }

    #[test]
    fn fitting_nothing_into_nothing_gives_an_ordinary_view() {
        for world in [
            Rect::default(),
            Rect::new(f64::NAN, 0.0, f64::INFINITY, 0.0),
        ] {
            let camera = Camera::fit(world, Size::default(), 20.0);
            assert!(camera.x.is_finite() && camera.y.is_finite() && camera.zoom >= MIN_ZOOM);
        }
    }

    #[test]
    fn revealing_moves_no_more_than_needed() {
        let camera = Camera::default();
        let shown = Rect::new(100.0, 100.0, 50.0, 50.0);
        assert_eq!(camera.reveal(shown, VIEWPORT, 20.0), camera);
        let beyond = Rect::new(790.0, -30.0, 50.0, 50.0);
        let moved = camera.reveal(beyond, VIEWPORT, 20.0).rect_to_screen(beyond);
        assert_eq!(moved, Rect::new(730.0, 20.0, 50.0, 50.0));
        let huge = Rect::new(50.0, 50.0, 5000.0, 5000.0);
        let moved = camera.reveal(huge, VIEWPORT, 20.0).rect_to_screen(huge);
        assert_eq!(moved.corner(), Point::new(20.0, 20.0));
    }

    #[test]
    fn a_zoom_that_is_no_number_changes_nothing() {
        let camera = Camera {
            x: 3.0,
            y: 4.0,
            zoom: 2.0,
        };
        for factor in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(camera.zoom_about(Point::new(1.0, 1.0), factor), camera);
        }
    }

    #[test]
    fn the_transform_scales_what_was_moved() {
        let camera = Camera {
            x: 10.0,
            y: -5.5,
            zoom: 2.0,
        };
        assert_eq!(camera.transform(), "scale(2) translate(-10 5.5)");
    }

    prop_compose! {
        fn cameras()(x in -1e4..1e4, y in -1e4..1e4, zoom in MIN_ZOOM..MAX_ZOOM) -> Camera {
            Camera { x, y, zoom }
        }
    }

    prop_compose! {
        fn points()(x in -2e3..2e3, y in -2e3..2e3) -> Point {
            Point::new(x, y)
        }
    }

    proptest! {
        #[test]
        fn screen_and_world_are_inverse(camera in cameras(), point in points()) {
            prop_assert!(near(camera.to_world(camera.to_screen(point)), point));
            prop_assert!(near(camera.to_screen(camera.to_world(point)), point));
        }

        #[test]
        fn zooming_keeps_the_place_under_the_pointer(
            camera in cameras(), pointer in points(), factor in 0.01..100.0,
        ) {
            let zoomed = camera.zoom_about(pointer, factor);
            prop_assert!((MIN_ZOOM..=MAX_ZOOM).contains(&zoomed.zoom));
            prop_assert!(near(zoomed.to_world(pointer), camera.to_world(pointer)));
        }

        #[test]
        fn panning_moves_what_is_shown_with_the_pointer(
            camera in cameras(), from in points(), to in points(),
        ) {
            let panned = camera.pan(to - from);
            prop_assert!(near(panned.to_screen(camera.to_world(from)), to));
        }
    }
}
