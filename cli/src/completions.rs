//! The completions of a shell.

use anyhow::Result;
use clap::CommandFactory;

use crate::arguments::{Arguments, Completions};
use crate::outcome::Outcome;
use crate::output;

/// Prints the completions of a shell.
pub(crate) fn run(asked: &Completions) -> Result<Outcome> {
    // In memory first: the generator panics where nobody reads its output.
    let mut script = Vec::new();
    clap_complete::generate(
        asked.shell,
        &mut Arguments::command(),
        "drawbridge",
        &mut script,
    );
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Clean)
}
