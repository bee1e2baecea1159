//! JSON text to values with places. Knows no `CloudFormation` beyond the form
//! of a function call.

use jsonc_parser::ast;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::function::value_of_map;
use super::read::{MAX_NOTES, Note, Refused};
use super::source::{Entry, Form, Inside, Node};
use super::{Format, LineIndex, Map, Number, Source, Span, Value};
use crate::message::Message;

/// The largest text that is read, in bytes (5 MiB): a bound on time and memory.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;

/// The deepest nesting that is read: a bound on the stack.
pub const MAX_DEPTH: usize = 200;

/// The value that a JSON text says, without its places; `None` for what is no
/// JSON.
pub fn value_of_json(text: &str) -> Option<Value> {
    Some(read_json(text).ok()?.0.value)
}

/// The most values of a text: a bound on time and memory. Templates have twenty
/// bytes a value or more, so that the largest that `CloudFormation` takes, of
/// 1 MB, stays at half of it.
pub const MAX_VALUES: usize = 100_000;

/// Why a text was not read as JSON.
pub(super) enum NoJson {
    /// It has another form, and may be YAML.
    Form(Refused),
    /// It holds more than is read in any form.
    Limit(Refused),
}

impl NoJson {
    /// Where and why, whichever it is.
    pub(super) fn refused(self) -> Refused {
        match self {
            Self::Form(refused) | Self::Limit(refused) => refused,
        }
    }
}

/// Reads a text, or says where it stops being JSON.
pub(super) fn read_json(text: &str) -> Result<(Source, Vec<Note>), NoJson> {
    let lines = LineIndex::new(text);
    let start = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    check_bounds(text, &lines)?;
    let mut notes = Vec::new();
    let mended = mend_halves(text, &lines, &mut notes);
    let body = mended.as_deref().unwrap_or(text).get(start..);
    let body = body.unwrap_or_default();
    let parsed = match parse_to_ast(body, &CollectOptions::default(), &strict()) {
        Ok(parsed) => parsed,
        Err(error) => {
            notes.push(note_of(&error, text, start, &lines));
            let lenient = parse_to_ast(body, &CollectOptions::default(), &lenient());
            // What is mended is not why a text is refused.
            lenient.map_err(|error| {
                let Note { position, message } = note_of(&error, text, start, &lines);
                NoJson::Form(Refused { position, message })
            })?
        }
    };
    let Some(root) = &parsed.value else {
        let message = Message::new(
            "The file is empty: a template needs at least {braces} with Resources inside.",
        );
        return Err(NoJson::Form(Refused {
            position: lines.position(text, text.len()),
            message: message.text("braces", "{ }"),
        }));
    };
    let mut reader = Reader {
        text,
        offset: start,
        lines: &lines,
        notes,
    };
    let (root, value) = reader.value(root);
    let notes = reader.notes;
    Ok((
        Source {
            text: text.to_owned(),
            format: Format::Json,
            root,
            value,
            lines,
        },
        notes,
    ))
}

fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        ..lenient()
    }
}

/// What is mended silently by other tools too, and is worth a note only.
fn lenient() -> ParseOptions {
    ParseOptions {
        allow_comments: true,
        allow_trailing_commas: true,
        allow_missing_commas: false,
        allow_loose_object_property_names: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

/// A comment and how it ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Comment {
    None,
    Line,
    /// Its end is not a part of its start.
    Block {
        earliest: usize,
    },
}

/// Counts values and open brackets outside of texts, before anything recursive
/// runs or memory is taken.
fn check_bounds(text: &str, lines: &LineIndex) -> Result<(), NoJson> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    let mut values = 0_usize;
    // The comment that the scan is in: a quote there opens nothing.
    let mut comment = Comment::None;
    for (at, byte) in text.bytes().enumerate() {
        let rest = &text.as_bytes()[at..];
        let ends = match comment {
            Comment::None => false,
            Comment::Line => matches!(byte, b'\n' | b'\r'),
            Comment::Block { earliest } => at >= earliest && rest.starts_with(b"*/"),
        };
        if comment != Comment::None {
            if ends {
                comment = Comment::None;
            }
            continue;
        }
        match byte {
            _ if escaped => escaped = false,
            b'/' if !quoted && rest.starts_with(b"//") => comment = Comment::Line,
            b'/' if !quoted && rest.starts_with(b"/*") => {
                comment = Comment::Block { earliest: at + 2 };
            }
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => {
                depth += 1;
                values += 1;
            }
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            b',' if !quoted => values += 1,
            _ => {}
        }
        if values > MAX_VALUES {
            let message =
                "The file holds more than {values} values: that is the most that is read.";
            return Err(NoJson::Limit(Refused {
                position: lines.position(text, at),
                message: Message::new(message).text("values", MAX_VALUES),
            }));
        }
        if depth > MAX_DEPTH {
            let message = Message::new("Brackets are nested deeper than {limit} levels here.");
            return Err(NoJson::Form(Refused {
                position: lines.position(text, at),
                message: message.text("limit", MAX_DEPTH),
            }));
        }
    }
    Ok(())
}

