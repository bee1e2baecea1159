//! AWS `AppSync`: GraphQL APIs.

use crate::catalogue::{Field, Format};

pub mod data_source;
pub mod graph_ql_api;
pub mod graph_ql_schema;
pub mod resolver;

// What several kinds of the service have.

const API_ID: Field = Field::new(
    "ApiId",
    "API",
    Format::Reference("AWS::AppSync::GraphQLApi", Some("ApiId")),
    "The API that it is a part of.",
)
.required();
