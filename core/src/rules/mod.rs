//! What can be wrong with a design: a folder for each subject, a file for each
//! rule, named as its id. A rule reads the [`Context`] and knows neither
//! pictures nor positions; its fixes are changes like any other.

mod checking;
mod conformity;
mod context;
mod finding;
mod fix;
mod fix_all;
mod ignoring;
mod mend;
mod mend_blocks;
mod mend_ways;
mod rule;

mod addresses;
mod filters;
mod placement;
mod routes;
mod template;

#[cfg(test)]
mod examples;
#[cfg(test)]
mod odd_values;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod told_once;

pub(crate) use checking::Checking;
pub use conformity::{Deviation, Wrong};
pub use context::{Context, WayOut};
pub use finding::{Finding, Findings, Spot};
pub use fix::{Fix, Safety};
pub use fix_all::{FixedAll, Mending, fix_all, fixes_of};
pub use ignoring::{ignore, ignored_rules};
pub use rule::{Rule, Severity};

use crate::document::Document;
use crate::lower::survey::Survey;
use crate::schema::Schemas;

/// Every rule, by subject, in the order of the docs.
pub fn subjects() -> [(&'static str, &'static [&'static Rule]); 5] {
    [
        ("Templates", template::RULES),
        ("Addresses", addresses::RULES),
        ("Routes and gateways", routes::RULES),
        ("Security groups and network ACLs", filters::RULES),
        ("Placement and load balancing", placement::RULES),
    ]
}

/// Every rule, in the order of the docs.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let rules = subjects().into_iter().flat_map(|(_, rules)| rules);
    rules.copied()
}

/// The rule of a name.
pub fn rule(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}

/// Everything that every rule finds, rule by rule.
pub fn check(context: Context<'_>) -> Vec<Finding> {
    let mut checking = Checking::default();
    checking.step(context, &|| true);
    checking.found()
}

/// The ways to mend a finding of a document, the best first.
///
/// Reads the document anew: ask when somebody looks at the finding.
pub fn fixes(document: &Document, schemas: &Schemas, finding: &Finding) -> Vec<Fix> {
    let survey = Survey::of(document);
    let setting = document.setting();
    let context = Context::new(document, &setting, &survey, schemas);
    (finding.rule.fixes)(&context, finding)
}

/// For rules that only a person can mend.
fn no_fix(_: &Context<'_>, _: &Finding) -> Vec<Fix> {
    Vec::new()
}
