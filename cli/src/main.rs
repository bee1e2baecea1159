//! `drawbridge`: the core in the terminal. Reads arguments, calls the command,
//! and turns what came of it into an exit code. Knows nothing of templates.

mod arguments;
mod check;
mod completions;
mod convert;
mod exposure;
mod fmt;
mod input;
mod matrix;
mod outcome;
mod output;
mod reach;
mod render;
mod setting;
mod words;

use std::process::ExitCode;

use arguments::{Arguments, Command};
use clap::Parser;
use outcome::Outcome;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match &arguments.command {
        Command::Check(asked) => check::run(asked),
        Command::Reach(asked) => reach::run(asked),
        Command::Matrix(asked) => matrix::run(asked),
        Command::Exposure(asked) => exposure::run(asked),
        Command::Convert(asked) => convert::run(asked),
        Command::Render(asked) => render::run(asked),
        Command::Fmt(asked) => Ok(fmt::run(asked)),
        Command::Completions(asked) => completions::run(asked),
    };
    let outcome = result.unwrap_or_else(|error| {
        output::complain(&format!("{error:#}"));
        Outcome::Failed
    });
    outcome.into()
}
