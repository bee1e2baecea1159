//! One text judged by the core: what is wrong, and where it stands. The only
//! place that calls the analysis.

use std::path::Path;
use std::sync::LazyLock;

use drawbridge_core::analysis::{Analysis, analyze};
use drawbridge_core::document::{Document, open};
use drawbridge_core::rules::{Finding, Fix, Severity, fixes_of};
use drawbridge_core::schema::Schemas;
use drawbridge_core::template::{Note, Refused};
use drawbridge_schema::{CURATED, FURTHER, KINDS};

use super::place::Places;
use super::report::{NOTE, Problem};
use crate::arguments::Check;
use crate::setting;

/// What came of one text.
pub(super) struct Judged {
    /// What is wrong, the worst first.
    pub(super) problems: Vec<Problem>,
    /// What is wrong and asked to be ignored.
    pub(super) ignored: Vec<Problem>,
    /// The given parameters that it declares.
    pub(super) parameters: Vec<String>,
}

/// Judges a text as the app does.
///
/// # Errors
/// It is no template.
pub(super) fn judge(path: &Path, text: &str, asked: &Check) -> Result<Judged, Refused> {
    let opened = open(text)?;
    let mut document = opened.document;
    let places = Places::of(&document, text);
    let parameters = setting::set(&mut document, &asked.setting);
    let analysis = derive(&document);
    let file = path.display().to_string();
    let fixes = fixes_of(
        &document,
        &analysis.schemas,
        &analysis.survey,
        &analysis.findings,
    );
    let mut problems: Vec<_> = opened
        .notes
        .iter()
        .map(|it| note(&file, it))
        .chain(analysis.findings.iter().zip(fixes).map(|(it, fixes)| {
            let fixes = fixes.iter().map(|Fix { title, .. }| title.to_string());
            problem(&file, it, &places, fixes.collect())
        }))
        .collect();
    problems.sort_by_key(|it| it.severity);
    let ignored = analysis.ignored.iter();
    Ok(Judged {
        problems,
        ignored: ignored
            .map(|it| problem(&file, it, &places, Vec::new()))
            .collect(),
        parameters,
    })
}

/// Everything derived from a document, by the function that the app calls.
fn derive(document: &Document) -> Analysis {
    analyze(document, &SCHEMAS)
}

/// What AWS says of every type, read when the first file is judged.
static SCHEMAS: LazyLock<Schemas> =
    LazyLock::new(|| Schemas::read(&[CURATED, FURTHER]).with_names(KINDS));

fn note(file: &str, note: &Note) -> Problem {
    Problem {
        file: file.to_owned(),
        rule: NOTE,
        // What was read is not what was written: nobody wants to learn that late.
        severity: Severity::Warning,
        message: note.message.to_string(),
        resource: None,
        path: String::new(),
        line: note.position.line,
        column: note.position.column,
        fixes: Vec::new(),
    }
}

fn problem(file: &str, finding: &Finding, places: &Places, fixes: Vec<String>) -> Problem {
    let at = places.position(finding);
    Problem {
        file: file.to_owned(),
        rule: finding.rule.id,
        severity: finding.severity,
        message: finding.message.to_string(),
        resource: Some(finding.resource.to_string()),
        path: finding.path.to_string(),
        line: at.line,
        column: at.column,
        fixes,
    }
}
