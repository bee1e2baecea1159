//! A template as text: the bytes that were read wherever nothing changed, new
//! text in the style of its neighbors elsewhere.
//!
//! The text is compared with the template value by value. What is equal is
//! copied; a mapping or list that differs is copied entry by entry.

use std::collections::HashMap;

use super::pretty::{Style, write_line, write_lines, write_text};
use super::renaming::renamed;
use super::source::{Entry, Inside, Node};
use super::yaml::print_yaml;
use super::{Format, Template, Value};

/// The template's text. Of an untouched template that was read, the very
/// bytes; of a new one, JSON with two spaces a level and a final line end.
pub fn print(template: &Template) -> String {
    let value = template.to_value();
    let Some(source) = template.source() else {
        return super::pretty(&value) + "\n";
    };
    if source.format == Format::Yaml {
        return print_yaml(source, value);
    }
    let root = source.root.span;
    let text = &source.text;
    let mut printer = Printer {
        text,
        style: style_of(text, &source.root),
        out: String::new(),
    };
    printer.out.push_str(&text[..root.start]);
    printer.value(&source.root, &source.value, &value);
    printer.out.push_str(&text[root.end..]);
    printer.out
}

struct Printer<'a> {
    text: &'a str,
    style: Style<'a>,
    out: String,
}

/// An element of a mapping or list, in the text or new.
struct Item<'a> {
    key: Option<&'a str>,
    old: Option<Old<'a>>,
    /// `None` copies the text of an entry that a later one of its key replaces.
    new: Option<&'a Value>,
}

struct Old<'a> {
    place: usize,
    node: &'a Node,
    value: &'a Value,
    /// Where its key ends, if that has a new name.
    renamed: Option<usize>,
}

impl<'a> Printer<'a> {
    fn value(&mut self, node: &'a Node, old: &'a Value, new: &'a Value) {
        if old == new {
            self.out
                .push_str(&self.text[node.span.start..node.span.end]);
            return;
        }
        match (&node.inside, entries(new), new) {
            (Inside::Map(read), Some(new), _) => {
                let old = entries(old).unwrap_or_default();
                let starts: Vec<_> = read.iter().map(|entry| entry.key_span.start).collect();
                let ends: Vec<_> = read.iter().map(|entry| entry.value.span.end).collect();
                self.items(node, &map_items(read, &old, &new), &starts, &ends);
            }
            (Inside::List(read), _, Value::List(new)) => {
                let old = old.as_list().unwrap_or_default();
                let starts: Vec<_> = read.iter().map(|node| node.span.start).collect();
                let ends: Vec<_> = read.iter().map(|node| node.span.end).collect();
                self.items(node, &list_items(read, old, new), &starts, &ends);
            }
            _ => self.fresh(new, node.span.start, self.is_over_lines(node)),
        }
    }

