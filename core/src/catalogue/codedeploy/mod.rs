//! AWS `CodeDeploy`: releases onto instances, functions and services.

pub mod application;
pub mod deployment_group;
