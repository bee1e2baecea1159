//! Amazon API Gateway, HTTP and WebSocket APIs: routes and integrations.

pub mod api;
pub mod integration;
pub mod route;
pub mod stage;
pub mod vpc_link;
