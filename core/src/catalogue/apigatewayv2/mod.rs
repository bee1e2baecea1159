//! Amazon API Gateway, HTTP and WebSocket APIs: routes and integrations.

use crate::catalogue::{Field, Format};

pub mod api;
pub mod integration;
pub mod route;
pub mod stage;
pub mod vpc_link;

// What several kinds of the service have.

const TAGS: Field = Field::new(
    "Tags",
    "Tags",
    Format::Json,
    "Names for people and for cost reports, as a mapping.",
);
