//! What a rule is. Knows no rule.

use std::fmt;

use super::{Context, Finding, Findings, Fix};
use crate::prose;

/// One thing that can be wrong: how it is found, explained and mended.
#[derive(Debug)]
pub struct Rule {
    /// Its name, which never changes: designs name it to ignore it.
    pub id: &'static str,
    /// How bad it is, unless a finding says otherwise.
    pub severity: Severity,
    /// What is wrong, as a heading.
    pub title: &'static str,
    /// Why it matters and what to do: shown by "Why?" and in the docs. Like the
    /// examples below, empty in a build without the feature `prose`.
    pub why: &'static str,
    /// AWS's page that the rule rests on.
    pub guide: &'static str,
    /// A design with the mistake, as a fixture that notes every finding.
    pub bad: &'static str,
    /// A design without it.
    pub good: &'static str,
    /// Finds it.
    pub check: fn(&Context<'_>, &mut Findings),
    /// Mends it, by ways to choose from, the best first. Asked only for the
    /// finding that somebody looks at.
    pub fixes: fn(&Context<'_>, &Finding) -> Vec<Fix>,
}

impl Rule {
    /// The rule, with its texts if this build has them: see [`prose`](crate::prose).
    pub(super) const fn told(self) -> Self {
        Self {
            why: prose::told(self.why),
            bad: prose::told(self.bad),
            good: prose::told(self.good),
            ..self
        }
    }
}

/// Rules are equal when they have the same name.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

/// How bad a finding is. The worst comes first in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// AWS refuses it, or it cannot work.
    Error,
    /// It works and will be regretted.
    Warning,
    /// It could be tidier.
    Hint,
}

impl Severity {
    /// Its word: `error`, `warning` or `hint`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
