//! A list or mapping while its elements are read. Knows no events but the one
//! that begins it.

use granit_parser::{Event, StructureStyle};

use super::gap;
use super::leaf::{Read, WEIGHT};
use super::merge::Mapping;
use crate::message::Message;
use crate::template::function::value_of_map;
use crate::template::source::{Entry, Form, Inside, Node};
use crate::template::{Span, Value};

/// A list or mapping that was begun.
pub(super) struct Open {
    form: Form,
    /// Where its first sign stands.
    start: usize,
    content: Content,
    weight: usize,
    height: usize,
}

enum Content {
    List(Vec<Node>, Vec<Value>),
    Map(Mapping, Option<Key>),
}

/// A key that waits for its value.
struct Key {
    text: String,
    span: Span,
    /// Whether it stands without quotes, as `<<` must.
    plain: bool,
}

impl Open {
    /// What an event begins, if it begins a list or mapping. `at` is behind
    /// what was before it.
    pub(super) fn of(event: &Event<'_>, place: Span, text: &str, at: usize) -> Option<Self> {
        let (style, content) = match event {
            Event::SequenceStart(style, ..) => (style, Content::List(Vec::new(), Vec::new())),
            Event::MappingStart(style, ..) => (style, Content::Map(Mapping::default(), None)),
            _ => return None,
        };
        let form = match style {
            StructureStyle::Block => Form::Block,
            StructureStyle::Flow if place.is_empty() => Form::Pair,
            StructureStyle::Flow => Form::Flow,
        };
        let start = if form == Form::Flow {
            place.start
        } else {
            gap::skip(text, at)
        };
        Some(Self {
            form,
            start,
            content,
            weight: WEIGHT,
            height: 0,
        })
    }

    /// Whether brackets begin and end it.
    pub(super) fn has_brackets(&self) -> bool {
        self.form == Form::Flow
    }

    /// Where its first sign stands.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// Behind the dash or question mark, if the next value has one.
    pub(super) fn before_value(&self, text: &str, at: usize) -> usize {
        match self.content {
            Content::List(..) if self.form == Form::Block => {
                let dash = gap::skip(text, at);
                // A value without a dash in a block does not happen.
                if text.as_bytes().get(dash) == Some(&b'-') {
                    dash + 1
                } else {
                    at
                }
            }
            Content::Map(_, None) => {
                let sign = gap::skip(text, at);
                let rest = text.get(sign..).and_then(|rest| rest.strip_prefix('?'));
                // A question mark that a blank follows is no part of the key.
                match rest.map(|rest| rest.chars().next().is_none_or(char::is_whitespace)) {
                    Some(true) => sign + 1,
                    _ => at,
                }
            }
            _ => at,
        }
    }

    /// Takes an element, a key or a value. Gives where reading goes on, if
    /// behind a colon, and what is to be noted.
    pub(super) fn take(
        &mut self,
        read: Read,
        text: &str,
    ) -> (Option<usize>, Option<(usize, Message)>) {
        match &mut self.content {
            Content::List(nodes, values) => {
                self.weight += read.weight;
                self.height = self.height.max(read.height + 1);
                nodes.push(read.node);
                values.push(read.value);
                (None, None)
            }
            Content::Map(_, key @ None) => {
                let span = read.node.span;
                let (taken, note) = key_of(&read, text);
                self.weight += taken.text.len();
                *key = Some(taken);
                let note = note.map(|message| (span.start, message));
                (Some(gap::after_colon(text, span.end)), note)
            }
            Content::Map(mapping, key) => {
                self.weight += read.weight;
                self.height = self.height.max(read.height + 1);
                let Some(key) = key.take() else {
                    return (None, None);
                };
                (None, entry(mapping, key, read))
            }
        }
    }

    /// The whole, ending at a byte.
    pub(super) fn close(self, end: usize) -> Read {
        let (inside, value) = match self.content {
            Content::List(nodes, values) => (Inside::List(nodes), Value::List(values)),
            Content::Map(mapping, _) => (Inside::Map(mapping.entries), value_of_map(mapping.map)),
        };
        let node = Node {
            span: Span {
                start: self.start,
                end: end.max(self.start),
            },
            body: self.start,
            form: self.form,
            anchor: None,
            inside,
        };
        Read {
            node,
            value,
            weight: self.weight,
            height: self.height,
        }
    }
}

/// A key: a scalar is its text as it stands, anything else its source.
fn key_of(read: &Read, text: &str) -> (Key, Option<Message>) {
    let node = &read.node;
    let span = node.span;
    let source = |span: Span| text.get(span.start..span.end).unwrap_or("").to_owned();
    match (node.form, &read.value) {
        (Form::Plain, Value::Text(_) | Value::List(_))
        | (Form::Single | Form::Double | Form::Block, _) => {
            let text = read.value.as_scalar_text().unwrap_or_else(|| source(span));
            (
                Key {
                    text,
                    span,
                    plain: node.form == Form::Plain,
                },
                None,
            )
        }
        // `1.0: ` and `yes: ` are keys of just these letters.
        (Form::Plain, _) => {
            let body = Span {
                start: node.body,
                end: span.end,
            };
            (
                Key {
                    text: source(body),
                    span,
                    plain: true,
                },
                None,
            )
        }
        _ => {
            let message = Message::new(
                "This key is no text, which templates do not have: it is kept as it stands.",
            );
            let text = read.value.as_scalar_text().unwrap_or_else(|| source(span));
            (
                Key {
                    text,
                    span,
                    plain: false,
                },
                Some(message),
            )
        }
    }
}

fn entry(mapping: &mut Mapping, key: Key, read: Read) -> Option<(usize, Message)> {
    let at = key.span.start;
    let brings = matches!(
        read.value,
        Value::Map(_) | Value::List(_) | Value::Function(_)
    );
    let entry = Entry {
        key: key.text,
        key_span: key.span,
        value: read.node,
    };
    if key.plain && entry.key == "<<" && brings {
        mapping.merge(&read.value);
        mapping.entries.push(entry);
        let sentence = "CloudFormation itself does not merge with <<: it is kept, and read as other tools read it.";
        return Some((at, Message::new(sentence)));
    }
    let name = entry.key.clone();
    mapping.insert(entry, read.value).then(|| {
        let message = Message::new("“{key}” stands twice: the last one counts.");
        (at, message.text("key", name))
    })
}
