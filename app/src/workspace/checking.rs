//! Findings and tiers, derived when the browser has time: in slices, so that an
//! edit is drawn at once however large the design is. Until all of it is there,
//! what was found before stays.

use std::collections::HashMap;
use std::sync::Arc;

use drawbridge_core::analysis::{Analysis, AnalysisBuilder};
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use super::records::set_if_changed;
use super::{Badge, Workspace};
use crate::platform::in_slices;

impl Workspace {
    /// Derives everything anew once the current event is done with. Of several
    /// calls the last one counts, even if an earlier one is under way.
    pub(super) fn check_soon(self) {
        let number = self.checks.with_value(|checks| checks + 1);
        self.checks.set_value(number);
        let mut builder = None;
        in_slices(Box::new(move |has_time| {
            if self.checks.try_get_value() != Some(number) {
                return true;
            }
            let has_more = builder.get_or_insert_with(|| self.begin()).step(has_time);
            if !has_more && let Some(builder) = builder.take() {
                self.publish_analysis(builder.finish());
            }
            !has_more
        }));
    }

    fn begin(self) -> AnalysisBuilder {
        self.committed(|document| {
            self.know_types_of(document);
            AnalysisBuilder::new(document.clone(), self.schemas.get_untracked())
        })
    }

    fn publish_analysis(self, analysis: Analysis) {
        let mut badges: HashMap<&LogicalId, Badge> = HashMap::new();
        for finding in &analysis.findings {
            let badge = badges.entry(&finding.resource).or_insert(Badge {
                severity: finding.severity,
                count: 0,
            });
            badge.count += 1;
            badge.severity = badge.severity.min(finding.severity);
        }
        self.records.with_value(|records| {
            for (id, record) in &records.nodes {
                set_if_changed(&record.badge, badges.get(id).copied());
                set_if_changed(&record.tier, analysis.tiers.get(id).copied());
            }
        });
        self.analysis.set(Arc::new(analysis));
    }
}
