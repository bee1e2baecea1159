//! Amazon `CloudFront`: copies near those who ask.

pub mod distribution;
pub mod origin_access_control;
