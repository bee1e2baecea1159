//! Changed mappings and lists in lines. An element that goes takes its lines
//! along and the deeper comments behind it; comments above it stay, but for
//! those right above a resource.

use super::anew::{Place, Sign};
use super::pairing::{self, Pairing};
use super::print::Printer;
use super::{fresh, gap};
use crate::template::Value;
use crate::template::source::{Entry, Node};

/// The lines of an element.
struct Row {
    /// Its first sign: the key or the dash.
    sign: usize,
    /// Behind its last line, deeper comments included.
    end: usize,
}

/// Splices a mapping's entries. Says `false`, with nothing done, if it cannot.
pub(super) fn map<'a, 'v>(
    printer: &mut Printer<'a>,
    read: &'a [Entry],
    old: &[(&'v str, &'v Value)],
    new: &[(&'v str, &'v Value)],
) -> bool {
    let text = printer.text;
    let Some(pairing) = pairing::map(read, old, new) else {
        return false;
    };
    let column = read
        .first()
        .map_or(0, |entry| gap::column(text, sign_of(text, entry)));
    let row = |entry: &Entry| Row {
        sign: sign_of(text, entry),
        end: rows_end(text, entry.value.span.end, column),
    };
    let rows: Vec<_> = read.iter().map(row).collect();
    let style = printer.style();
    let added =
        |key: Option<&str>, value: &Value| fresh::entry(key.unwrap_or(""), value, column, style);
    if !move_rows(printer, &rows, &pairing, column, added) {
        return false;
    }
    printer.rename(read, &pairing);
    for (place, old, new) in pairing.values {
        if let Some(entry) = read.get(place) {
            let behind = gap::after_colon(text, entry.key_span.end);
            let place = Place {
                sign: Sign::Colon,
                behind,
                column,
            };
            printer.value(&entry.value, old, new, place);
        }
    }
    true
}

/// Where an entry begins: its key, or the question mark before it.
fn sign_of(text: &str, entry: &Entry) -> usize {
    let start = entry.key_span.start;
    let before = text.get(..start).unwrap_or("").trim_end();
    match before.strip_suffix('?') {
        Some(before) if before.is_empty() || before.ends_with(char::is_whitespace) => before.len(),
        _ => start,
    }
}

/// Splices a list's elements. Says `false`, with nothing done, if it cannot.
pub(super) fn list<'a>(
    printer: &mut Printer<'a>,
    node: &Node,
    read: &'a [Node],
    old: &[Value],
    new: &[Value],
) -> bool {
    let text = printer.text;
    let mut at = node.body;
    let mut dashes = Vec::with_capacity(read.len());
    for element in read {
        let dash = gap::skip(text, at);
        dashes.push(dash);
        at = element.span.end.max(dash + 1);
    }
    let column = dashes.first().map_or(0, |dash| gap::column(text, *dash));
    let pairing = pairing::list(old, new);
    let rows: Vec<_> = dashes
        .iter()
        .zip(read)
        .map(|(dash, element)| Row {
            sign: *dash,
            end: rows_end(text, element.span.end.max(dash + 1), column),
        })
        .collect();
    let style = printer.style();
    let added =
        |_: Option<&str>, value: &Value| format!("-{}", fresh::after_dash(value, column, style));
    if !move_rows(printer, &rows, &pairing, column, added) {
        return false;
    }
    for (place, old, new) in pairing.values {
        if let (Some(element), Some(dash)) = (read.get(place), dashes.get(place)) {
            let place = Place {
                sign: Sign::Dash,
                behind: dash + 1,
                column,
            };
            printer.value(element, old, new, place);
        }
    }
    true
}

/// Takes away the rows that go and puts in those that come.
fn move_rows(
    printer: &mut Printer<'_>,
    rows: &[Row],
    pairing: &Pairing<'_>,
    column: usize,
    write: impl Fn(Option<&str>, &Value) -> String,
) -> bool {
    if !pairing.moves() {
        return true;
    }
    let text = printer.text;
    let leads = |row: &Row| gap::leads_its_line(text, row.sign);
    if !pairing.any_stays()
        || rows.iter().skip(1).any(|row| !leads(row))
        || rows.len() != pairing.stays.len()
    {
        return false;
    }
    remove_rows(printer, rows, &pairing.stays);
    let newline = printer.style().newline;
    let margin = " ".repeat(column);
    for (behind, key, value) in &pairing.added {
        let fresh = write(*key, value);
        // A row that goes leaves its place to what stood behind it.
        let stays = |place: &usize| pairing.stays.get(*place) == Some(&true);
        if let Some(behind) = behind.and_then(|behind| (0..=behind).rev().find(stays)) {
            let at = rows.get(behind).map_or(text.len(), |row| row.end);
            // Blank lines may be the end of a text in a block.
            let lines = match line_above(text, at) {
                Some(above) if gap::is_blank(text, above) => 0,
                _ => blank_lines_above(text, rows, behind),
            };
            let blank = newline.repeat(lines);
            printer.insert_lines(at, &format!("{blank}{margin}{fresh}"), newline);
        } else {
            let first = (0..rows.len())
                .find(stays)
                .and_then(|place| rows.get(place));
            let at = first.map_or(text.len(), |row| row.sign);
            let depth = printer.around.len();
            let fresh = format!("{fresh}{newline}{margin}");
            printer.splices.insert_before(at, fresh, depth);
        }
    }
    true
}

