//! The template as a network: [`survey`] reads what the template says of
//! networks into typed facts, and the rest builds the neutral network from it.

pub mod survey;
