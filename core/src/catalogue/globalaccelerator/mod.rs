//! AWS Global Accelerator: fixed addresses at the edge of AWS's network.

pub mod accelerator;
pub mod endpoint_group;
pub mod listener;
