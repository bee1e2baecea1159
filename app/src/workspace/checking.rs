//! Findings and tiers, derived when the browser has time.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use drawbridge_core::analysis::analyze;
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use super::records::set_if_changed;
use super::{Badge, Workspace};

impl Workspace {
    /// Derives everything anew once the current event is done with. Of several
    /// calls in one event, one counts.
    pub(super) fn check_soon(self) {
        let revision = self.revision.get_untracked();
        set_timeout(
            move || {
                // A later step asks again by itself.
                if self.revision.try_get_untracked() == Some(revision) {
                    self.check();
                }
            },
            Duration::ZERO,
        );
    }

    fn check(self) {
        let schemas = self.schemas.get_untracked();
        let analysis = self.committed(|document| {
            self.know_types_of(document);
            analyze(document, &schemas)
        });
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
