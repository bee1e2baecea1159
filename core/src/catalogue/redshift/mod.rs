//! Amazon Redshift: data warehouses, their subnets and settings.

pub mod cluster;
pub mod cluster_parameter_group;
pub mod cluster_subnet_group;
