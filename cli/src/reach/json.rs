//! Answers as JSON, one in a line.

use anyhow::Result;
use drawbridge_core::message::Message;
use drawbridge_core::reach::{Answer, Blocked, Direction, ReachHop};
use drawbridge_core::template::LogicalId;
use serde::Serialize;

/// What is written for an answer.
#[derive(Serialize)]
struct Written<'a> {
    forward: bool,
    reply: &'static str,
    reason: Option<&'static str>,
    #[serde(rename = "where")]
    place: Option<&'a str>,
    blocked: Vec<Cause<'a>>,
    trace: Vec<Hop<'a>>,
    assumptions: Vec<String>,
}

/// Something in the way.
#[derive(Serialize)]
struct Cause<'a> {
    code: &'static str,
    sentence: String,
    resource: Option<&'a str>,
    path: String,
    direction: &'static str,
}

/// A step of the way.
#[derive(Serialize)]
struct Hop<'a> {
    direction: &'static str,
    at: Option<&'a str>,
    what: String,
    resource: Option<&'a str>,
    path: String,
}

#[derive(Serialize)]
struct Unsupported<'a> {
    verdict: &'static str,
    why: &'a str,
}

/// An answer, or why there is none, with a line end.
pub(super) fn line(answer: &Result<Answer, String>) -> Result<String> {
    let text = match answer {
        Ok(answer) => serde_json::to_string(&written(answer))?,
        Err(why) => serde_json::to_string(&Unsupported {
            verdict: "unsupported",
            why,
        })?,
    };
    Ok(text + "\n")
}

fn written(answer: &Answer) -> Written<'_> {
    let first = answer.blocked.first();
    let place = first.and_then(|it| it.resource.as_ref());
    Written {
        forward: answer.forward,
        reply: answer.reply.as_str(),
        reason: first.map(|it| it.code.as_str()),
        place: place.map(LogicalId::as_str),
        blocked: answer.blocked.iter().map(cause).collect(),
        trace: answer.path.iter().map(hop).collect(),
        assumptions: answer.assumptions.iter().map(Message::to_string).collect(),
    }
}

fn cause(blocked: &Blocked) -> Cause<'_> {
    Cause {
        code: blocked.code.as_str(),
        sentence: blocked.sentence.to_string(),
        resource: blocked.resource.as_ref().map(LogicalId::as_str),
        path: blocked.path.to_string(),
        direction: direction(blocked.direction),
    }
}

fn hop(hop: &ReachHop) -> Hop<'_> {
    Hop {
        direction: direction(hop.direction),
        at: hop.at.as_ref().map(LogicalId::as_str),
        what: hop.what.to_string(),
        resource: hop.resource.as_ref().map(LogicalId::as_str),
        path: hop.path.to_string(),
    }
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::There => "forward",
        Direction::Back => "reply",
    }
}
