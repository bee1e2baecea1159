//! What came of a command, and its exit code.

use std::process::ExitCode;

/// What came of a command. The worst comes last in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    /// All is well: 0.
    Clean,
    /// Everything was read, and something is wrong with it: 1.
    Found,
    /// Something could not be read or written: 2, as for wrong arguments.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Clean => 0,
            Outcome::Found => 1,
            Outcome::Failed => 2,
        })
    }
}
