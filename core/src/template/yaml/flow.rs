//! Changed mappings and lists in brackets. New elements stand apart as their
//! neighbors do.

use super::anew::{Place, Sign};
use super::pairing::{self, Pairing};
use super::print::Printer;
use super::style::{Quote, Style};
use super::{fresh, gap};
use crate::template::source::{Entry, Node};
use crate::template::{Span, Value};

/// Splices a mapping's entries. Says `false`, with nothing done, if it cannot.
pub(super) fn map<'a, 'v>(
    printer: &mut Printer<'a>,
    node: &Node,
    read: &'a [Entry],
    old: &[(&'v str, &'v Value)],
    new: &[(&'v str, &'v Value)],
) -> bool {
    let text = printer.text;
    let Some(pairing) = pairing::map(read, old, new) else {
        return false;
    };
    let items: Vec<_> = read
        .iter()
        .map(|entry| Span {
            start: entry.key_span.start,
            end: entry.value.span.end.max(entry.key_span.end),
        })
        .collect();
    let style = printer.style();
    let (key_style, colon) = key_style(text, read, style);
    let write = |key: Option<&str>, value: &Value| {
        let key = fresh::key(key.unwrap_or(""), key_style);
        format!("{key}{colon}{}", fresh::flow(value, style))
    };
    if !move_items(printer, node, &items, &pairing, write) {
        return false;
    }
    printer.rename(read, &pairing);
    for (place, old, new) in pairing.values {
        if let Some(entry) = read.get(place) {
            let behind = gap::after_colon(text, entry.key_span.end);
            let place = Place {
                sign: Sign::Bracket,
                behind,
                column: 0,
            };
            printer.value(&entry.value, old, new, place);
        }
    }
    true
}

/// Splices a list's elements. Says `false`, with nothing done, if it cannot.
pub(super) fn list<'a>(
    printer: &mut Printer<'a>,
    node: &Node,
    read: &'a [Node],
    old: &[Value],
    new: &[Value],
) -> bool {
    let items: Vec<_> = read.iter().map(|element| element.span).collect();
    let pairing = pairing::list(old, new);
    let style = printer.style();
    if !move_items(printer, node, &items, &pairing, |_, value| {
        fresh::flow(value, style)
    }) {
        return false;
    }
    for (place, old, new) in pairing.values {
        if let Some(element) = read.get(place) {
            let place = Place {
                sign: Sign::Bracket,
                behind: element.span.start,
                column: 0,
            };
            printer.value(element, old, new, place);
        }
    }
    true
}

fn move_items(
    printer: &mut Printer<'_>,
    node: &Node,
    items: &[Span],
    pairing: &Pairing<'_>,
    write: impl Fn(Option<&str>, &Value) -> String,
) -> bool {
    if !pairing.moves() {
        return true;
    }
    let text = printer.text;
    let inner = (node.body + 1, node.span.end.saturating_sub(1));
    let added = || {
        pairing
            .added
            .iter()
            .map(|(_, key, value)| write(*key, value))
    };
    let (Some(first), Some(last)) = (items.first(), items.last()) else {
        printer
            .splices
            .insert(inner.1, added().collect::<Vec<_>>().join(", "));
        return true;
    };
    let separator = separator(text, items);
    if !pairing.any_stays() {
        let rest = text.get(last.end..inner.1).unwrap_or("");
        // A comma behind the last one goes along.
        let comma = rest
            .trim_start()
            .starts_with(',')
            .then(|| rest.find(','))
            .flatten();
        let end = last.end + comma.map_or(0, |comma| comma + 1);
        let fresh = added().collect::<Vec<_>>().join(&separator);
        printer.splices.replace(first.start, end, fresh);
        return true;
    }
    let mut before: Option<&Span> = None;
    for (place, item) in items.iter().enumerate() {
        if pairing.stays.get(place) == Some(&true) {
            before = Some(item);
            continue;
        }
        let next = items.get(place + 1);
        match (before, next) {
            // With the comma before it.
            (Some(_), _) => {
                let from = items
                    .get(place.saturating_sub(1))
                    .map_or(item.start, |it| it.end);
                printer.splices.remove(from, item.end);
            }
            (None, Some(next)) => printer.splices.remove(item.start, next.start),
            (None, None) => {}
        }
    }
    let stays = |place: &usize| pairing.stays.get(*place) == Some(&true);
    for (behind, key, value) in &pairing.added {
        let fresh = write(*key, value);
        let before = behind.and_then(|behind| (0..=behind).rev().find(stays));
        if let Some(item) = before.and_then(|place| items.get(place)) {
            let fresh = format!("{separator}{fresh}");
            let depth = printer.around.len();
            printer.splices.insert_behind(item.end, fresh, depth);
        } else {
            let first = (0..items.len()).find(stays);
            let first = first.and_then(|place| items.get(place));
            let at = first.map_or(inner.1, |item| item.start);
            let depth = printer.around.len();
            let fresh = format!("{fresh}{separator}");
            printer.splices.insert_before(at, fresh, depth);
        }
    }
    true
}

/// What stands between the first two elements, if it is a comma and blanks.
fn separator(text: &str, items: &[Span]) -> String {
    let between = match items {
        [first, second, ..] => text.get(first.end..second.start),
        _ => None,
    };
    let plain = between.filter(|it| it.trim() == "," && it.starts_with(','));
    plain.unwrap_or(", ").to_owned()
}

/// The style of keys, and what stands between a key and its value.
fn key_style<'a>(text: &'a str, read: &[Entry], style: Style) -> (Style, &'a str) {
    let Some(first) = read.first() else {
        return (style, ": ");
    };
    let quote = match text.as_bytes().get(first.key_span.start) {
        Some(b'"') => Some(Quote::Double),
        Some(b'\'') => Some(Quote::Single),
        _ => None,
    };
    let colon = text
        .get(first.key_span.end..first.value.span.start)
        .unwrap_or(": ");
    let spaced =
        colon.trim() == ":" && (quote.is_some() || colon.ends_with(' ')) && !colon.contains('\n');
    let style = match quote {
        Some(quote) => Style {
            quote,
            always_quoted: true,
            ..style
        },
        None => Style {
            always_quoted: false,
            ..style
        },
    };
    (style, if spaced { colon } else { ": " })
}
