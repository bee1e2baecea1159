//! `fmt`: templates with their white space laid out anew. Nothing else is
//! altered, and what the result says is compared before anything is written.

mod json;
mod levels;
mod lines;
mod tokens;
mod within;
mod yaml;

#[cfg(test)]
mod tests;

use std::path::Path;

use anyhow::Result;
use drawbridge_core::template::{Format, Refused, Source, read};

use yaml::Wish;

use crate::arguments::Fmt;
use crate::outcome::Outcome;
use crate::{input, output};

/// Formats files in place, or lists those that would change.
pub(crate) fn run(asked: &Fmt) -> Outcome {
    let mut outcome = Outcome::Clean;
    for path in &asked.files {
        let done = one(path, asked.check).unwrap_or_else(|error| {
            output::complain(&format!("{error:#}"));
            Outcome::Failed
        });
        outcome = outcome.max(done);
    }
    outcome
}

fn one(path: &Path, only_check: bool) -> Result<Outcome> {
    let text = input::read(path)?;
    let formatted = formatted(&text).map_err(|refused| input::refusal(path, &refused))?;
    let same = formatted == text;
    if only_check {
        if same {
            return Ok(Outcome::Clean);
        }
        output::print(&format!("{}\n", output::shown(&path.to_string_lossy())))?;
        return Ok(Outcome::Found);
    }
    if input::is_standard(path) || !same {
        output::write(path, &formatted)?;
    }
    Ok(Outcome::Clean)
}

/// The text with its white space laid out anew; as it is where that is not safe.
///
/// # Errors
/// It is no template.
fn formatted(text: &str) -> Result<String, Refused> {
    let template = read(text)?.template;
    let Some(source) = template.source() else {
        return Ok(text.to_owned());
    };
    let newline = lines::newline(text);
    let unix = text.replace("\r\n", "\n");
    let safe = |laid_out: String| {
        let candidate = laid_out.replace('\n', newline);
        says_the_same(source, &candidate).then_some(candidate)
    };
    let found = match source.format {
        Format::Json => safe(json::lay_out(&unix)),
        Format::Yaml => {
            let again = read(&unix)?.template;
            let lay_out = |wish| yaml::lay_out(again.source()?, wish).and_then(&safe);
            [Wish::Levels, Wish::Ends].into_iter().find_map(lay_out)
        }
    };
    Ok(found.unwrap_or_else(|| text.to_owned()))
}

/// Whether a text has the values of another, and its signs in their order.
fn says_the_same(source: &Source, candidate: &str) -> bool {
    fn signs(text: &str) -> impl Iterator<Item = char> {
        text.chars().filter(|sign| !sign.is_whitespace())
    }
    signs(&source.text).eq(signs(candidate))
        && read(candidate).is_ok_and(|reading| {
            reading
                .template
                .source()
                .is_some_and(|again| again.format == source.format && again.value == source.value)
        })
}
