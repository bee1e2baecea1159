//! A value as fresh YAML text, in a given style. Reads no text.

use super::scalar;
use super::style::{Quote, Style};
use super::tag;
use crate::template::{Function, FunctionName, Map, Value};

/// The longest list that is put in brackets where dashes would do as well.
const LONGEST: usize = 90;

/// A mapping as a whole text.
pub(super) fn document(map: &Map, style: Style) -> String {
    if map.is_empty() {
        return format!("{{}}{}", style.newline);
    }
    let mut writer = Writer {
        style,
        out: String::new(),
    };
    for (key, value) in map {
        writer.entry(key, value, 0);
        writer.out.push_str(style.newline);
    }
    writer.out
}

/// What stands behind `key:`, from the space or line end on. `column` is the
/// key's.
pub(super) fn after_key(value: &Value, column: usize, style: Style) -> String {
    let mut writer = Writer {
        style,
        out: String::new(),
    };
    writer.after_key(value, column);
    writer.out
}

/// What stands behind a dash, from the space on. `column` is the dash's.
pub(super) fn after_dash(value: &Value, column: usize, style: Style) -> String {
    let mut writer = Writer {
        style,
        out: String::new(),
    };
    writer.after_dash(value, column);
    writer.out
}

/// An entry of a mapping at a column, its first line not indented.
pub(super) fn entry(key: &str, value: &Value, column: usize, style: Style) -> String {
    let mut writer = Writer {
        style,
        out: String::new(),
    };
    writer.entry(key, value, column);
    writer.out
}

/// A value in one line, as it can stand in brackets.
pub(super) fn flow(value: &Value, style: Style) -> String {
    let mut writer = Writer {
        style,
        out: String::new(),
    };
    writer.flow(value);
    writer.out
}

/// A text in one line.
pub(super) fn text(text: &str, in_flow: bool, style: Style) -> String {
    let mut writer = Writer {
        style,
        out: String::new(),
    };
    writer.text(text, in_flow);
    writer.out
}

/// A key in brackets.
pub(super) fn key(key: &str, style: Style) -> String {
    let mut writer = Writer {
        style,
        out: String::new(),
    };
    writer.text(key, true);
    writer.out
}

struct Writer {
    style: Style,
    out: String,
}

impl Writer {
    fn line(&mut self, column: usize) {
        self.out.push_str(self.style.newline);
        self.out.extend(std::iter::repeat_n(' ', column));
    }

    fn entry(&mut self, key: &str, value: &Value, column: usize) {
        self.key(key, false);
        self.out.push(':');
        self.after_key(value, column);
    }

    fn after_key(&mut self, value: &Value, column: usize) {
        let list = if self.style.flush {
            column
        } else {
            column + self.style.indent
        };
        self.below(value, list, column + self.style.indent);
    }

    fn after_dash(&mut self, value: &Value, column: usize) {
        let inner = column + 2;
        match value {
            Value::Map(map) if !map.is_empty() => {
                self.out.push(' ');
                self.entries(map, inner, false);
            }
            Value::List(list) if !list.is_empty() && !self.in_brackets(value) => {
                self.out.push(' ');
                self.elements(list, inner, false);
            }
            Value::Function(call) if !self.is_short(call) && !self.in_line(value) => {
                self.out.push(' ');
                self.entry(call.name.as_str(), &call.argument, inner);
            }
            _ => self.below(value, inner, inner),
        }
    }

    /// A value behind a sign: in its line if it can, else in lines below it,
    /// dashes at one column, keys at another.
    fn below(&mut self, value: &Value, list: usize, map: usize) {
        if let Value::Text(text) = value
            && is_block(text)
        {
            self.out.push(' ');
            return self.block(text, map);
        }
        if self.in_line(value) {
            self.out.push(' ');
            return self.flow_or_plain(value);
        }
        match value {
            Value::List(elements) => self.elements(elements, list, true),
            Value::Map(entries) => self.entries(entries, map, true),
            Value::Function(call) if self.is_short(call) => {
                self.out.push(' ');
                self.out.push_str(&tag::short(call.name));
                self.below(&call.argument, list, map);
            }
            Value::Function(call) => {
                self.line(map);
                self.entry(call.name.as_str(), &call.argument, map);
            }
            _ => {}
        }
    }

    fn entries(&mut self, map: &Map, column: usize, begins_line: bool) {
        for (place, (key, value)) in map.iter().enumerate() {
            if place > 0 || begins_line {
                self.line(column);
            }
            self.entry(key, value, column);
        }
    }

    fn elements(&mut self, list: &[Value], column: usize, begins_line: bool) {
        for (place, value) in list.iter().enumerate() {
            if place > 0 || begins_line {
                self.line(column);
            }
            self.out.push('-');
            self.after_dash(value, column);
        }
    }

