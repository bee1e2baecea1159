//! AWS Elastic Beanstalk: applications and the environments that run them.

pub mod application;
pub mod application_version;
pub mod environment;
