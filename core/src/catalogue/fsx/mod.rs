//! Amazon `FSx`: managed file servers.

pub mod file_system;
