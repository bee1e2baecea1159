//! `reach`: one question with its trace, or a file of questions with an answer
//! in each line.

mod json;
mod questions;
mod text;

use anyhow::{Context, Result, bail};
use drawbridge_core::network::Family;
use drawbridge_core::reach::{End, Question, ask};

use crate::arguments::Reach;
use crate::outcome::Outcome;
use crate::{input, output, setting};

/// Answers what is asked of a template.
pub(crate) fn run(asked: &Reach) -> Result<Outcome> {
    let lowered = setting::network(&asked.template, &asked.setting)?;
    if let Some(path) = &asked.questions {
        if input::is_standard(path) && input::is_standard(&asked.template) {
            bail!("Only one of the two files can be standard input");
        }
        let text = input::read(path)?;
        let questions = questions::read(&text)
            .with_context(|| format!("{} holds no questions", path.display()))?;
        let mut lines = String::new();
        for question in questions {
            let answer = question.map_err(|why| why.to_string());
            let answer = answer.and_then(|it| ask(&lowered, &it).map_err(|why| why.0.to_string()));
            lines += &json::line(&answer)?;
        }
        output::print(&lines)?;
        return Ok(Outcome::Clean);
    }
    let question = question(asked)?;
    let answer = ask(&lowered, &question).map_err(|why| why.0.to_string());
    output::print(&if asked.json {
        json::line(&answer)?
    } else {
        text::write(&question, &answer)
    })?;
    Ok(Outcome::Clean)
}

/// The one question of the arguments.
fn question(asked: &Reach) -> Result<Question> {
    let end = |written: &Option<String>| -> Result<End> {
        let written = written.as_deref().unwrap_or_default();
        written.parse().context("An end is wrong")
    };
    let protocol = questions::protocol(&asked.proto, asked.ipv6)?;
    if protocol.has_ports() && asked.port.is_none() {
        bail!("Which port? Add --port, such as --port 443");
    }
    Ok(Question {
        from: end(&asked.from)?,
        to: end(&asked.to)?,
        protocol,
        port: asked.port.unwrap_or_default(),
        family: if asked.ipv6 { Family::V6 } else { Family::V4 },
    })
}
