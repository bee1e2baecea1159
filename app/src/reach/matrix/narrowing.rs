//! The part of a matrix that the filters let through, in words. Draws nothing.

use drawbridge_core::network::{Family, PortSet, Protocol};
use drawbridge_core::reach::{Cell, Class, Matrix, markdown};
use drawbridge_core::template::LogicalId;

use super::super::asking::{Asked, PROTOCOLS, end_of, is_service, word};

/// More classes than a person reads, or a browser draws in a frame.
const MOST: usize = 40;

/// What is said of ports of which it is not known whether they are open.
pub(super) const NOT_SETTLED: &str = "not settled";

/// What the filters ask for. Names are in lower case.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Wanted {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) traffic: Traffic,
    pub(super) only_open: bool,
    pub(super) hide_same: bool,
}

/// Some protocol, some port; `None` is any.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Traffic {
    protocol: Option<Protocol>,
    port: Option<u16>,
}

/// What is shown of a matrix.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Narrowed {
    pub(super) columns: Vec<Header>,
    pub(super) rows: Vec<(Header, Vec<Told>)>,
    /// Of how many rows and columns there would be.
    all: (usize, usize),
}

/// A class at the head of a row or column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Header {
    pub(super) label: String,
    /// Everybody in it, for a tooltip.
    pub(super) members: String,
}

/// What a cell says, and the question that it asks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    pub(super) state: State,
    /// Each protocol with its ports.
    pub(super) lines: Vec<(String, &'static str)>,
    pub(super) asked: Asked,
}

/// How much gets through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// With its reply.
    Full,
    /// Some of it without a reply, or with one for some clients only.
    Partly,
    /// Some of it perhaps: the design does not settle it.
    Perhaps,
    Nothing,
    /// Hidden, or nobody who could call.
    Out,
}

impl State {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partly => "partly",
            Self::Perhaps => "perhaps",
            Self::Nothing => "nothing",
            Self::Out => "out",
        }
    }
}

/// What a text asks for; `None` if it is no protocol, port or name.
pub(super) fn traffic_of(text: &str) -> Option<Traffic> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Some(Traffic::default());
    }
    let protocol = |word: &str| {
        let mut known = PROTOCOLS.iter();
        known.find(|(it, ..)| *it == word).map(|(.., it)| *it)
    };
    let (first, rest) = text.split_once(' ').unwrap_or((&text, ""));
    if let Some(protocol) = protocol(first) {
        let port = match rest.trim() {
            "" => None,
            port => Some(port.parse().ok()?),
        };
        return Some(Traffic {
            protocol: Some(protocol),
            port,
        });
    }
    if let Ok(port) = text.parse() {
        return Some(Traffic {
            protocol: None,
            port: Some(port),
        });
    }
    let question = Asked::of_service(&text)?;
    let port = question.port.parse().ok();
    let protocol = question.protocol();
    Some(Traffic {
        protocol: Some(protocol),
        port: port.filter(|_| protocol.has_ports()),
    })
}

impl Traffic {
    /// What a question is about where nothing gets through.
    fn protocol(self) -> Protocol {
        self.protocol.unwrap_or(Protocol::Tcp)
    }

    /// The port that such a question is about, if one is wanted.
    fn asked(self) -> PortSet {
        self.port.map_or_else(PortSet::none, PortSet::single)
    }

    /// The ports of a set that are wanted.
    fn part_of(self, set: &PortSet) -> PortSet {
        self.port.map_or_else(
            || set.clone(),
            |port| set.intersection(&PortSet::single(port)),
        )
    }

    fn admits(self, cell: &Cell) -> bool {
        let is_protocol = self.protocol.is_none_or(|it| it == cell.protocol);
        let has_port = self.port.is_none_or(|port| {
            let sets = [
                &cell.ports,
                &cell.sometimes,
                &cell.unanswered,
                &cell.unsettled,
            ];
            sets.iter().any(|set| set.contains(port))
        });
        is_protocol && has_port
    }
}

