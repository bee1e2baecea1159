//! A value as fresh JSON text, in a given style.

use std::fmt::Write;

use super::Value;

/// How fresh text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style<'a> {
    /// One level of indentation.
    pub indent: &'a str,
    /// The line end.
    pub newline: &'a str,
    /// Between a key and its value, such as `": "`.
    pub colon: &'a str,
    /// Whether blanks stand inside of the braces of a mapping in one line.
    pub padded: bool,
}

impl Style<'_> {
    /// What stands behind a comma in one line.
    pub(super) fn between(self) -> &'static str {
        if self.colon.ends_with(' ') { " " } else { "" }
    }

    fn padding(self) -> &'static str {
        if self.padded { " " } else { "" }
    }
}

impl Default for Style<'_> {
    fn default() -> Self {
        Self {
            indent: "  ",
            newline: "\n",
            colon: ": ",
            padded: true,
        }
    }
}

/// A value as JSON text: two spaces a level, no final line end.
pub fn pretty(value: &Value) -> String {
    let mut text = String::new();
    write_lines(value, "", Style::default(), &mut text);
    text
}

/// Writes a value over several lines. `margin` is what its first line is
/// indented by; the first line itself is not indented.
pub(super) fn write_lines(value: &Value, margin: &str, style: Style<'_>, out: &mut String) {
    let inner = format!("{margin}{}", style.indent);
    match value {
        Value::List(list) if !list.is_empty() => {
            out.push('[');
            for (place, element) in list.iter().enumerate() {
                begin_line(place, &inner, style, out);
                write_lines(element, &inner, style, out);
            }
            end_lines(margin, style, ']', out);
        }
        Value::Map(map) if !map.is_empty() => {
            out.push('{');
            for (place, (key, value)) in map.iter().enumerate() {
                begin_line(place, &inner, style, out);
                write_text(key, out);
                out.push_str(style.colon);
                write_lines(value, &inner, style, out);
            }
            end_lines(margin, style, '}', out);
        }
        // A short call reads best in one line, as people write it.
        Value::Function(call) if is_flat(&call.argument) => write_line(value, style, out),
        Value::Function(call) => {
            out.push('{');
            begin_line(0, &inner, style, out);
            write_text(call.name.as_str(), out);
            out.push_str(style.colon);
            write_lines(&call.argument, &inner, style, out);
            end_lines(margin, style, '}', out);
        }
        _ => write_line(value, style, out),
    }
}

/// Writes a value in one line.
pub(super) fn write_line(value: &Value, style: Style<'_>, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => out.push_str(number.as_str()),
        Value::Text(text) => write_text(text, out),
        Value::List(list) => {
            out.push('[');
            for (place, element) in list.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                    out.push_str(style.between());
                }
                write_line(element, style, out);
            }
            out.push(']');
        }
        Value::Map(map) => {
            out.push('{');
            for (place, (key, value)) in map.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                    out.push_str(style.between());
                } else {
                    out.push_str(style.padding());
                }
                write_text(key, out);
                out.push_str(style.colon);
                write_line(value, style, out);
            }
            out.push_str(if map.is_empty() { "" } else { style.padding() });
            out.push('}');
        }
        Value::Function(call) => {
            out.push('{');
            out.push_str(style.padding());
            write_text(call.name.as_str(), out);
            out.push_str(style.colon);
            write_line(&call.argument, style, out);
            out.push_str(style.padding());
            out.push('}');
        }
    }
}

/// Writes a value without functions as JSON text with no blanks.
pub(super) fn write_compact(value: &Value, out: &mut String) {
    let between = |place: usize, out: &mut String| {
        if place > 0 {
            out.push(',');
        }
    };
    match value {
        Value::List(list) => {
            out.push('[');
            for (place, element) in list.iter().enumerate() {
                between(place, out);
                write_compact(element, out);
            }
            out.push(']');
        }
        Value::Map(map) => {
            out.push('{');
            for (place, (key, value)) in map.iter().enumerate() {
                between(place, out);
                write_text(key, out);
                out.push(':');
                write_compact(value, out);
            }
            out.push('}');
        }
        other => write_line(other, Style::default(), out),
    }
}

/// Writes a JSON text with its quotes.
pub(super) fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if u32::from(control) < 0x20 => {
                // Writing into a text does not fail.
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

fn begin_line(place: usize, margin: &str, style: Style<'_>, out: &mut String) {
    if place > 0 {
        out.push(',');
    }
    out.push_str(style.newline);
    out.push_str(margin);
}

fn end_lines(margin: &str, style: Style<'_>, close: char, out: &mut String) {
    out.push_str(style.newline);
    out.push_str(margin);
    out.push(close);
}

/// A scalar, or a list of scalars: what a person writes in one line.
fn is_flat(value: &Value) -> bool {
    match value {
        Value::List(list) => list
            .iter()
            .all(|element| !matches!(element, Value::List(_) | Value::Map(_))),
        Value::Map(_) | Value::Function(_) => false,
        _ => true,
    }
}
