//! What AWS says of each resource type: its properties with their types,
//! choices and ranges, what it refers to, and what it answers to `Fn::GetAtt`.
//!
//! The data are texts that the caller brings (`schema/` of the repository, whose
//! README explains the keys); nothing is known without them, and everything
//! here then answers so. Knows nothing of templates beyond paths, and judges
//! nothing: rules do.
//!
//! ```
//! use drawbridge_core::schema::Schemas;
//!
//! let schemas = Schemas::read(&[drawbridge_schema::CURATED]);
//! let subnet = schemas.get("AWS::EC2::Subnet").unwrap();
//! assert!(subnet.whole.required.contains(&"VpcId".to_owned()));
//! let cidr = subnet.shape_at(&"CidrBlock".into()).unwrap();
//! assert!(cidr.types.has_text());
//! ```
//!
//! <https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html>

mod decimal;
mod form;
mod line;
mod pattern;
mod schemas;
mod shape;
mod similar;
mod type_schema;
mod types;

pub use decimal::Decimal;
pub use form::Control;
pub use pattern::Pattern;
pub use schemas::Schemas;
pub use shape::{Bounds, Conditions, Range, Same, Shape, Target};
pub use similar::similar;
pub use type_schema::Schema;
pub use types::Types;

/// What is known when all data are there, read once for all tests.
#[cfg(test)]
pub(crate) fn everything() -> &'static Schemas {
    use drawbridge_schema::{CURATED, FURTHER, KINDS};
    static EVERYTHING: std::sync::LazyLock<Schemas> =
        std::sync::LazyLock::new(|| Schemas::read(&[CURATED, FURTHER]).with_names(KINDS));
    &EVERYTHING
}
