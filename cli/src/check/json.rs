//! The report as one list in JSON.

use anyhow::Result;

use super::report::Report;

/// The report, with a final line end.
pub(super) fn write(report: &Report) -> Result<String> {
    Ok(serde_json::to_string_pretty(&report.problems)? + "\n")
}
