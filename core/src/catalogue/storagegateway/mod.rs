//! AWS Storage Gateway: what a gateway shows of S3 to machines outside of AWS.
//! The gateway itself has no type.

pub mod nfs_file_share;
pub mod smb_file_share;
pub mod tape;
pub mod tape_pool;
pub mod volume;
