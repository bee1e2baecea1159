//! Amazon RDS: databases and their subnet groups.

use super::{field, view};

pub mod db_instance;
pub mod db_subnet_group;

pub use db_instance::DbInstance;
pub use db_subnet_group::DbSubnetGroup;
