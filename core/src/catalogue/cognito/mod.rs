//! Amazon Cognito: the people who use an application.

pub mod identity_pool;
pub mod user_pool;
pub mod user_pool_client;
pub mod user_pool_domain;