impl Narrowed {
    /// What of a matrix is wanted.
    pub(super) fn of(matrix: &Matrix, wanted: &Wanted) -> Self {
        let count = matrix.classes.len();
        // One pass over the cells, since a pair is asked for many times below.
        let mut told: Vec<Vec<&Cell>> = vec![Vec::new(); count * count];
        for cell in matrix.cells.iter().filter(|it| wanted.traffic.admits(it)) {
            let is_hidden = wanted.hide_same && cell.from == cell.to;
            if let Some(here) = told.get_mut(cell.from * count + cell.to)
                && !is_hidden
            {
                here.push(cell);
            }
        }
        let at = |from: usize, to: usize| told.get(from * count + to).map_or(&[][..], |it| it);
        let named = |text: &str| {
            let classes = matrix.classes.iter().enumerate();
            let named = classes.filter(|(_, class)| text.is_empty() || is_named(class, text));
            named.map(|(index, _)| index).collect::<Vec<_>>()
        };
        let (mut rows, mut columns) = (named(&wanted.from), named(&wanted.to));
        rows.retain(|from| !matrix.classes.get(*from).is_some_and(is_service));
        if wanted.only_open {
            let is_open = |from: usize, to: usize| !at(from, to).is_empty();
            rows.retain(|from| columns.iter().any(|to| is_open(*from, *to)));
            columns.retain(|to| rows.iter().any(|from| is_open(*from, *to)));
        }
        let all = (rows.len(), columns.len());
        rows.truncate(MOST);
        columns.truncate(MOST);
        let classes = |ids: Vec<usize>| {
            let class = |index: usize| Some((index, matrix.classes.get(index)?));
            ids.into_iter().filter_map(class).collect::<Vec<_>>()
        };
        let (rows, columns) = (classes(rows), classes(columns));
        let row = |(from, caller): &(usize, &Class)| {
            let cells = columns.iter().map(|(to, called)| {
                let is_alone = called.members.len() < 2;
                let is_out = from == to && (wanted.hide_same || is_alone)
                    || is_elsewhere(matrix, *from, *to);
                tell(at(*from, *to), wanted.traffic, (caller, called), is_out)
            });
            (header(caller), cells.collect())
        };
        Self {
            rows: rows.iter().map(row).collect(),
            columns: columns.iter().map(|(_, class)| header(class)).collect(),
            all,
        }
    }

    /// Whether a cell says that something is not settled.
    pub(super) fn is_open(&self) -> bool {
        let mut told = self.rows.iter().flat_map(|(_, cells)| cells);
        told.any(|it| it.state == State::Perhaps)
    }

    /// How much is shown, in a sentence.
    pub(super) fn told(&self) -> String {
        let (rows, columns) = self.all;
        if rows == 0 || columns == 0 {
            return "Nothing fits the filters.".to_owned();
        }
        let shown = (self.rows.len(), self.columns.len());
        if shown == self.all {
            return format!("{rows} by {columns}");
        }
        let (some_rows, some_columns) = shown;
        format!(
            "{some_rows} by {some_columns} of {rows} by {columns}: filter by name for the others"
        )
    }

    /// The same as Markdown.
    pub(super) fn markdown(&self) -> String {
        let names = |headers: &mut dyn Iterator<Item = &Header>| {
            headers.map(|it| it.label.clone()).collect::<Vec<_>>()
        };
        let from = names(&mut self.rows.iter().map(|(header, _)| header));
        let to = names(&mut self.columns.iter());
        markdown::matrix(&from, &to, &|row, column| {
            let row = self.rows.get(row);
            row.and_then(|(_, cells)| cells.get(column))
                .map_or_else(String::new, Told::words)
        })
    }
}

