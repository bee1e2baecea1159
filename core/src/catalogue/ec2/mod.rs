//! Amazon EC2 and VPC: networks, filters and instances.

use super::view;

pub mod subnet;
pub mod vpc;

pub use subnet::Subnet;
pub use vpc::Vpc;
