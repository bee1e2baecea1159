//! AWS Key Management Service: keys that encrypt, and their names.

pub mod alias;
pub mod key;
