//! AWS WAF: filters of web requests.

use crate::catalogue::{Field, Format};

pub mod ip_set;
pub mod web_acl;
pub mod web_acl_association;

// What several kinds of the service have.

const NAME: Field = Field::new(
    "Name",
    "Name",
    Format::Text,
    "Its name. CloudFormation makes one if this is empty, and then can replace it.",
);
