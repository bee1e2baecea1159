//! Elastic Load Balancing, the Classic Load Balancer.

pub mod load_balancer;
