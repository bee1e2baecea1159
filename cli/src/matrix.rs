//! `matrix`: what reaches what, class by class.

use std::fmt::Write as _;

use anyhow::Result;
use drawbridge_core::reach::{Cell, Class, Matrix};
use serde::Serialize;

use crate::arguments;
use crate::outcome::Outcome;
use crate::output::shown;
use crate::words::{family, protocol, spans};
use crate::{output, setting};

/// Lists what reaches what.
pub(crate) fn run(asked: &arguments::Matrix) -> Result<Outcome> {
    let lowered = setting::network(&asked.template, &asked.setting)?;
    let matrix = Matrix::of(&lowered);
    output::print(&if asked.json {
        json(&matrix)?
    } else {
        text(&matrix)
    })?;
    Ok(Outcome::Clean)
}

#[derive(Serialize)]
struct Written {
    classes: Vec<WrittenClass>,
    cells: Vec<WrittenCell>,
}

#[derive(Serialize)]
struct WrittenClass {
    label: String,
    members: Vec<String>,
}

#[derive(Serialize)]
struct WrittenCell {
    from: usize,
    to: usize,
    ipv: u8,
    proto: String,
    ports: String,
    sometimes: String,
    unanswered: String,
    unsettled: String,
}

fn json(matrix: &Matrix) -> Result<String> {
    let written = Written {
        classes: matrix.classes.iter().map(class).collect(),
        cells: matrix.cells.iter().map(cell).collect(),
    };
    Ok(serde_json::to_string_pretty(&written)? + "\n")
}

fn class(class: &Class) -> WrittenClass {
    WrittenClass {
        label: class.label.to_string(),
        members: class.members.iter().map(ToString::to_string).collect(),
    }
}

fn cell(cell: &Cell) -> WrittenCell {
    WrittenCell {
        from: cell.from,
        to: cell.to,
        ipv: family(cell.family),
        proto: protocol(cell.protocol),
        ports: spans(&cell.ports),
        sometimes: spans(&cell.sometimes),
        unanswered: spans(&cell.unanswered),
        unsettled: spans(&cell.unsettled),
    }
}

/// The classes with their members, then for each what it reaches.
// Writing into a text does not fail.
fn text(matrix: &Matrix) -> String {
    let mut text = String::new();
    for (index, class) in matrix.classes.iter().enumerate() {
        let _ = writeln!(text, "[{}] {}", index + 1, shown(&class.label.to_string()));
        if class.members.len() > 1 {
            let names: Vec<String> = class.members.iter().map(ToString::to_string).collect();
            let _ = writeln!(text, "    {}", shown(&names.join(", ")));
        }
    }
    text += "\n";
    for cell in &matrix.cells {
        let name = |index: usize| {
            let class = matrix.classes.get(index);
            class.map_or_else(String::new, |class| shown(&class.label.to_string()))
        };
        let _ = write!(
            text,
            "{} -> {}: {}",
            name(cell.from),
            name(cell.to),
            ports(cell)
        );
        text += "\n";
    }
    if matrix.cells.is_empty() {
        text += "Nothing reaches anything on the ports that the design uses.\n";
    }
    text
}

fn ports(cell: &Cell) -> String {
    let carried = protocol(cell.protocol);
    let over = if family(cell.family) == 6 {
        " over IPv6"
    } else {
        ""
    };
    let parts = [
        (&cell.ports, ""),
        (
            &cell.sometimes,
            " (the reply gets back to some clients only)",
        ),
        (&cell.unanswered, " (the reply never gets back)"),
        (
            &cell.unsettled,
            " (not settled: it depends on what is not known)",
        ),
    ];
    let parts = parts.into_iter().filter(|(ports, _)| !ports.is_empty());
    let parts = parts.map(|(ports, remark)| {
        let ports = if cell.protocol.has_ports() {
            format!(" {}", spans(ports))
        } else {
            String::new()
        };
        format!("{carried}{ports}{over}{remark}")
    });
    parts.collect::<Vec<_>>().join("; ")
}
