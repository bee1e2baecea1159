//! Everything derived from a document, in one call, or in pieces where something
//! else must not wait. Decides nothing itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::Document;
use crate::lower::survey::{Survey, Tier};
use crate::rules::{self, Checking, Context, Finding};
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
    let mut checking = Checking::default();
    check(document, &survey, schemas, &mut checking, &|| true);
    conclude(document, Arc::new(survey), schemas, checking)
}

/// An analysis that is being made: of the document as it was at the beginning,
/// whatever becomes of it meanwhile.
#[derive(Debug)]
pub struct AnalysisBuilder {
    document: Document,
    schemas: Schemas,
    survey: Option<Arc<Survey>>,
    checking: Checking,
}

impl AnalysisBuilder {
    /// Begins the analysis of a document, with what is known of types.
    pub fn new(document: Document, schemas: Schemas) -> Self {
        Self {
            document,
            schemas,
            survey: None,
            checking: Checking::default(),
        }
    }

    /// Does a piece: the survey, or as many rules as there is time for, at least
    /// one. Says whether there is more.
    pub fn step(&mut self, has_time: &dyn Fn() -> bool) -> bool {
        let Some(survey) = &self.survey else {
            self.survey = Some(Arc::new(Survey::of(&self.document)));
            return true;
        };
        let Self {
            document, schemas, ..
        } = self;
        check(document, survey, schemas, &mut self.checking, has_time)
    }

    /// The analysis, with whatever is still missing.
    pub fn finish(mut self) -> Analysis {
        while self.step(&|| true) {}
        let survey = self.survey.unwrap_or_default();
        conclude(&self.document, survey, &self.schemas, self.checking)
    }
}

fn check(
    document: &Document,
    survey: &Survey,
    schemas: &Schemas,
    checking: &mut Checking,
    has_time: &dyn Fn() -> bool,
) -> bool {
    let setting = document.setting();
    let context = Context::new(document, &setting, survey, schemas);
    checking.step(context, has_time)
}

/// What was found, in order.
fn conclude(
    document: &Document,
    survey: Arc<Survey>,
    schemas: &Schemas,
    checking: Checking,
) -> Analysis {
    let mut found = checking.found();
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
        survey,
        schemas: schemas.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::schema::everything;

    #[test]
    fn in_the_smallest_pieces_it_finds_the_same() {
        for rule in rules::all() {
            let document = fixture::design(rule.bad);
            let at_once = analyze(&document, everything());
            let mut builder = AnalysisBuilder::new(document, everything().clone());
            let mut pieces = 1;
            while builder.step(&|| false) {
                pieces += 1;
            }
            // The survey, then each rule by itself.
            assert_eq!(pieces, 1 + rules::all().count());
            let in_pieces = builder.finish();
            assert_eq!(in_pieces.findings, at_once.findings, "{}", rule.id);
            assert_eq!(in_pieces.ignored, at_once.ignored);
            assert_eq!(in_pieces.tiers, at_once.tiers);
        }
    }

    #[test]
    fn what_is_begun_is_of_the_document_as_it_was() {
        let document = fixture::design("vpc main CidrBlock=10.0.0.0/33");
        let expected = analyze(&document, &Schemas::default()).findings;
        let mut builder = AnalysisBuilder::new(document.clone(), Schemas::default());
        builder.step(&|| false);
        drop(document);
        assert!(!expected.is_empty());
        assert_eq!(builder.finish().findings, expected);
    }
}
