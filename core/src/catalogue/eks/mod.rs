//! Amazon EKS: Kubernetes clusters and their nodes.

pub mod cluster;
pub mod nodegroup;
