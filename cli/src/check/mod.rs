//! `check`: reads every file, has each judged, and reports in one form.

mod github;
mod json;
mod judge;
mod place;
mod report;
mod sarif;
mod text;
mod uri;

use std::collections::BTreeSet;

use anyhow::Result;

use crate::arguments::{Check, ReportFormat};
use crate::outcome::Outcome;
use crate::{input, output};
use report::{Report, Unread};

/// Reports what is wrong with the files.
pub(crate) fn run(asked: &Check) -> Result<Outcome> {
    let mut report = Report::default();
    let mut used = BTreeSet::new();
    for path in &asked.files {
        let judged = input::read(path)
            .map_err(|error| Unread::new(path, &error))
            .and_then(|text| {
                judge::judge(path, &text, asked).map_err(|refused| Unread::refused(path, &refused))
            });
        match judged {
            Ok(judged) => {
                report.files += 1;
                report.problems.extend(judged.problems);
                report.ignored.extend(judged.ignored);
                used.extend(judged.parameters);
            }
            Err(unread) => {
                output::complain(&unread.message);
                report.unread.push(unread);
            }
        }
    }
    let mut outcome = report.outcome();
    // With files unread, one of them may be the one that declares it.
    for (name, _) in &asked.setting.parameters {
        if report.unread.is_empty() && !used.contains(name) {
            output::complain(&format!("No template declares the parameter {name}"));
            outcome = Outcome::Failed;
        }
    }
    output::print(&match asked.format {
        ReportFormat::Text => text::write(&report, text::is_colored()),
        ReportFormat::Json => json::write(&report)?,
        ReportFormat::Sarif => sarif::write(&report)?,
        ReportFormat::Github => github::write(&report),
    })?;
    Ok(outcome)
}
