//! AWS Direct Connect: lines of one's own to AWS, and what runs over them.

pub mod connection;
pub mod direct_connect_gateway;
pub mod direct_connect_gateway_association;
pub mod lag;
pub mod private_virtual_interface;
pub mod public_virtual_interface;
pub mod transit_virtual_interface;
