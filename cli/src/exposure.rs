//! `exposure`: what the Internet reaches, and what reaches the Internet.

use std::fmt::Write as _;

use anyhow::Result;
use drawbridge_core::network::{Direction, Family, PortSet, Protocol};
use drawbridge_core::reach::{Exposures, Leaving, Reached, Unsettled, exposures};
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
    unsettled: Vec<WrittenUnsettled>,
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

#[derive(Serialize)]
struct WrittenUnsettled {
    resource: String,
    direction: &'static str,
    ipv: u8,
    proto: String,
    ports: String,
    why: String,
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
    let unsettled = exposed.unsettled.iter().map(|it| WrittenUnsettled {
        resource: it.resource.to_string(),
        direction: match it.direction {
            Direction::Inbound => "in",
            Direction::Outbound => "out",
        },
        ipv: family(it.family),
        proto: protocol(it.protocol),
        ports: spans(&it.ports),
        why: it.why.to_string(),
    });
    let written = Written {
        reached: reached.collect(),
        leaving: leaving.collect(),
        unsettled: unsettled.collect(),
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
    if !exposed.unsettled.is_empty() {
        text += "\nThe design does not settle:\n";
    }
    for unsettled in &exposed.unsettled {
        let _ = writeln!(text, "  {}", shown(&perhaps(unsettled)));
    }
    text
}

fn perhaps(unsettled: &Unsettled) -> String {
    let what = match unsettled.direction {
        Direction::Inbound => "whether the Internet reaches",
        Direction::Outbound => "whether the Internet is reached by",
    };
    let traffic = traffic(unsettled.protocol, unsettled.family, &unsettled.ports);
    format!("{what} {} {traffic}: {}", unsettled.resource, unsettled.why)
}

fn traffic(carried: Protocol, over: Family, ports: &PortSet) -> String {
    let mut traffic = protocol(carried);
    if carried.has_ports() {
        let _ = write!(traffic, " {}", spans(ports));
    }
    if family(over) == 6 {
        traffic += " over IPv6";
    }
    traffic
}

fn line(reached: &Reached) -> String {
    let traffic = traffic(reached.protocol, reached.family, &reached.ports);
    let mut line = format!("{} {traffic}", reached.resource);
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
