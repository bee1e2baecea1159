//! Amazon EFS: file systems, and where they are mounted.

pub mod access_point;
pub mod file_system;
pub mod mount_target;
