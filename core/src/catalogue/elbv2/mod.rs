//! Elastic Load Balancing v2: load balancers, listeners, target groups.

use super::{field, view};

pub mod listener;
pub mod listener_rule;
pub mod load_balancer;
pub mod target_group;

pub use listener::Listener;
pub use load_balancer::LoadBalancer;
pub use target_group::TargetGroup;
