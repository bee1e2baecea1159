//! Questions to a design: who reaches whom, by which way, and what is in the
//! way otherwise, in AWS's words.
//!
//! It asks the network that `lower` builds, and turns hops into sentences and
//! causes into codes. It walks nothing itself.

mod answer;
mod asking;
mod cause;
mod cause_balancers;
mod cause_gateways;
mod cause_routing;
mod classes;
mod code;
mod direct;
mod doubts;
mod ends;
mod exposing;
mod exposures;
mod hops;
pub mod markdown;
mod matrix;
mod names;
mod parts;
mod perhaps;
mod question;
mod segments;
mod sharing;
mod telling;
#[cfg(test)]
mod tests;
mod unsettled;
pub mod verdict;

pub use answer::{Answer, Blocked, Direction, ReachHop, Reply, Translation, Unsupported};
pub use asking::ask;
pub use classes::Class;
pub use code::Code;
pub use exposing::{ExposuresBuilder, exposures};
pub use exposures::{Exposures, Leaving, Reached};
pub use matrix::{Cell, Matrix, MatrixBuilder};
pub use perhaps::Unsettled;
pub use question::{End, Question, QuestionError};
pub use sharing::{Shared, route_tables, security_groups};
