//! Amazon ECS: clusters, services and task definitions.

pub mod cluster;
pub mod service;
pub mod task_definition;