impl Told {
    /// What the cell says, in words.
    pub(super) fn words(&self) -> String {
        let line = |(ports, remark): &(String, &str)| match *remark {
            "" => ports.clone(),
            remark => format!("{ports} ({remark})"),
        };
        let lines: Vec<_> = self.lines.iter().map(line).collect();
        match self.state {
            State::Out => String::new(),
            State::Nothing => "–".to_owned(),
            _ => lines.join(", "),
        }
    }
}

/// Whether neither of two classes is of the design, which then decides nothing.
fn is_elsewhere(matrix: &Matrix, from: usize, to: usize) -> bool {
    let mut both = [from, to].into_iter();
    both.all(|it| {
        matrix
            .classes
            .get(it)
            .is_some_and(|it| it.members.is_empty())
    })
}

fn is_named(class: &Class, text: &str) -> bool {
    let has = |name: String| name.to_lowercase().contains(text);
    has(class.label.to_string()) || class.members.iter().any(|id| has(id.to_string()))
}

fn header(class: &Class) -> Header {
    let members: Vec<_> = class.members.iter().map(LogicalId::as_str).collect();
    Header {
        label: class.label.to_string(),
        members: members.join(", "),
    }
}

fn tell(
    cells: &[&Cell],
    wanted: Traffic,
    (caller, called): (&Class, &Class),
    is_out: bool,
) -> Told {
    let mut lines: Vec<(String, &'static str)> = Vec::new();
    let mut first = None;
    for cell in cells {
        let sets = [
            (&cell.ports, ""),
            (&cell.sometimes, "some replies"),
            (&cell.unanswered, "no reply"),
            (&cell.unsettled, NOT_SETTLED),
        ];
        for (set, remark) in sets {
            let set = wanted.part_of(set);
            if set.is_empty() {
                continue;
            }
            let line = (ports(cell.family, cell.protocol, &set), remark);
            first.get_or_insert((cell.family, cell.protocol, set));
            lines.push(line);
        }
    }
    merge(&mut lines);
    let state = match lines.as_slice() {
        [] if is_out => State::Out,
        [] => State::Nothing,
        lines if lines.iter().any(|(_, remark)| *remark == NOT_SETTLED) => State::Perhaps,
        lines if lines.iter().all(|(_, remark)| remark.is_empty()) => State::Full,
        _ => State::Partly,
    };
    let (family, protocol, set) = first.unwrap_or((Family::V4, wanted.protocol(), wanted.asked()));
    // Within a class somebody calls another.
    let from = end_of(caller, caller.members.first());
    let to = end_of(called, called.members.last());
    Told {
        state,
        lines,
        asked: Asked {
            family,
            ..Asked::about(from, to, protocol, &set)
        },
    }
}

/// Says of TCP and UDP at once that all of both gets through.
fn merge(lines: &mut Vec<(String, &'static str)>) {
    for family in ["", "IPv6 "] {
        let at = |word: &str| {
            let whole = format!("{family}all {word}");
            lines
                .iter()
                .position(|(line, remark)| *line == whole && remark.is_empty())
        };
        if let (Some(tcp), Some(udp)) = (at("tcp"), at("udp")) {
            if let Some((line, _)) = lines.get_mut(tcp) {
                *line = format!("{family}all ports");
            }
            lines.remove(udp);
        }
    }
}

/// Ports in a cell: those of TCP, which most are, without its name, and IPv4,
/// which most is, without its own.
fn ports(family: Family, protocol: Protocol, set: &PortSet) -> String {
    let word = match protocol {
        Protocol::Other(number) => number.to_string(),
        protocol => word(protocol).to_owned(),
    };
    let ports = match protocol {
        protocol if !protocol.has_ports() => word,
        _ if *set == PortSet::all() => format!("all {word}"),
        Protocol::Tcp => set.to_string(),
        _ => format!("{word} {set}"),
    };
    match family {
        Family::V4 => ports,
        Family::V6 => format!("IPv6 {ports}"),
    }
}

#[cfg(test)]
#[path = "narrowing_tests.rs"]
mod tests;
