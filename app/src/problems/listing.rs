//! Which findings are listed, and what tells one row from another. Knows
//! nothing of the screen.

use std::collections::HashMap;
use std::sync::Arc;

use drawbridge_core::analysis::Analysis;
use drawbridge_core::document::Document;
use drawbridge_core::rules::{Context, Finding, Fix, Mending, Safety, Severity};
use drawbridge_core::template::{LogicalId, PropertyPath};

/// What stays the same of a finding while its words change, so that its row
/// stays too.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    rule: &'static str,
    resource: LogicalId,
    path: PropertyPath,
    /// Counts those that are otherwise the same.
    nth: usize,
}

/// A finding and the ways to mend it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub(super) key: Key,
    pub(super) finding: Finding,
    pub(super) fixes: Vec<Fix>,
}

impl Item {
    /// Whether its best fix can be pressed without thinking.
    pub(super) fn is_safe(&self) -> bool {
        self.fixes
            .first()
            .is_some_and(|fix| fix.safety == Safety::Safe)
    }

    /// Whether a text stands in what is said of it; any case.
    fn mentions(&self, wanted: &str) -> bool {
        let finding = &self.finding;
        let has = |text: &str| text.to_lowercase().contains(wanted);
        has(finding.rule.id)
            || has(finding.rule.title)
            || has(finding.resource.as_str())
            || has(&finding.message.to_string())
    }
}

/// The rows of everything that was found, while the ways to mend it are looked
/// for in the document as it was at the beginning.
pub(super) struct Listing {
    document: Document,
    analysis: Arc<Analysis>,
    mending: Mending,
}

impl Listing {
    pub(super) fn new(document: Document, analysis: Arc<Analysis>) -> Self {
        Self {
            document,
            analysis,
            mending: Mending::default(),
        }
    }

    /// Does a piece. Says whether there is more.
    pub(super) fn step(&mut self, has_time: &dyn Fn() -> bool) -> bool {
        let Analysis {
            findings,
            survey,
            schemas,
            ..
        } = &*self.analysis;
        let setting = self.document.setting();
        let context = Context::new(&self.document, &setting, survey, schemas);
        self.mending.step(context, findings, has_time)
    }

    /// The rows, in the order of what was found.
    pub(super) fn items(self) -> Vec<Item> {
        items(&self.analysis.findings, self.mending.fixes())
    }
}

fn items(findings: &[Finding], fixes: Vec<Vec<Fix>>) -> Vec<Item> {
    let mut seen: HashMap<(&str, &LogicalId, &PropertyPath), usize> = HashMap::new();
    let items = findings.iter().zip(fixes).map(|(finding, fixes)| {
        let place = (finding.rule.id, &finding.resource, &finding.path);
        let nth = seen.entry(place).or_default();
        let key = Key {
            rule: finding.rule.id,
            resource: finding.resource.clone(),
            path: finding.path.clone(),
            nth: *nth,
        };
        *nth += 1;
        Item {
            key,
            finding: finding.clone(),
            fixes,
        }
    });
    items.collect()
}

/// Which severities are listed, and which words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Filter {
    /// In the order of [`SEVERITIES`].
    pub(super) severities: [bool; 3],
    /// A part of what is said; empty for all.
    pub(super) text: String,
}

/// The severities, the worst first.
pub(super) const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Hint];

impl Filter {
    /// Lists everything.
    pub(super) fn everything() -> Self {
        Self {
            severities: [true; 3],
            text: String::new(),
        }
    }

    /// Whether an item is listed.
    pub(super) fn lists(&self, item: &Item) -> bool {
        let is_wanted = SEVERITIES
            .iter()
            .zip(self.severities)
            .any(|(severity, is_on)| is_on && *severity == item.finding.severity);
        let wanted = self.text.trim().to_lowercase();
        is_wanted && (wanted.is_empty() || item.mentions(&wanted))
    }
}

/// How many there are of a severity.
pub(super) fn count(items: &[Item], severity: Severity) -> usize {
    items
        .iter()
        .filter(|item| item.finding.severity == severity)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use drawbridge_core::analysis::analyze;
    use drawbridge_core::fixture;
    use drawbridge_core::schema::Schemas;

    fn overlapping() -> Vec<Item> {
        let text = "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  subnet b CidrBlock=10.0.1.128/25
";
        let document = fixture::design(text);
        let analysis = analyze(&document, &Schemas::default());
        let mut listing = Listing::new(document, Arc::new(analysis));
        while listing.step(&|| false) {}
        let mut items = listing.items();
        items.retain(|item| item.key.rule == "subnet-cidr-overlap");
        items
    }

    #[test]
    fn a_finding_comes_with_its_fixes() {
        let items = overlapping();
        assert_eq!(items.len(), 1);
        assert!(!items[0].fixes.is_empty());
        assert_eq!(count(&items, Severity::Error), 1);
        assert_eq!(count(&items, Severity::Hint), 0);
    }

    #[test]
    fn words_and_severities_filter() {
        let items = overlapping();
        let lists = |severities, text: &str| {
            Filter {
                severities,
                text: text.to_owned(),
            }
            .lists(&items[0])
        };
        assert!(Filter::everything().lists(&items[0]));
        assert!(lists([true, false, false], "OVERLAP"));
        assert!(lists([true; 3], "10.0.1.128"));
        assert!(!lists([true; 3], "gateway"));
        assert!(!lists([false, true, true], ""));
    }
}
