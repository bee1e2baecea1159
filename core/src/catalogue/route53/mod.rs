//! Amazon Route 53: names, and checks of what they lead to.

pub mod health_check;
pub mod hosted_zone;
pub mod record_set;