    /// Whether a value stands in the line of its key.
    fn in_line(&self, value: &Value) -> bool {
        match value {
            Value::Text(text) => !is_block(text),
            Value::List(_) => self.in_brackets(value),
            Value::Map(map) => map.is_empty(),
            Value::Function(call) if self.is_short(call) => match &call.argument {
                argument if tag::scalar_argument(call.name, argument).is_some() => {
                    !matches!(argument, Value::Text(text) if is_block(text))
                }
                // The arguments of a call are few: brackets, as people write them.
                Value::List(_) => is_flat(&call.argument) && self.fits(&call.argument),
                argument => self.in_line(argument),
            },
            Value::Function(_) => false,
            _ => true,
        }
    }

    fn in_brackets(&self, value: &Value) -> bool {
        let Value::List(list) = value else {
            return false;
        };
        let numbers = list.iter().all(|it| matches!(it, Value::Number(_)));
        (numbers || (self.style.brackets && is_flat(value))) && self.fits(value)
    }

    fn fits(&self, value: &Value) -> bool {
        flow(value, self.style).len() <= LONGEST
    }

    /// Whether a call is written with its tag. A tag makes a text of every
    /// scalar, and cannot stand before another tag.
    fn is_short(&self, call: &Function) -> bool {
        self.style.short
            && match &call.argument {
                Value::Map(_) => true,
                Value::List(_) => call.name != FunctionName::Condition,
                argument => tag::scalar_argument(call.name, argument).is_some(),
            }
    }

    fn flow_or_plain(&mut self, value: &Value) {
        match value {
            Value::Text(text) => self.text(text, false),
            Value::Function(call)
                if self.is_short(call)
                    && let Some(text) = tag::scalar_argument(call.name, &call.argument) =>
            {
                self.out.push_str(&tag::short(call.name));
                self.out.push(' ');
                self.text(&text, false);
            }
            _ => self.flow(value),
        }
    }

    fn flow(&mut self, value: &Value) {
        match value {
            Value::Null => self.out.push_str("null"),
            Value::Bool(true) => self.out.push_str("true"),
            Value::Bool(false) => self.out.push_str("false"),
            Value::Number(number) => self.out.push_str(number.as_str()),
            Value::Text(text) => self.text(text, true),
            Value::List(list) => {
                self.out.push('[');
                for (place, value) in list.iter().enumerate() {
                    if place > 0 {
                        self.out.push_str(", ");
                    }
                    self.flow(value);
                }
                self.out.push(']');
            }
            Value::Map(map) => {
                self.out.push('{');
                for (place, (key, value)) in map.iter().enumerate() {
                    if place > 0 {
                        self.out.push_str(", ");
                    }
                    self.flow_entry(key, value);
                }
                self.out.push('}');
            }
            Value::Function(call) if self.is_short(call) => {
                self.out.push_str(&tag::short(call.name));
                self.out.push(' ');
                match tag::scalar_argument(call.name, &call.argument) {
                    Some(text) => self.text(&text, true),
                    None => self.flow(&call.argument),
                }
            }
            Value::Function(call) => {
                self.out.push('{');
                self.flow_entry(call.name.as_str(), &call.argument);
                self.out.push('}');
            }
        }
    }

    fn flow_entry(&mut self, key: &str, value: &Value) {
        self.key(key, true);
        self.out.push_str(": ");
        self.flow(value);
    }

    fn key(&mut self, key: &str, in_flow: bool) {
        if scalar::is_plain(key, in_flow) {
            self.out.push_str(key);
        } else {
            self.quoted(key);
        }
    }

    fn text(&mut self, text: &str, in_flow: bool) {
        if !self.style.always_quoted && scalar::is_plain(text, in_flow) {
            self.out.push_str(text);
        } else {
            self.quoted(text);
        }
    }

    fn quoted(&mut self, text: &str) {
        if self.style.quote == Quote::Single && scalar::is_quotable(text) {
            scalar::write_single(text, &mut self.out);
        } else {
            scalar::write_double(text, &mut self.out);
        }
    }

    /// A text of several lines behind `|`.
    fn block(&mut self, text: &str, column: usize) {
        self.out
            .push_str(if text.ends_with('\n') { "|" } else { "|-" });
        for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
            if line.is_empty() {
                self.out.push_str(self.style.newline);
            } else {
                self.line(column.max(1));
                self.out.push_str(line);
            }
        }
    }
}

/// Whether a text is best written in lines, and reads the same then.
fn is_block(text: &str) -> bool {
    let lines = text.strip_suffix('\n').unwrap_or(text);
    lines.contains('\n')
        && !lines.starts_with([' ', '\t', '\n'])
        && !lines.ends_with(['\n', ' ', '\t'])
        && lines.split('\n').all(scalar::is_quotable)
}

/// Scalars, and calls and lists of nothing else: what reads well in brackets.
fn is_flat(value: &Value) -> bool {
    match value {
        Value::List(list) => list.iter().all(is_flat),
        Value::Map(map) => map.is_empty(),
        Value::Function(call) => is_flat(&call.argument),
        _ => true,
    }
}

#[cfg(test)]
#[path = "fresh_tests.rs"]
pub(in crate::template::yaml) mod tests;