fn remove_rows(printer: &mut Printer<'_>, rows: &[Row], stays: &[bool]) {
    let text = printer.text;
    let goes = |place: usize| stays.get(place) == Some(&false);
    let last = stays.iter().rposition(|stays| *stays).unwrap_or(0);
    let mut place = 0;
    // The first rows of what stands behind a dash: what follows moves up to it.
    if let Some(first) = rows.first()
        && !gap::leads_its_line(text, first.sign)
    {
        place = stays.iter().take_while(|stays| !**stays).count();
        if let Some(row) = place.checked_sub(1).and_then(|last| rows.get(last)) {
            let rest = text.get(row.end..).unwrap_or("");
            let next = row.end + (rest.len() - rest.trim_start().len());
            printer.splices.remove(first.sign, next);
        }
    }
    let resources = printer.is_in_resources();
    for (place, row) in rows
        .iter()
        .enumerate()
        .skip(place)
        .filter(|(place, _)| goes(*place))
    {
        let mut start = gap::line_start(text, row.sign);
        let mut end = row.end;
        while resources && let Some(above) = line_above(text, start) {
            if gap::comment_column(text, above) != Some(gap::column(text, row.sign)) {
                break;
            }
            start = above;
        }
        let before = place.checked_sub(1).and_then(|before| rows.get(before));
        let mut above = blanks_above(text, start);
        above.retain(|line| before.is_none_or(|row| row.end <= *line));
        let below = blanks_below(text, end);
        if place > last {
            start = above.last().copied().unwrap_or(start);
        } else if let Some(line) = (if place == 0 {
            below.len()
        } else {
            above.len().min(below.len())
        })
        .checked_sub(1)
        {
            end = below
                .get(line)
                .map_or(end, |line| gap::next_line(text, *line));
        }
        printer.splices.remove(start, end);
    }
}

/// Behind the lines of a value that ends at a byte, in a row that begins at a
/// column: comments that stand deeper belong to it.
fn rows_end(text: &str, value_end: usize, column: usize) -> usize {
    let mut end = gap::lines_end(text, value_end);
    let mut line = end;
    while line < text.len() {
        let deeper = gap::comment_column(text, line).is_some_and(|it| it > column);
        if !deeper && !gap::is_blank(text, line) {
            break;
        }
        line = gap::next_line(text, line);
        if deeper {
            end = line;
        }
    }
    end
}

/// How many blank lines set a new row apart: as many as stand above the one
/// before it, or below if that is the first.
fn blank_lines_above(text: &str, rows: &[Row], behind: usize) -> usize {
    let pair = |above: usize| Some((rows.get(above)?, rows.get(above + 1)?));
    let Some((above, below)) = behind
        .checked_sub(1)
        .and_then(pair)
        .or_else(|| pair(behind))
    else {
        return 0;
    };
    let until = gap::line_start(text, below.sign);
    let mut line = above.end;
    let mut count = 0;
    while line < until {
        count += usize::from(gap::is_blank(text, line));
        line = gap::next_line(text, line);
    }
    count.min(2)
}

fn line_above(text: &str, line: usize) -> Option<usize> {
    line.checked_sub(1).map(|end| gap::line_start(text, end))
}

/// The blank lines right above a line, upwards.
fn blanks_above(text: &str, line: usize) -> Vec<usize> {
    let above = std::iter::successors(line_above(text, line), |line| line_above(text, *line));
    above
        .take_while(|line| gap::is_blank(text, *line))
        .collect()
}

/// The blank lines from a line on.
fn blanks_below(text: &str, line: usize) -> Vec<usize> {
    let below = std::iter::successors(Some(line), |line| Some(gap::next_line(text, *line)));
    below
        .take_while(|line| gap::is_blank(text, *line))
        .collect()
}
