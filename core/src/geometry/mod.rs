//! Plane geometry for a picture: points, rectangles, snapping, a camera, paths
//! around obstacles, and packing.
//!
//! * [`Point`], [`Vector`], [`Size`], [`Rect`]: what a picture is made of.
//! * [`snap_to_grid`], [`align`]: places that look intended.
//! * [`Camera`]: which part of the plane the screen shows.
//! * [`connector`]: an orthogonal path from one rectangle to another.
//! * [`nearest_free`]: a place that covers nothing.
//! * [`path_data`], [`distance_to_polyline`]: drawing such a path, and hitting it.
//! * [`pack_rows`], [`pack_grid`]: sizes in rows and columns.
//!
//! Units are arbitrary (the app takes one for a CSS pixel at zoom 1); x grows
//! to the right and y downward. Nothing here knows what the rectangles stand
//! for, and no number makes it panic, be it infinite or not a number.

mod camera;
mod connector;
mod lattice;
mod packing;
mod point;
mod polyline;
mod rect;
mod search;
mod snap;
mod spot;

pub use camera::{Camera, MAX_ZOOM, MIN_ZOOM};
pub use connector::{CLEARANCE, connector};
pub use packing::{Packing, pack_grid, pack_rows, square_columns};
pub use point::{Point, Size, Vector};
pub use polyline::{distance_to_polyline, path_data, point_along};
pub use rect::Rect;
pub use snap::{Alignment, Axis, Guide, align, snap_point_to_grid, snap_to_grid};
pub use spot::nearest_free;