    /// The opening bracket, the items with what stood between them, and the
    /// closing bracket with what stood before it.
    fn items(&mut self, node: &'a Node, items: &[Item<'a>], starts: &[usize], ends: &[usize]) {
        let (open, close) = (node.span.start + 1, node.span.end - 1);
        self.out.push_str(&self.text[node.span.start..open]);
        if items.is_empty() {
            self.out.push_str(&self.text[close..node.span.end]);
            return;
        }
        let before = |place: usize| {
            let from = if place == 0 { open } else { ends[place - 1] };
            &self.text[from..starts[place]]
        };
        // What a new item is set apart by: as its nearest neighbor is.
        let gap = match starts.len() {
            0 if self.is_over_lines(node) || node.span.end - node.span.start <= 2 => {
                let margin = self.margin(node.span.start);
                format!("{}{margin}{}", self.style.newline, self.style.indent)
            }
            0 => " ".to_owned(),
            count => without_comments(without_comma(before(count - 1))),
        };
        // What stands behind the bracket is no example of what stands behind a comma.
        let gap = match starts.len() {
            1 if gap.is_empty() => self.style.between().to_owned(),
            _ => gap,
        };
        let over_lines = gap.contains('\n');
        for (index, item) in items.iter().enumerate() {
            let lead = item.old.as_ref().map(|old| before(old.place));
            match (index, lead) {
                // Where the first one goes, the next stands as it did.
                (0, Some(lead)) if lead.trim() == "," => self.out.push_str(before(0)),
                (0, Some(lead)) => self.out.push_str(without_comma(lead)),
                (0, None) => self.out.push_str(&gap),
                (_, Some(lead)) if comma(lead).is_some() => self.out.push_str(lead),
                (_, lead) => {
                    self.out.push(',');
                    self.out.push_str(lead.unwrap_or(&gap));
                }
            }
            self.item(item, starts, &gap, over_lines);
        }
        match ends.last() {
            Some(end) => self.out.push_str(&self.text[*end..node.span.end]),
            None if over_lines => {
                let margin = self.margin(node.span.start);
                self.out.push_str(self.style.newline);
                self.out.push_str(margin);
                self.out.push_str(&self.text[close..node.span.end]);
            }
            None => {
                self.out.push(' ');
                self.out.push_str(&self.text[close..node.span.end]);
            }
        }
    }

    fn item(&mut self, item: &Item<'a>, starts: &[usize], gap: &str, over_lines: bool) {
        match (&item.old, item.new) {
            (Some(old), Some(new)) => {
                let mut start = starts[old.place];
                if let (Some(key), Some(end)) = (item.key, old.renamed) {
                    write_text(key, &mut self.out);
                    start = end;
                }
                self.out.push_str(&self.text[start..old.node.span.start]);
                self.value(old.node, old.value, new);
            }
            (Some(old), None) => {
                self.out
                    .push_str(&self.text[starts[old.place]..old.node.span.end]);
            }
            (None, Some(new)) => {
                if let Some(key) = item.key {
                    write_text(key, &mut self.out);
                    self.out.push_str(self.style.colon);
                }
                let margin = gap.rsplit('\n').next().unwrap_or("");
                if over_lines {
                    write_lines(new, margin, self.style, &mut self.out);
                } else {
                    write_line(new, self.style, &mut self.out);
                }
            }
            (None, None) => {}
        }
    }

    /// A value that replaces another at a place of the text.
    fn fresh(&mut self, value: &Value, at: usize, over_lines: bool) {
        let scalar = entries(value).is_none() && value.as_list().is_none();
        if scalar || (!over_lines && self.margin(at).is_empty() && at > 0) {
            write_line(value, self.style, &mut self.out);
        } else {
            let margin = self.margin(at);
            write_lines(value, margin, self.style, &mut self.out);
        }
    }

    fn is_over_lines(&self, node: &Node) -> bool {
        self.text[node.span.start..node.span.end].contains('\n')
    }

    /// The indentation of the line in which a byte stands.
    fn margin(&self, at: usize) -> &'a str {
        margin(self.text, at)
    }
}

fn map_items<'a>(
    read: &'a [Entry],
    old: &[(&'a str, &'a Value)],
    new: &[(&'a str, &'a Value)],
) -> Vec<Item<'a>> {
    let old_at: HashMap<&str, &'a Value> = old.iter().copied().collect();
    let new_at: HashMap<&str, &'a Value> = new.iter().copied().collect();
    let last_of_key: HashMap<&str, usize> = read
        .iter()
        .enumerate()
        .map(|(place, entry)| (entry.key.as_str(), place))
        .collect();
    // A key that stands twice would need its new name twice.
    let renamed = if last_of_key.len() == read.len() {
        renamed(old, new)
    } else {
        HashMap::new()
    };
    let mut items = Vec::with_capacity(new.len());
    for (place, entry) in read.iter().enumerate() {
        let was = entry.key.as_str();
        let key = renamed.get(was).copied().unwrap_or(was);
        let (Some(old), Some(new)) = (old_at.get(was), new_at.get(key)) else {
            continue;
        };
        let counts = last_of_key.get(was) == Some(&place);
        items.push(Item {
            key: Some(key),
            old: Some(Old {
                place,
                node: &entry.value,
                value: old,
                renamed: (key != was).then_some(entry.key_span.end),
            }),
            new: counts.then_some(new),
        });
    }
    let is_new = |key: &str| {
        !last_of_key.contains_key(key) && !renamed.values().any(|renamed| *renamed == key)
    };
    let added = new.iter().enumerate().filter(|(_, (key, _))| is_new(key));
    for (index, (key, value)) in added {
        let item = Item {
            key: Some(key),
            old: None,
            new: Some(value),
        };
        // After the entry that it follows in the template.
        let follows = index.checked_sub(1).and_then(|before| new.get(before));
        let at = follows.and_then(|(key, _)| items.iter().rposition(|it| it.key == Some(key)));
        items.insert(at.map_or(0, |at| at + 1), item);
    }
    items
}

