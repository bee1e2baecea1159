//! The arguments of the program with the words of `--help`. Decides nothing.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Checks, questions, converts, draws and formats CloudFormation templates.
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
    Reach(Reach),
    Matrix(Matrix),
    Exposure(Exposure),
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

    #[command(flatten)]
    pub(crate) setting: Setting,
}

/// Where and with which values templates are deployed.
#[derive(Args, Debug, Default)]
pub(crate) struct Setting {
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

/// Ask who reaches whom, and by which way, or what is in the way.
///
/// Without QUESTIONS, --from and --to ask one question. An end is the logical id
/// of an instance, network interface, load balancer, database, mount target,
/// function or endpoint (@public behind it: by its public address), or internet,
/// internet:ADDRESS, onprem, onprem:ADDRESS, s3, dynamodb, ip:ADDRESS.
#[derive(Args, Debug)]
#[command(after_long_help = QUESTIONS)]
pub(crate) struct Reach {
    /// The template; - is standard input.
    #[arg(value_name = "TEMPLATE")]
    pub(crate) template: PathBuf,

    /// A file of questions: a list in JSON. The answers are JSON, one in a line.
    #[arg(value_name = "QUESTIONS", conflicts_with_all = ["from", "to", "json"])]
    pub(crate) questions: Option<PathBuf>,

    /// Who opens the connection.
    #[arg(
        long,
        value_name = "END",
        required_unless_present = "questions",
        requires = "to"
    )]
    pub(crate) from: Option<String>,

    /// Who is to take it.
    #[arg(
        long,
        value_name = "END",
        required_unless_present = "questions",
        requires = "from"
    )]
    pub(crate) to: Option<String>,

    /// tcp, udp, icmp, icmpv6, all, or the number of a protocol.
    #[arg(
        long,
        value_name = "PROTOCOL",
        default_value = "tcp",
        conflicts_with = "questions"
    )]
    pub(crate) proto: String,

    /// The port that is called; needed for tcp and udp.
    #[arg(long, conflicts_with = "questions")]
    pub(crate) port: Option<u16>,

    /// Ask over IPv6 instead of IPv4.
    #[arg(long, conflicts_with = "questions")]
    pub(crate) ipv6: bool,

    /// Answer in JSON instead of lines to read.
    #[arg(long)]
    pub(crate) json: bool,

    #[command(flatten)]
    pub(crate) setting: Setting,
}

const QUESTIONS: &str = r#"Questions:
  [{"src": "internet", "dst": "Web", "proto": "tcp", "port": 443, "ipv": 4}, ..]

Answers, in the same order, one in a line:
  {"forward": true, "reply": "always", "reason": null, "where": null, "trace": [..], ..}
  {"verdict": "unsupported", "why": ".."}

Exit codes:
  0  Every question was answered, whatever the answer.
  2  The arguments are wrong, or a file could not be read."#;

/// List what reaches what: all ends of a template, by classes of equals.
#[derive(Args, Debug)]
pub(crate) struct Matrix {
    /// The template; - is standard input.
    #[arg(value_name = "TEMPLATE")]
    pub(crate) template: PathBuf,

    /// Write JSON instead of lines to read.
    #[arg(long)]
    pub(crate) json: bool,

    #[command(flatten)]
    pub(crate) setting: Setting,
}

/// List what the Internet reaches, and what reaches the Internet.
#[derive(Args, Debug)]
pub(crate) struct Exposure {
    /// The template; - is standard input.
    #[arg(value_name = "TEMPLATE")]
    pub(crate) template: PathBuf,

    /// Write JSON instead of lines to read.
    #[arg(long)]
    pub(crate) json: bool,

    #[command(flatten)]
    pub(crate) setting: Setting,
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
