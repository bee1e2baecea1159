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
mod code;
mod ends;
mod exposure;
mod hops;
mod names;
mod question;
mod telling;
#[cfg(test)]
mod tests;
mod unsettled;

pub use answer::{Answer, Blocked, Direction, ReachHop, Reply, Translation, Unsupported};
pub use asking::ask;
pub use code::Code;
pub use exposure::{Exposure, exposure};
pub use question::{End, Question, QuestionError};
