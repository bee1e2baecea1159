//! A place, a movement and an extent: three pairs of numbers that must not be
//! mistaken for each other.

use std::ops::{Add, Mul, Neg, Sub};

/// A place in the plane.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downward.
    pub y: f64,
}

/// The way from one place to another.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Vector {
    /// To the right.
    pub x: f64,
    /// Downward.
    pub y: f64,
}

/// Width and height.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Point {
    /// The place at `x`, `y`.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The length of the straight line to `other`.
    pub fn distance(self, other: Self) -> f64 {
        (other - self).length()
    }

    /// Whether both numbers are ordinary ones.
    pub fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }
}

impl Vector {
    /// No movement.
    pub const ZERO: Self = Self::new(0.0, 0.0);

    /// The movement by `x` and `y`.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// How far it goes.
    pub fn length(self) -> f64 {
        self.x.hypot(self.y)
    }
}

impl Size {
    /// Width `w` and height `h`.
    pub const fn new(w: f64, h: f64) -> Self {
        Self { w, h }
    }
}

impl Add<Vector> for Point {
    type Output = Self;

    fn add(self, by: Vector) -> Self {
        Self::new(self.x + by.x, self.y + by.y)
    }
}

impl Sub<Vector> for Point {
    type Output = Self;

    fn sub(self, by: Vector) -> Self {
        self + -by
    }
}

impl Sub for Point {
    type Output = Vector;

    fn sub(self, from: Self) -> Vector {
        Vector::new(self.x - from.x, self.y - from.y)
    }
}

impl Add for Vector {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl Neg for Vector {
    type Output = Self;

    fn neg(self) -> Self {
        Self::new(-self.x, -self.y)
    }
}

impl Mul<f64> for Vector {
    type Output = Self;

    fn mul(self, factor: f64) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_between_two_places_leads_from_one_to_the_other() {
        let (a, b) = (Point::new(1.0, 2.0), Point::new(4.0, 6.0));
        assert_eq!(a + (b - a), b);
        assert_eq!(b - (b - a), a);
        assert!((a.distance(b) - 5.0).abs() < 1e-12);
        assert_eq!((b - a) * 2.0 + -(b - a), b - a);
    }
}
