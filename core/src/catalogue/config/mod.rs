//! AWS Config: how resources are set, and whether that is as it should be.

pub mod config_rule;
pub mod configuration_recorder;
pub mod delivery_channel;
