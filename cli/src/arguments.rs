//! The arguments of the program with the words of `--help`. Decides nothing.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Checks, converts, draws and formats CloudFormation templates.
///
/// Templates are JSON or YAML; which of the two is seen from the text, not from
/// the name. As a file, - is standard input or standard output. Nothing leaves
/// this machine.
#[derive(Debug, Parser)]
#[command(name = "drawbridge", version, propagate_version = true)]
#[command(after_long_help = EXIT_CODES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_CODES: &str = "Exit codes:
  0  All is well.
  1  check found an error, or fmt --check found a file that is not formatted.
  2  The arguments are wrong, or a file could not be read or written. The other
     files were still looked at.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(Check),
    Convert(Convert),
    Render(Render),
    Fmt(Fmt),
    Completions(Completions),
}

/// Report what is wrong with templates.
///
/// These are the findings that the app shows in the browser. What a resource
/// asks to ignore (Metadata: Drawbridge: Ignore: [RULE]) is not reported.
#[derive(Args, Debug)]
#[command(after_long_help = EXIT_CODES)]
pub(crate) struct Check {
    /// The templates; - is standard input.
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,

    /// The form of the report.
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub(crate) format: ReportFormat,

    /// The AWS region to deploy in, such as eu-central-1.
    ///
    /// Without it: the one that a saved design names, else us-east-1.
    #[arg(long)]
    pub(crate) region: Option<String>,

    /// The value of a parameter, in place of its default. May be repeated.
    ///
    /// It counts in each of the templates that declares the parameter; at least
    /// one must.
    #[arg(long = "parameter", value_name = "NAME=VALUE", value_parser = name_and_value)]
    pub(crate) parameters: Vec<(String, String)>,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// Lines to read.
    Text,
    /// One list of findings, for programs.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Workflow commands, which GitHub Actions shows beside the lines.
    Github,
}

/// Copy a template through Drawbridge, or write it in the other format.
///
/// Without --to, what is written is what was read, byte for byte, whatever OUT is
/// called: comments, order, quotes, indentation and line ends stay. A text that is
/// no template is refused.
#[derive(Args, Debug)]
pub(crate) struct Convert {
    /// The template to read; - is standard input.
    #[arg(value_name = "IN")]
    pub(crate) from: PathBuf,

    /// The file to write, which may be IN; - is standard output.
    #[arg(value_name = "OUT")]
    pub(crate) to_file: PathBuf,

    /// Write the text anew in this format.
    ///
    /// Values and their order stay. Comments and spacing do not.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) to: Option<TemplateFormat>,

    /// Leave out the layout that the app saves under Metadata, as the app's export does.
    #[arg(long)]
    pub(crate) without_layout: bool,
}

/// The format of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TemplateFormat {
    /// JSON, two spaces a level.
    Json,
    /// YAML, with short forms of the functions.
    Yaml,
}

/// Draw a template as an SVG picture.
///
/// What a saved design has placed is drawn there; everything else is arranged.
#[derive(Args, Debug)]
pub(crate) struct Render {
    /// The template; - is standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// The picture to write; - is standard output.
    #[arg(value_name = "OUT.svg")]
    pub(crate) out: PathBuf,
}

/// Lay out the text of templates anew, without altering what they say.
///
/// JSON is indented by two spaces, with one space after colons and none before;
/// what was written in one line stays in one line if it is deep and short enough.
/// In YAML, each level is indented by two spaces, blanks at the ends of lines go,
/// and more than one empty line becomes one. In both, line ends become
/// those of the first line, and the file ends with one. Comments, the order and the
/// way of writing each value stay. The result is read back: a text whose layout
/// cannot be altered safely is left as it is.
#[derive(Args, Debug)]
#[command(after_long_help = EXIT_CODES)]
pub(crate) struct Fmt {
    /// The templates, written in place; - formats standard input to standard output.
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,

    /// Write nothing: list the files that would change, and exit with 1 if there are any.
    #[arg(long)]
    pub(crate) check: bool,
}

/// Print the completions of a shell.
///
/// For bash, put the output of `drawbridge completions bash` into
/// ~/.local/share/bash-completion/completions/drawbridge. For zsh, put it as
/// _drawbridge into a folder of $fpath; for fish, as drawbridge.fish into
/// ~/.config/fish/completions.
#[derive(Args, Debug)]
pub(crate) struct Completions {
    /// The shell.
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

/// Reads `NAME=VALUE`; the value may be empty and may hold `=`.
fn name_and_value(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("write it as NAME=VALUE".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_value_may_be_empty_or_hold_an_equals_sign() {
        let read = |text| name_and_value(text).ok();
        assert_eq!(read("A=b=c"), Some(("A".to_owned(), "b=c".to_owned())));
        assert_eq!(read("A="), Some(("A".to_owned(), String::new())));
        assert_eq!((read("=b"), read("A")), (None, None));
    }
}
