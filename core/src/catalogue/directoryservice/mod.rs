//! AWS Directory Service: directories of people and computers.

pub mod microsoft_ad;
pub mod simple_ad;
