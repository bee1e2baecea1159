//! Where a template departs from what AWS says of its types, found in one walk
//! over every resource and then told by several rules, each its own part.
//!
//! Whatever cannot be told is in order: values that only a deployment knows,
//! types of which nothing is known, and everything that a macro may rewrite.
//! Names no rule.

mod presence;
mod scalar;
mod together;
mod walk;

use crate::rules::Context;
use crate::schema::{Bounds, Pattern, Range, Types};
use crate::template::{LogicalId, PropertyPath, Template, Value};

/// A place that departs from what AWS says of the type.
#[derive(Clone, Debug, PartialEq)]
pub struct Deviation {
    /// The resource.
    pub resource: LogicalId,
    /// The place in its properties.
    pub path: PropertyPath,
    /// In what.
    pub wrong: Wrong,
}

/// In what a place departs from what AWS says.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// There is no such property; perhaps this one is meant.
    Unknown(Option<String>),
    /// Only AWS fills this property in.
    ReadOnly,
    /// It is required and not there.
    Missing,
    /// It is not there, and the named one needs it.
    NeededBy(String),
    /// None of these properties of the place is there.
    NoneOf(Vec<String>),
    /// It stands beside the named one, which excludes it.
    ExcludedBy(String),
    /// The value is of another type than these.
    Type(Types),
    /// The value is none of these; perhaps the other is meant.
    Choice {
        /// What stands there.
        given: String,
        /// What may stand there.
        choices: Vec<String>,
        /// What is near it.
        similar: Option<String>,
    },
    /// The value does not look like this.
    Pattern(String, Pattern),
    /// The text is no block of addresses.
    Block(String),
    /// The number is smaller or larger.
    Range(String, Range),
    /// The text is shorter or longer: how many characters it has.
    Length(usize, Bounds),
    /// The list has fewer or more items: how many it has.
    Count(usize, Bounds),
    /// The resource that it names is of none of these types.
    Kind(LogicalId, Vec<String>),
}

/// The most deviations that are looked for, in a template and in a resource: a
/// bound on time, since each is compared with every name that may be meant.
const MOST: usize = 1000;
const MOST_OF_ONE: usize = 100;

/// Every deviation of a template, in the order of the file.
pub(super) fn deviations(context: &Context<'_>) -> Vec<Deviation> {
    if context.schemas.is_empty() || may_be_rewritten(context.template()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (id, resource) in &context.template().resources {
        if found.len() >= MOST {
            break;
        }
        if let Some(schema) = context.schemas.get(resource.kind().as_str()) {
            found.extend(walk::resource(context, &schema, id, resource));
        }
    }
    found
}

/// Transforms of AWS that leave the properties of AWS's own types as they are,
/// but for functions in them, by the beginning of their names.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html>
const HARMLESS: [&str; 3] = [
    "AWS::Serverless-",
    "AWS::LanguageExtensions",
    "AWS::SecretsManager-",
];

/// Whether a macro may make something else of the resources that are written.
pub(super) fn may_be_rewritten(template: &Template) -> bool {
    let is_harmless = |value: &Value| {
        let name = value.as_text().unwrap_or_default();
        HARMLESS.iter().any(|harmless| name.starts_with(harmless))
    };
    match template.sections.get("Transform") {
        None => false,
        Some(Value::List(list)) => !list.iter().all(is_harmless),
        Some(value) => !is_harmless(value),
    }
}

#[cfg(test)]
#[path = "conformity_tests.rs"]
mod tests;
