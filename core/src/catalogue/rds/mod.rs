//! Amazon RDS: databases, their subnets and settings, and proxies.

use super::{field, view};

pub mod db_cluster;
pub mod db_cluster_parameter_group;
pub mod db_instance;
pub mod db_parameter_group;
pub mod db_proxy;
pub mod db_proxy_target_group;
pub mod db_subnet_group;

pub use db_instance::DbInstance;
pub use db_subnet_group::DbSubnetGroup;