/// A text in which each `\\u` of half a letter alone stands for the sign for what
/// cannot be shown; `None` where there is no such half. Places stay: both are
/// written in six letters.
///
/// UTF-16 writes some letters in two halves, and JSON can name one alone. No
/// text can hold it.
fn mend_halves(text: &str, lines: &LineIndex, notes: &mut Vec<Note>) -> Option<String> {
    let mut mended = None::<String>;
    let mut at = 0;
    while let Some(found) = text.get(at..)?.find('\\') {
        let start = at + found;
        let unit = |at: usize| {
            let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
            u16::from_str_radix(digits, 16).ok()
        };
        at = match (unit(start), unit(start + 6)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => start + 12,
            (Some(0xd800..=0xdfff), _) => {
                let mended = mended.get_or_insert_with(|| text.to_owned());
                mended.replace_range(start..start + 6, "\\ufffd");
                if notes.len() < MAX_NOTES {
                    let message =
                        "{half} is half of a letter: it is kept in the file, and shown as {shown}.";
                    notes.push(Note {
                        position: lines.position(text, start),
                        message: Message::new(message)
                            .text("half", &text[start..start + 6])
                            .text("shown", '\u{fffd}'),
                    });
                }
                start + 6
            }
            // Past the escaped letter, which may be a backslash.
            _ => {
                start
                    + 1
                    + text
                        .get(start + 1..)?
                        .chars()
                        .next()
                        .map_or(0, char::len_utf8)
            }
        };
    }
    mended
}

fn note_of(error: &ParseError, text: &str, offset: usize, lines: &LineIndex) -> Note {
    use ParseErrorKind as Kind;
    let sentence = match error.kind() {
        Kind::CommentsNotAllowed => "A comment stands here, which JSON does not have.",
        Kind::TrailingCommasNotAllowed => "A comma stands here with nothing after it.",
        Kind::ExpectedComma => "A comma is missing before this, or a bracket closed too early.",
        Kind::ExpectedColonAfterObjectKey => "A colon is missing after the key.",
        Kind::ExpectedObjectValue => "The key has no value after its colon.",
        Kind::ExpectedStringObjectProperty => "A key in double quotes is expected here.",
        Kind::SingleQuotedStringsNotAllowed => "JSON wants double quotes, not single ones.",
        Kind::UnterminatedArray => "A list opened here is never closed: ] is missing.",
        Kind::UnterminatedObject => "A mapping opened here is never closed: } is missing.",
        Kind::MultipleRootJsonValues => "Something stands after the end of the template.",
        Kind::String(_) => "A text is broken here: a quote or an escape is missing or wrong.",
        Kind::UnexpectedWord => "This is no JSON value: texts need double quotes.",
        _ => "JSON does not allow this here.",
    };
    let position = lines.position(text, offset + error.range().start);
    Note {
        position,
        message: Message::new(sentence),
    }
}

fn node(span: Span, inside: Inside) -> Node {
    Node {
        span,
        body: span.start,
        form: Form::Flow,
        anchor: None,
        inside,
    }
}

struct Reader<'a> {
    text: &'a str,
    offset: usize,
    lines: &'a LineIndex,
    notes: Vec<Note>,
}

impl Reader<'_> {
    fn span(&self, range: jsonc_parser::common::Range) -> Span {
        Span {
            start: range.start + self.offset,
            end: range.end + self.offset,
        }
    }

    fn value(&mut self, value: &ast::Value<'_>) -> (Node, Value) {
        let leaf = |span| node(span, Inside::Nothing);
        match value {
            ast::Value::NullKeyword(it) => (leaf(self.span(it.range)), Value::Null),
            ast::Value::BooleanLit(it) => (leaf(self.span(it.range)), Value::Bool(it.value)),
            ast::Value::NumberLit(it) => (
                leaf(self.span(it.range)),
                Value::Number(Number::from_source(it.value)),
            ),
            ast::Value::StringLit(it) => (
                leaf(self.span(it.range)),
                Value::Text(it.value.clone().into_owned()),
            ),
            ast::Value::Array(it) => {
                let (nodes, values) = it.elements.iter().map(|value| self.value(value)).unzip();
                (
                    node(self.span(it.range), Inside::List(nodes)),
                    Value::List(values),
                )
            }
            ast::Value::Object(it) => self.object(it),
        }
    }

    fn object(&mut self, object: &ast::Object<'_>) -> (Node, Value) {
        let mut entries = Vec::with_capacity(object.properties.len());
        let mut map = Map::with_capacity(object.properties.len());
        for property in &object.properties {
            let (key, key_span) = match &property.name {
                ast::ObjectPropName::String(it) => {
                    (it.value.clone().into_owned(), self.span(it.range))
                }
                ast::ObjectPropName::Word(it) => (it.value.to_owned(), self.span(it.range)),
            };
            let (node, value) = self.value(&property.value);
            let twice = map.insert(key.clone(), value).is_some();
            if twice && self.notes.len() < MAX_NOTES {
                let message = Message::new("“{key}” stands twice: the last one counts.");
                self.notes.push(Note {
                    position: self.lines.position(self.text, key_span.start),
                    message: message.text("key", &key),
                });
            }
            entries.push(Entry {
                key,
                key_span,
                value: node,
            });
        }
        let node = node(self.span(object.range), Inside::Map(entries));
        (node, value_of_map(map))
    }
}
