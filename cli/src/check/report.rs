//! What was found in all files, in the form in which it is reported. Knows no
//! format of a report.

use std::path::Path;

use drawbridge_core::rules::Severity;
use drawbridge_core::template::{Position, Refused};
use serde::Serialize;

use crate::input;
use crate::outcome::Outcome;

/// The rule that notes of reading are reported under.
pub(super) const NOTE: &str = "note";

/// What was found in all files.
#[derive(Debug, Default)]
pub(super) struct Report {
    /// How many files were judged.
    pub(super) files: usize,
    /// What is wrong, file by file, the worst of each file first.
    pub(super) problems: Vec<Problem>,
    /// What is wrong and asked to be ignored, in the same order.
    pub(super) ignored: Vec<Problem>,
    /// The files that are no templates, or that cannot be read.
    pub(super) unread: Vec<Unread>,
}

/// Something that is wrong, as docs/cli.md promises it to programs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Problem {
    /// The file as it was named; `-` is standard input.
    pub(super) file: String,
    /// The id of the rule, or [`NOTE`].
    pub(super) rule: &'static str,
    /// How bad it is.
    #[serde(serialize_with = "word")]
    pub(super) severity: Severity,
    /// What is wrong.
    pub(super) message: String,
    /// The resource that is to be mended; none for a note.
    pub(super) resource: Option<String>,
    /// The property inside of `Properties`, empty for the whole resource.
    pub(super) path: String,
    /// The line, from 1.
    pub(super) line: usize,
    /// The column in characters, from 1.
    pub(super) column: usize,
    /// What the fixes would do, the best first.
    pub(super) fixes: Vec<String>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the form that serde calls"
)]
fn word<S: serde::Serializer>(severity: &Severity, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(severity.word())
}

/// A file that was not judged.
#[derive(Debug)]
pub(super) struct Unread {
    /// The file as it was named.
    pub(super) file: String,
    /// Why, the name of the file included.
    pub(super) message: String,
    /// Where reading ended, if it began.
    pub(super) position: Option<Position>,
}

impl Unread {
    /// A file that cannot be read.
    pub(super) fn new(path: &Path, error: &anyhow::Error) -> Self {
        Self {
            file: path.display().to_string(),
            message: format!("{error:#}"),
            position: None,
        }
    }

    /// A file that is no template.
    pub(super) fn refused(path: &Path, refused: &Refused) -> Self {
        Self {
            position: Some(refused.position),
            ..Self::new(path, &input::refusal(path, refused))
        }
    }
}

impl Report {
    /// How many problems are so bad.
    pub(super) fn count(&self, severity: Severity) -> usize {
        let problems = self.problems.iter();
        problems.filter(|it| it.severity == severity).count()
    }

    /// What the exit code says of it.
    pub(super) fn outcome(&self) -> Outcome {
        if !self.unread.is_empty() {
            Outcome::Failed
        } else if self.count(Severity::Error) > 0 {
            Outcome::Found
        } else {
            Outcome::Clean
        }
    }
}
