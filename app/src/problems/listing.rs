//! Which findings are listed, and what tells one row from another. Knows
//! nothing of the screen.

use std::collections::HashMap;

use drawbridge_core::analysis::Analysis;
use drawbridge_core::document::Document;
use drawbridge_core::rules::{self, Finding, Fix, Safety, Severity};
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

/// The rows of everything that was found, in its order.
pub(super) fn items(document: &Document, analysis: &Analysis) -> Vec<Item> {
    let fixes = rules::fixes_of(
        document,
        &analysis.schemas,
        &analysis.survey,
        &analysis.findings,
    );
    let mut seen: HashMap<(&str, &LogicalId, &PropertyPath), usize> = HashMap::new();
    let items = analysis.findings.iter().zip(fixes).map(|(finding, fixes)| {
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
        let mut items = items(&document, &analyze(&document, &Schemas::default()));
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
