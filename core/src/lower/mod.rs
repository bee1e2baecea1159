//! The template as a network: [`survey`] reads what the template says of
//! networks into typed facts, and [`Lowered`] is the neutral network built
//! from them, with every part labeled by resource and property.
//!
//! [`permits`] are the exact sets of packets that written filters let pass.
//!
//! It builds and asks nothing: questions are for `reach`.

mod addresses;
mod balancers;
mod barriers;
mod claims;
mod classic;
mod edges;
mod endpoints;
mod entrances;
mod filters;
mod fleets;
mod gateways;
mod grounds;
mod hosts;
mod hub_tables;
mod hubs;
mod interfaces;
mod lowered;
mod offers;
mod peerings;
pub mod permits;
mod reason;
mod regional;
mod route_targets;
mod routers;
mod routes;
mod services;
mod sites;
pub mod survey;
mod targets;
#[cfg(test)]
mod tests;

pub use lowered::{Assumption, Lowered, Service, Whereabouts};
