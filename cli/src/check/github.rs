//! The report as workflow commands, which GitHub Actions shows beside the lines.
//!
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>

use std::fmt::Write;

use drawbridge_core::rules::Severity;

use super::report::{Report, Unread};
use super::uri::relative;

/// The report, a line for each problem and for each file that was not read.
pub(super) fn write(report: &Report) -> String {
    let mut out = String::new();
    for unread in &report.unread {
        out.push_str(&of_unread(unread));
    }
    for problem in &report.problems {
        let level = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let mut message = problem.message.clone();
        for fix in &problem.fixes {
            // Writing into a text does not fail.
            let _ = write!(message, "\nFix: {fix}");
        }
        let _ = writeln!(
            out,
            "::{level} file={},line={},col={},title={}::{}",
            property(&relative(&problem.file)),
            problem.line,
            problem.column,
            property(problem.rule),
            message_text(&message)
        );
    }
    out
}

fn of_unread(unread: &Unread) -> String {
    let mut place = property(&relative(&unread.file));
    if let Some(at) = unread.position {
        let _ = write!(place, ",line={},col={}", at.line, at.column);
    }
    format!(
        "::error file={place},title=Not a template::{}\n",
        message_text(&unread.message)
    )
}

/// A message: whatever would end the command is written as its number.
fn message_text(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property: what would end it as well.
fn property(text: &str) -> String {
    message_text(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_or_a_property_is_escaped() {
        assert_eq!(message_text("1%, a::b\r\n"), "1%25, a::b%0D%0A");
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
    }
}
