//! Everything derived from a document, in one call. Decides nothing itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::Document;
use crate::lower::survey::{Survey, Tier};
use crate::rules::{self, Context, Finding};
use crate::schema::Schemas;
use crate::sorting;
use crate::template::LogicalId;

/// Everything derived from a document.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// What is wrong: the worst first, then in the order of the file.
    pub findings: Vec<Finding>,
    /// What is wrong and asked to be ignored, in the same order.
    pub ignored: Vec<Finding>,
    /// How each subnet's default route leaves.
    pub tiers: BTreeMap<LogicalId, Tier>,
    /// What the template says of networks.
    pub survey: Arc<Survey>,
    /// What was known of types of resource: fixes are to know the same.
    pub schemas: Schemas,
}

/// Derives everything from a document, with what is known of types.
pub fn analyze(document: &Document, schemas: &Schemas) -> Analysis {
    let survey = Survey::of(document);
    let setting = document.setting();
    let mut found = rules::check(&Context::new(document, &setting, &survey, schemas));
    let resources = &document.template.resources;
    sorting::sort_by_key(&mut found, |it| {
        (it.severity, resources.get_index_of(&it.resource))
    });
    let (ignored, findings) = found.into_iter().partition(|finding| {
        let resource = resources.get(&finding.resource);
        resource.is_some_and(|it| rules::ignored_rules(it).any(|id| id == finding.rule.id))
    });
    let tiers = survey.subnets.values().map(|it| (it.id.clone(), it.tier));
    Analysis {
        findings,
        ignored,
        tiers: sorting::map(tiers),
        survey: Arc::new(survey),
        schemas: schemas.clone(),
    }
}
