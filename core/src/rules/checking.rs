//! Rules run one after the other, with room for other work in between. Knows no
//! rule.

use super::conformity::Deviation;
use super::{Context, Finding, Findings, all, filters, template};

/// Rules that are being run over a design. Whoever steps brings the same design
/// each time.
#[derive(Debug, Default)]
pub(crate) struct Checking {
    found: Vec<Finding>,
    /// How many rules have been run.
    next: usize,
    /// What one step finds out for the next ones, since it takes long.
    deviations: Option<Vec<Deviation>>,
}

impl Checking {
    /// Runs as many further rules as there is time for, at least one. Says
    /// whether there are more.
    pub(crate) fn step(&mut self, mut context: Context<'_>, has_time: &dyn Fn() -> bool) -> bool {
        context.bring(self.deviations.take());
        let mut rules = all().skip(self.next);
        for rule in rules.by_ref() {
            let mut findings = Findings::of(rule);
            (rule.check)(&context, &mut findings);
            self.found.extend(findings.into_list());
            self.next += 1;
            if !has_time() {
                break;
            }
        }
        let has_more = rules.next().is_some();
        self.deviations = context.into_deviations();
        has_more
    }

    /// Everything that was found, rule by rule, each mistake once.
    pub(crate) fn found(mut self) -> Vec<Finding> {
        filters::without_repetitions(&mut self.found);
        template::without_repetitions(self.found)
    }
}
