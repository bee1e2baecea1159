//! `exposure`: what the Internet reaches, and what reaches the Internet.

use std::fmt::Write as _;

use anyhow::Result;
use drawbridge_core::reach::{Exposures, Leaving, Reached, exposures};
use serde::Serialize;

use crate::arguments;
use crate::outcome::Outcome;
use crate::output::shown;
use crate::words::{family, protocol, spans};
use crate::{output, setting};

/// Lists what the Internet reaches, and what reaches it.
pub(crate) fn run(asked: &arguments::Exposure) -> Result<Outcome> {
    let lowered = setting::network(&asked.template, &asked.setting)?;
    let exposed = exposures(&lowered);
    output::print(&if asked.json {
        json(&exposed)?
    } else {
        text(&exposed)
    })?;
    Ok(Outcome::Clean)
}

#[derive(Serialize)]
struct Written {
    reached: Vec<WrittenReached>,
    leaving: Vec<WrittenLeaving>,
}

#[derive(Serialize)]
struct WrittenReached {
    resource: String,
    ipv: u8,
    proto: String,
    ports: String,
    sources: Vec<String>,
    through: Vec<String>,
    reply: &'static str,
}

#[derive(Serialize)]
struct WrittenLeaving {
    resource: String,
    ipv: u8,
    through: Vec<String>,
    address: Option<String>,
}

fn json(exposed: &Exposures) -> Result<String> {
    let reached = exposed.reached.iter().map(|it| WrittenReached {
        resource: it.resource.to_string(),
        ipv: family(it.family),
        proto: protocol(it.protocol),
        ports: spans(&it.ports),
        sources: it.sources.iter().map(ToString::to_string).collect(),
        through: it.through.iter().map(ToString::to_string).collect(),
        reply: it.reply.as_str(),
    });
    let leaving = exposed.leaving.iter().map(|it| WrittenLeaving {
        resource: it.resource.to_string(),
        ipv: family(it.family),
        through: it.through.iter().map(ToString::to_string).collect(),
        address: it.address.map(|address| address.to_string()),
    });
    let written = Written {
        reached: reached.collect(),
        leaving: leaving.collect(),
    };
    Ok(serde_json::to_string_pretty(&written)? + "\n")
}

// Writing into a text does not fail.
fn text(exposed: &Exposures) -> String {
    let mut text = String::from("The Internet reaches:\n");
    for reached in &exposed.reached {
        let _ = writeln!(text, "  {}", shown(&line(reached)));
    }
    if exposed.reached.is_empty() {
        text += "  nothing\n";
    }
    text += "\nThe Internet is reached by:\n";
    for leaving in &exposed.leaving {
        let _ = writeln!(text, "  {}", shown(&out(leaving)));
    }
    if exposed.leaving.is_empty() {
        text += "  nothing\n";
    }
    text
}

fn line(reached: &Reached) -> String {
    let mut line = format!("{} {}", reached.resource, protocol(reached.protocol));
    if reached.protocol.has_ports() {
        let _ = write!(line, " {}", spans(&reached.ports));
    }
    if family(reached.family) == 6 {
        line += " over IPv6";
    }
    let is_everywhere = reached.sources.iter().any(|block| block.prefix_len() == 0);
    let sources: Vec<String> = reached.sources.iter().map(ToString::to_string).collect();
    if !is_everywhere && !sources.is_empty() {
        let _ = write!(line, " from {}", sources.join(", "));
    }
    line += &by(&reached.through);
    match reached.reply.as_str() {
        "always" => {}
        "sometimes" => line += " (the reply gets back to some clients only)",
        _ => line += " (the reply never gets back)",
    }
    line
}

fn out(leaving: &Leaving) -> String {
    let mut line = leaving.resource.to_string();
    if family(leaving.family) == 6 {
        line += " over IPv6";
    }
    line += &by(&leaving.through);
    if let Some(address) = leaving.address {
        let _ = write!(line, " as {address}");
    }
    line
}

fn by(through: &[drawbridge_core::template::LogicalId]) -> String {
    if through.is_empty() {
        return String::new();
    }
    let names: Vec<String> = through.iter().map(ToString::to_string).collect();
    format!(" through {}", names.join(", "))
}
