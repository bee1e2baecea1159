//! AWS `CloudTrail`: who did what.

pub mod trail;