/// Equal elements at both ends are the same; those between are paired in order.
fn list_items<'a>(read: &'a [Node], old: &'a [Value], new: &'a [Value]) -> Vec<Item<'a>> {
    let head = old
        .iter()
        .zip(new)
        .take_while(|(old, new)| old == new)
        .count();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let both = old_rest.iter().rev().zip(new_rest.iter().rev());
    let tail = both.take_while(|(old, new)| old == new).count();
    let kept = |place: usize| {
        read.get(place)
            .zip(old.get(place))
            .map(|(node, value)| Old {
                place,
                node,
                value,
                renamed: None,
            })
    };
    let middle = (old.len() - head - tail).min(new.len() - head - tail);
    let items = new.iter().enumerate().map(|(index, value)| {
        let from_end = new.len() - index;
        let old = if index < head + middle {
            kept(index)
        } else if from_end <= tail {
            kept(old.len() - from_end)
        } else {
            None
        };
        Item {
            key: None,
            old,
            new: Some(value),
        }
    });
    items.collect()
}

/// The entries of a mapping or of a function call, which JSON writes as one.
fn entries(value: &Value) -> Option<Vec<(&str, &Value)>> {
    match value {
        Value::Map(map) => Some(
            map.iter()
                .map(|(key, value)| (key.as_str(), value))
                .collect(),
        ),
        Value::Function(call) => Some(vec![(call.name.as_str(), &call.argument)]),
        _ => None,
    }
}

/// Where the comma is that parts two elements; those in comments do not.
fn comma(lead: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(rest) = lead.get(at..) {
        let step = match rest.as_bytes().first()? {
            b',' => return Some(at),
            b'/' if rest.starts_with("//") => rest.find(['\r', '\n']),
            b'/' => rest.get(2..).and_then(|it| it.find("*/")).map(|it| it + 4),
            _ => rest.chars().next().map(char::len_utf8),
        };
        at += step?;
    }
    None
}

fn without_comma(lead: &str) -> &str {
    let after = comma(lead).and_then(|comma| lead.get(comma + 1..));
    after.unwrap_or(lead)
}

/// What sets elements apart, but for what is said of one of them.
fn without_comments(lead: &str) -> String {
    if lead.trim().is_empty() {
        return lead.to_owned();
    }
    let line = lead.rfind('\n').and_then(|newline| lead.get(newline..));
    match line.filter(|line| line.trim().is_empty()) {
        Some(line) if lead.contains("\r\n") => format!("\r{line}"),
        Some(line) => line.to_owned(),
        None => " ".to_owned(),
    }
}

fn margin(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = &text[start..at];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// The style of a text, by its first nested entry.
fn style_of<'a>(text: &'a str, root: &Node) -> Style<'a> {
    let mut style = Style::default();
    if text.contains("\r\n") {
        style.newline = "\r\n";
    }
    let (mut colon, mut padded) = (None, None);
    look(text, root, &mut colon, &mut padded);
    style.colon = colon.unwrap_or(style.colon);
    style.padded = padded.unwrap_or(style.colon.ends_with(' '));
    let Inside::Map(entries) = &root.inside else {
        return style;
    };
    if let Some(entry) = entries.first() {
        let (inner, outer) = (
            margin(text, entry.key_span.start),
            margin(text, root.span.start),
        );
        if let Some(indent) = inner
            .strip_prefix(outer)
            .filter(|indent| !indent.is_empty())
        {
            style.indent = indent;
        }
    }
    style
}

/// Looks for the first colon in a line with its value, and for whether the first
/// mapping in one line has blanks behind its bracket.
fn look<'a>(text: &'a str, node: &Node, colon: &mut Option<&'a str>, padded: &mut Option<bool>) {
    if colon.is_some() && padded.is_some() {
        return;
    }
    match &node.inside {
        Inside::Map(entries) => {
            let inside = text.get(node.span.start + 1..node.span.end).unwrap_or("");
            if padded.is_none() && !entries.is_empty() && !inside.contains('\n') {
                *padded = Some(inside.starts_with(' '));
            }
            for entry in entries {
                let gap = text.get(entry.key_span.end..entry.value.span.start);
                let in_line = |gap: &&str| gap.trim() == ":" && !gap.contains('\n');
                *colon = colon.or(gap.filter(in_line));
                look(text, &entry.value, colon, padded);
            }
        }
        Inside::List(nodes) => nodes
            .iter()
            .for_each(|node| look(text, node, colon, padded)),
        Inside::Nothing => {}
    }
}

#[cfg(test)]
#[path = "print_tests.rs"]
mod tests;
