//! Amazon API Gateway, REST APIs: paths, methods and stages.

pub mod deployment;
pub mod method;
pub mod resource;
pub mod rest_api;
pub mod stage;
