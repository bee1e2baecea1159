//! A random template as text, by a writer that shares nothing with the one
//! that is tested.

use std::fmt::{self, Write};

use super::tree::{Row, Style, Template, Tree};

/// The text of a template.
pub(crate) fn text(template: &Template) -> String {
    let style = &template.style;
    let mut writer = Writer {
        style,
        out: String::new(),
        comments: 0,
    };
    if style.yaml {
        writer.entries(&template.root, 0, true);
    } else {
        writer.json_map(&template.root, 0);
    }
    let mut out = writer.out.trim_start_matches('\n').to_owned();
    if style.final_line_end {
        out.push('\n');
    }
    if style.crlf {
        out = out.replace('\n', "\r\n");
    }
    out
}

struct Writer<'a> {
    style: &'a Style,
    out: String,
    comments: usize,
}

impl Writer<'_> {
    fn put(&mut self, parts: fmt::Arguments<'_>) {
        // Writing into a text does not fail.
        let _ = self.out.write_fmt(parts);
    }

    fn step(&self) -> usize {
        self.style.indent + 1
    }

    fn line(&mut self, column: usize) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n(' ', column));
    }

    fn comment(&mut self) {
        self.comments += 1;
        let count = self.comments;
        self.put(format_args!("# comment {count}, of many"));
    }

    /// Begins a line at a column, with what stands above it.
    fn begin(&mut self, row: &Row, column: usize) {
        if row.above > 1 {
            self.out.push('\n');
        }
        if row.above % 2 == 1 && self.style.comments {
            self.line(column);
            self.comment();
        }
        self.line(column);
    }

    /// Entries below each other; whether the first begins a line too.
    fn entries(&mut self, entries: &[(String, Row)], column: usize, first: bool) {
        for (place, (key, row)) in entries.iter().enumerate() {
            if place > 0 || first {
                self.begin(row, column);
            }
            self.out.push_str(key);
            self.out.push(':');
            let behind = row.behind && self.style.comments;
            self.value(&row.tree, column, false, behind);
        }
    }

    fn elements(&mut self, rows: &[Row], column: usize, first: bool) {
        for (place, row) in rows.iter().enumerate() {
            if place > 0 || first {
                self.begin(row, column);
            }
            self.out.push('-');
            let behind = row.behind && self.style.comments;
            self.value(&row.tree, column, true, behind);
        }
    }

    /// What stands behind a colon or a dash, which stands at a column.
    fn value(&mut self, tree: &Tree, column: usize, dash: bool, behind: bool) {
        let inner = column + if dash { 2 } else { self.step() };
        match tree {
            Tree::Lines(literal) => {
                self.out.push_str(if *literal { " |" } else { " >-" });
                self.behind(behind);
                self.line(inner);
                self.out.push_str("one # line");
                self.line(inner);
                self.out.push_str("- two: lines");
            }
            Tree::List(rows, false) if dash => {
                self.out.push(' ');
                self.elements(rows, inner, false);
            }
            Tree::List(rows, false) => {
                self.behind(behind);
                let column = if self.style.flush { column } else { inner };
                self.elements(rows, column, true);
            }
            Tree::Map(entries, false) => {
                if dash {
                    self.out.push(' ');
                } else {
                    self.behind(behind);
                }
                self.entries(entries, inner, !dash);
            }
            Tree::Call(short, _, argument, true)
                if !matches!(argument.as_ref(), Tree::Call(_, _, _, true)) =>
            {
                self.out.push(' ');
                self.out.push_str(short);
                match argument.as_ref() {
                    // What stands below a tag begins its own lines.
                    Tree::List(rows, false) => {
                        self.behind(behind);
                        self.elements(rows, inner, true);
                    }
                    Tree::Map(entries, false) => {
                        self.behind(behind);
                        self.entries(entries, inner, true);
                    }
                    Tree::Call(_, long, argument, false) => {
                        self.behind(behind);
                        self.line(inner);
                        self.out.push_str(long);
                        self.out.push(':');
                        self.value(argument, inner, false, false);
                    }
                    other => self.value(other, column, dash, behind),
                }
            }
            Tree::Call(_, long, argument, false) => {
                if dash {
                    self.out.push(' ');
                } else {
                    self.behind(behind);
                    self.line(inner);
                }
                self.out.push_str(long);
                self.out.push(':');
                self.value(argument, inner, false, false);
            }
            _ => {
                self.out.push(' ');
                self.in_line(tree);
                self.behind(behind);
            }
        }
    }

    fn behind(&mut self, behind: bool) {
        if behind {
            self.out.push_str("  ");
            self.comment();
        }
    }

    /// A value in brackets, of YAML or JSON.
    fn in_line(&mut self, tree: &Tree) {
        let yaml = self.style.yaml;
        match tree {
            Tree::Word(text) if yaml => self.out.push_str(text),
            Tree::Word(text) => self.put(format_args!("\"{text}\"")),
            Tree::Scalar(text, _) if yaml => self.out.push_str(text),
            Tree::Scalar(_, text) => self.out.push_str(text),
            Tree::Lines(_) => self.out.push_str("\"one\\ntwo\\n\""),
            Tree::List(rows, _) => {
                self.out.push('[');
                for (place, row) in rows.iter().enumerate() {
                    self.part(place);
                    self.in_line(&row.tree);
                }
                self.close(']');
            }
            Tree::Map(entries, _) => {
                self.out.push('{');
                for (place, (key, row)) in entries.iter().enumerate() {
                    self.part(place);
                    self.key(key);
                    self.in_line(&row.tree);
                }
                self.close('}');
            }
            Tree::Call(short, _, argument, true) if yaml => {
                self.out.push_str(short);
                self.out.push(' ');
                match argument.as_ref() {
                    // Two tags on one value are none.
                    Tree::Call(_, long, argument, true) => {
                        self.put(format_args!("{{{long}: "));
                        self.in_line(argument);
                        self.out.push('}');
                    }
                    other => self.in_line(other),
                }
            }
            Tree::Call(_, long, argument, _) => {
                self.out.push('{');
                self.part(0);
                self.key(long);
                self.in_line(argument);
                self.close('}');
            }
        }
    }

    fn part(&mut self, place: usize) {
        match place {
            0 if self.style.roomy => self.out.push(' '),
            0 => {}
            _ => self.out.push_str(", "),
        }
    }

    fn close(&mut self, sign: char) {
        if self.style.roomy {
            self.out.push(' ');
        }
        self.out.push(sign);
    }

    fn key(&mut self, key: &str) {
        if self.style.yaml {
            self.put(format_args!("{key}: "));
        } else {
            let colon = if self.style.flush { " : " } else { ": " };
            self.put(format_args!("\"{key}\"{colon}"));
        }
    }

    fn json_line(&mut self, row: Option<&Row>, level: usize) {
        if row.is_some_and(|row| row.above > 1) {
            self.out.push('\n');
        }
        self.out.push('\n');
        let indent = ["  ", "    ", "\t", " "];
        let indent = indent[self.style.indent % indent.len()];
        self.out.push_str(&indent.repeat(level));
    }

    fn json_map(&mut self, entries: &[(String, Row)], level: usize) {
        self.out.push('{');
        for (place, (key, row)) in entries.iter().enumerate() {
            if place > 0 {
                self.out.push(',');
            }
            self.json_line(Some(row), level + 1);
            self.key(key);
            self.json(&row.tree, level + 1);
        }
        self.json_line(None, level);
        self.out.push('}');
    }

    fn json(&mut self, tree: &Tree, level: usize) {
        match tree {
            Tree::List(rows, false) => {
                self.out.push('[');
                for (place, row) in rows.iter().enumerate() {
                    if place > 0 {
                        self.out.push(',');
                    }
                    self.json_line(Some(row), level + 1);
                    self.json(&row.tree, level + 1);
                }
                self.json_line(None, level);
                self.out.push(']');
            }
            Tree::Map(entries, false) => self.json_map(entries, level),
            Tree::Call(_, long, argument, false) => {
                self.out.push('{');
                self.json_line(None, level + 1);
                self.key(long);
                self.json(argument, level + 1);
                self.json_line(None, level);
                self.out.push('}');
            }
            _ => self.in_line(tree),
        }
    }
}
