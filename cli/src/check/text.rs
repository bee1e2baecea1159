//! The report as lines to read, in colors where a person reads them.

use std::fmt::Write;
use std::io::{self, IsTerminal};

use drawbridge_core::rules::Severity;

use super::report::{Problem, Report};
use crate::output::shown;

const BOLD: &str = "1";
const DIM: &str = "2";

/// Whether standard output is a terminal on which colors are welcome.
/// <https://no-color.org>
pub(super) fn is_colored() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|it| it == "dumb");
    io::stdout().is_terminal() && !is_set("NO_COLOR") && !is_dumb
}

/// The report: a block of lines for each file, and a line that counts.
pub(super) fn write(report: &Report, colored: bool) -> String {
    let mut out = Out {
        text: String::new(),
        colored,
    };
    let mut file = None;
    for problem in &report.problems {
        if file.is_some_and(|file| file != &problem.file) {
            out.text.push('\n');
        }
        file = Some(&problem.file);
        out.problem(problem);
    }
    if file.is_some() {
        out.text.push('\n');
    }
    out.text.push_str(&counts(report));
    out.text
}

struct Out {
    text: String,
    colored: bool,
}

impl Out {
    fn problem(&mut self, problem: &Problem) {
        let place = format!(
            "{}:{}:{}:",
            shown(&problem.file),
            problem.line,
            problem.column
        );
        self.painted(BOLD, &place);
        self.text.push(' ');
        self.painted(color(problem.severity), problem.severity.word());
        self.text.push(' ');
        self.painted(DIM, &format!("{}:", problem.rule));
        // Writing into a text does not fail.
        let _ = writeln!(self.text, " {}", shown(&problem.message));
        for fix in &problem.fixes {
            self.painted(DIM, &format!("    fix: {}", shown(fix)));
            self.text.push('\n');
        }
    }

    fn painted(&mut self, color: &str, text: &str) {
        if self.colored {
            let _ = write!(self.text, "\u{1b}[{color}m{text}\u{1b}[0m");
        } else {
            self.text.push_str(text);
        }
    }
}

/// Red, yellow and cyan in the terminal's own shades.
fn color(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "1;31",
        Severity::Warning => "1;33",
        Severity::Hint => "1;36",
    }
}

fn counts(report: &Report) -> String {
    let mut line = [Severity::Error, Severity::Warning, Severity::Hint]
        .map(|severity| counted(report.count(severity), severity.word()))
        .join(", ");
    let _ = write!(line, " in {}", counted(report.files, "file"));
    if !report.ignored.is_empty() {
        let _ = write!(line, "; {} ignored", report.ignored.len());
    }
    if !report.unread.is_empty() {
        let _ = write!(line, "; {} not read", counted(report.unread.len(), "file"));
    }
    line + "\n"
}

fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_are_put_around_words_and_change_none() {
        let report = Report {
            files: 1,
            problems: vec![Problem {
                file: "a\u{1b}.yaml".to_owned(),
                rule: "some-rule",
                severity: Severity::Error,
                message: "It is\u{7} wrong.".to_owned(),
                resource: None,
                path: String::new(),
                line: 2,
                column: 3,
                fixes: vec!["Mend it".to_owned()],
            }],
            ..Report::default()
        };
        let plain = write(&report, false);
        assert_eq!(
            plain,
            "a\\u{1b}.yaml:2:3: error some-rule: It is\\u{7} wrong.\n    fix: Mend it\n\n1 error, 0 warnings, 0 hints in 1 file\n"
        );
        let mut colored = write(&report, true);
        assert!(colored.contains("\u{1b}[1;31merror\u{1b}[0m"), "{colored}");
        for sign in ["\u{1b}[1;31m", "\u{1b}[1m", "\u{1b}[2m", "\u{1b}[0m"] {
            colored = colored.replace(sign, "");
        }
        assert_eq!(colored, plain);
    }
}
