//! Scalars and tags as they are read: the value, the place and what is odd.
//! Knows no events.

use granit_parser::ScalarStyle;

use super::tag::{self, Meaning};
use super::{gap, scalar};
use crate::message::Message;
use crate::template::function::value_of_map;
use crate::template::source::{Entry, Form, Inside, Node};
use crate::template::{Map, Span, Value};

/// What a value weighs apart from its text, in bytes or so.
pub(super) const WEIGHT: usize = 64;

/// A value that was read, how heavy it is and how many levels are inside.
pub(super) struct Read {
    pub node: Node,
    pub value: Value,
    pub weight: usize,
    pub height: usize,
}

impl Read {
    /// A value with nothing inside that has a place.
    pub(super) fn leaf(place: Span, form: Form, value: Value) -> Self {
        let weight = WEIGHT + value.as_text().map_or(0, str::len);
        let node = Node {
            span: place,
            body: place.start,
            form,
            anchor: None,
            inside: Inside::Nothing,
        };
        Self {
            node,
            value,
            weight,
            height: 0,
        }
    }

    /// The value with what its tag makes of it.
    pub(super) fn tagged(mut self, place: Span, meaning: &Meaning) -> Self {
        let key = match meaning {
            Meaning::Call(name) => name.as_str().to_owned(),
            Meaning::Unknown(key) => key.clone(),
            _ => return self,
        };
        let span = Span {
            start: place.start,
            end: self.node.span.end.max(place.end),
        };
        let body = self.node.body;
        let entry = Entry {
            key: key.clone(),
            key_span: place,
            value: self.node,
        };
        self.node = Node {
            span,
            body,
            form: Form::Tagged,
            anchor: None,
            inside: Inside::Map(vec![entry]),
        };
        self.value = value_of_map(Map::from_iter([(key, self.value)]));
        self.height += 1;
        self.weight += WEIGHT;
        self
    }
}

/// How a scalar is written.
pub(super) fn form(style: ScalarStyle) -> Form {
    match style {
        ScalarStyle::Plain => Form::Plain,
        ScalarStyle::SingleQuoted => Form::Single,
        ScalarStyle::DoubleQuoted => Form::Double,
        ScalarStyle::Literal | ScalarStyle::Folded => Form::Block,
    }
}

/// Where a scalar stands and what it says. `at` is behind what was before it,
/// `place` and `said` are what the parser tells: a block without its sign, and
/// `~` for nothing.
pub(super) fn place<'a>(
    text: &str,
    at: usize,
    place: Span,
    said: &'a str,
    style: ScalarStyle,
) -> (Span, &'a str) {
    if style == ScalarStyle::Plain && place.is_empty() {
        return (Span { start: at, end: at }, "");
    }
    if form(style) != Form::Block {
        return (place, said);
    }
    let start = gap::skip(text, at);
    let sign = text.get(start..gap::line_stop(text, start)).unwrap_or("");
    let sign = sign.split('#').next().unwrap_or("");
    let lines = text.get(place.start..place.end).unwrap_or("");
    if sign.contains('+') {
        // The parser counts the margin of the next line in.
        let whole = lines.trim_end_matches([' ', '\t']);
        let whole = if whole.ends_with('\n') { whole } else { lines };
        let end = place.start.max(start) + whole.len();
        return (Span { start, end }, said);
    }
    let end = place.start + lines.trim_end_matches([' ', '\t', '\r', '\n']).len();
    // A block without lines ends with its sign.
    let end = if lines.trim().is_empty() {
        start + sign.trim_end().len()
    } else {
        end
    };
    (
        Span {
            start,
            end: end.max(start),
        },
        said,
    )
}

/// A scalar as a value.
pub(super) fn scalar(text: &str, form: Form, place: Span, tag: Option<&Meaning>) -> Read {
    let value = match tag {
        Some(Meaning::Call(name)) => tag::argument(Some(*name), text),
        Some(Meaning::Typed) => scalar::plain(text),
        None | Some(Meaning::Nothing) if form == Form::Plain => scalar::plain(text),
        _ => Value::from(text),
    };
    Read::leaf(place, form, value)
}

/// What is to be said of a tag.
pub(super) fn odd_tag(meaning: &Meaning, written: &str) -> Option<Message> {
    let sentence = match meaning {
        Meaning::Unknown(_) => "{tag} is no function that is known: it is kept as it stands.",
        Meaning::Foreign => {
            "{tag} is a type that CloudFormation does not read: it is kept as it stands."
        }
        _ => return None,
    };
    Some(Message::new(sentence).text("tag", written))
}

/// What is to be said of a truth value that looks like a word.
pub(super) fn odd_word(read: &Read, text: &str) -> Option<Message> {
    if read.node.form != Form::Plain || !matches!(read.value, Value::Bool(_)) {
        return None;
    }
    let word = text.get(read.node.span.start..read.node.span.end)?;
    if word.eq_ignore_ascii_case("true") || word.eq_ignore_ascii_case("false") {
        return None;
    }
    let message = Message::new(
        "“{word}” is a truth value in YAML 1.1: put it in quotes if the word is meant.",
    );
    Some(message.text("word", word))
}
