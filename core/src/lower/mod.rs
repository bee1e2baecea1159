//! The template as a network: [`survey`] reads what the template says of
//! networks into typed facts, and [`Lowered`] is the neutral network built
//! from them, with every part labeled by resource and property.
//!
//! [`permits`] are the exact sets of packets that written filters let pass.
//!
//! It builds and asks nothing: questions are for `reach`.

mod addresses;
mod balancers;
mod filters;
mod grounds;
mod hosts;
mod lowered;
pub mod permits;
mod reason;
mod routers;
mod routes;
pub mod survey;
#[cfg(test)]
mod tests;

pub use lowered::{Assumption, Lowered, Service, Whereabouts};
