//! EC2 Auto Scaling: groups of instances and what makes them grow and shrink.

pub mod auto_scaling_group;
pub mod scaling_policy;
