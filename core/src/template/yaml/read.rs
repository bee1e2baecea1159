//! YAML text to values with places. The tree is built from the parser's
//! events, without recursion; what they leave open (where a dash, a colon or
//! a block's sign stands) is read from the text between them.

use std::collections::HashMap;

use granit_parser::{Event, Parser, StrInput, options};

use super::leaf::{self, Read};
use super::open::Open;
use super::refusal;
use super::tag::{self, Meaning};
use crate::message::Message;
use crate::template::read::MAX_NOTES;
use crate::template::source::Form;
use crate::template::{
    Format, LineIndex, MAX_DEPTH, MAX_VALUES, Note, Refused, Source, Span, Value,
};

/// How much anchors and aliases may copy, in bytes or so.
const MAX_COPIED: usize = 4 * 1024 * 1024;

/// Reads a text, or says where it stops being YAML.
pub(in crate::template) fn read_yaml(text: &str) -> Result<(Source, Vec<Note>), Refused> {
    let lines = LineIndex::new(text);
    let mut options = options! {
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    options.set_emit_comments(false);
    let mut reader = Reader {
        text,
        lines: &lines,
        events: Parser::new_from_str_with_options(text, options),
        at: 0,
        notes: Vec::new(),
        anchors: HashMap::new(),
        values: 0,
        copied: 0,
    };
    let read = reader.document()?;
    let notes = reader.notes;
    let source = Source {
        text: text.to_owned(),
        format: Format::Yaml,
        root: read.node,
        value: read.value,
        lines,
    };
    Ok((source, notes))
}

struct Reader<'a> {
    text: &'a str,
    lines: &'a LineIndex,
    events: Parser<'a, StrInput<'a>>,
    /// Behind the last sign that was taken.
    at: usize,
    notes: Vec<Note>,
    anchors: HashMap<usize, Anchor>,
    values: usize,
    copied: usize,
}

/// What an alias stands for; nothing yet inside of its own definition.
struct Anchor {
    value: Option<Value>,
    weight: usize,
    height: usize,
}

/// The tag and the anchor of a value, and where they stand.
#[derive(Default)]
pub(super) struct Properties {
    start: Option<usize>,
    tag: Option<(Span, Meaning)>,
    anchor: Option<usize>,
}

impl Properties {
    /// How many levels of values they add.
    fn levels(&self) -> usize {
        usize::from(self.tag.is_some())
    }
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Result<Read, Refused> {
        let mut root = None;
        loop {
            let (event, span) = self.next()?;
            let place = bytes(span);
            match event {
                Event::StreamEnd => break,
                Event::DocumentStart(..) if root.is_some() => {
                    let message = Message::new(
                        "A second document begins here: only the first one is the template. The rest is kept.",
                    );
                    self.note(place.start, message);
                    break;
                }
                Event::DocumentStart(true, _) => self.at = place.end,
                event if event.is_node() => root = Some(self.tree(event, span)?),
                _ => {}
            }
        }
        root.ok_or_else(|| {
            let message = Message::new(
                "The file has nothing but comments: a template needs at least Resources with something inside.",
            );
            self.refused(self.text.len(), message)
        })
    }

    fn next(&mut self) -> Result<(Event<'a>, granit_parser::Span), Refused> {
        match self.events.next_event() {
            Some(Ok(next)) => Ok(next),
            Some(Err(error)) => Err(refusal::refused(&error, self.text, self.lines)),
            None => Ok((Event::StreamEnd, granit_parser::Span::default())),
        }
    }

    fn note(&mut self, at: usize, message: Message) {
        if self.notes.len() >= MAX_NOTES {
            return;
        }
        let position = self.lines.position(self.text, at);
        self.notes.push(Note { position, message });
    }

    fn refused(&self, at: usize, message: Message) -> Refused {
        let position = self.lines.position(self.text, at);
        Refused { position, message }
    }

    /// Reads the value that begins with an event, and all that is inside.
    fn tree(&mut self, event: Event<'a>, span: granit_parser::Span) -> Result<Read, Refused> {
        let mut stack: Vec<(Open, Properties)> = Vec::new();
        let mut levels = 0;
        let (mut event, mut span) = (event, span);
        loop {
            let done = if matches!(event, Event::SequenceEnd | Event::MappingEnd) {
                let Some((open, properties)) = stack.pop() else {
                    return Err(
                        self.refused(self.at, Message::new("YAML does not allow this here."))
                    );
                };
                if open.has_brackets() {
                    self.at = bytes(span).end;
                }
                levels -= 1 + properties.levels();
                Some((open.close(self.at), properties))
            } else {
                if let Some((open, _)) = stack.last_mut() {
                    self.at = open.before_value(self.text, self.at);
                }
                let properties = self.properties(&event, span)?;
                self.count(levels + properties.levels())?;
                match Open::of(&event, bytes(span), self.text, self.at) {
                    Some(open) => {
                        self.at = if open.has_brackets() {
                            bytes(span).end
                        } else {
                            open.start().max(self.at)
                        };
                        levels += 1 + properties.levels();
                        stack.push((open, properties));
                        None
                    }
                    None => Some((self.leaf(event, span, &properties, levels)?, properties)),
                }
            };
            if let Some((read, properties)) = done {
                let read = self.finish(read, properties)?;
                let Some((open, _)) = stack.last_mut() else {
                    return Ok(read);
                };
                let (at, note) = open.take(read, self.text);
                self.at = at.unwrap_or(self.at);
                if let Some((at, message)) = note {
                    self.note(at, message);
                }
            }
            (event, span) = self.next()?;
        }
    }

    /// Counts a value, as long as there are not too many or too deep.
    fn count(&mut self, levels: usize) -> Result<(), Refused> {
        self.values += 1;
        if levels <= MAX_DEPTH && self.values <= MAX_VALUES {
            return Ok(());
        }
        let message = Message::new(
            "The file holds more than {values} values or nests them deeper than {levels} levels: that is the most that is read.",
        );
        let message = message.text("values", MAX_VALUES).text("levels", MAX_DEPTH);
        Err(self.refused(self.at, message))
    }

    /// Takes tag and anchor of a node, which stand before it in any order.
    fn properties(
        &mut self,
        event: &Event<'a>,
        span: granit_parser::Span,
    ) -> Result<Properties, Refused> {
        let mut properties = Properties::default();
        let mut take = |place: Span, at: &mut usize| {
            let start = properties
                .start
                .map_or(place.start, |it| it.min(place.start));
            properties.start = Some(start);
            *at = place.end.max(*at);
        };
        if let Some(tag) = span.tag_span() {
            take(bytes(tag), &mut self.at);
        }
        let anchor = event.anchor_id().filter(|id| *id > 0);
        if anchor.is_some() {
            let (_, span) = self.next()?;
            take(bytes(span), &mut self.at);
        }
        properties.anchor = anchor;
        properties.tag = span
            .tag_span()
            .map(bytes)
            .zip(event.tag().map(tag::meaning));
        if let Some(id) = anchor {
            let open = Anchor {
                value: None,
                weight: 0,
                height: 0,
            };
            self.anchors.insert(id, open);
        }
        Ok(properties)
    }

    /// A scalar or an alias.
    fn leaf(
        &mut self,
        event: Event<'a>,
        span: granit_parser::Span,
        properties: &Properties,
        levels: usize,
    ) -> Result<Read, Refused> {
        let place = bytes(span);
        let read = match event {
            Event::Scalar(text, style, ..) => {
                let (place, text) = leaf::place(self.text, self.at, place, &text, style);
                let meaning = properties.tag.as_ref().map(|(_, meaning)| meaning);
                leaf::scalar(text, leaf::form(style), place, meaning)
            }
            Event::Alias(id) => self.alias(Some(id), place, levels)?,
            _ => self.alias(None, place, levels)?,
        };
        self.at = read.node.span.end.max(self.at);
        Ok(read)
    }

    fn alias(&mut self, id: Option<usize>, place: Span, levels: usize) -> Result<Read, Refused> {
        let known = id
            .and_then(|id| self.anchors.get(&id))
            .and_then(|anchor| Some((anchor.value.as_ref()?, anchor.weight, anchor.height)));
        let Some((value, weight, height)) = known else {
            let written = self.text.get(place.start..place.end).unwrap_or("");
            let message =
                Message::new("{alias} names an anchor that is not there: it is kept as a text.");
            self.note(place.start, message.text("alias", written));
            return Ok(Read::leaf(place, Form::Alias(0), Value::from(written)));
        };
        let value = value.clone();
        self.spend(weight, place.start)?;
        if levels + height > MAX_DEPTH {
            let message = Message::new("Aliases nest values deeper than {levels} levels here.");
            return Err(self.refused(place.start, message.text("levels", MAX_DEPTH)));
        }
        let id = id.and_then(|id| u32::try_from(id).ok()).unwrap_or(0);
        let read = Read::leaf(place, Form::Alias(id), value);
        Ok(Read {
            weight,
            height,
            ..read
        })
    }

    /// Counts a copy: aliases of lists of aliases grow without bound else.
    fn spend(&mut self, weight: usize, at: usize) -> Result<(), Refused> {
        self.copied = self.copied.saturating_add(weight);
        if self.copied <= MAX_COPIED {
            return Ok(());
        }
        let message = Message::new(
            "Aliases repeat so much that the file would grow beyond all bounds: write the values out.",
        );
        Err(self.refused(at, message))
    }

    /// Puts tag and anchor to a value that was read.
    fn finish(&mut self, mut read: Read, properties: Properties) -> Result<Read, Refused> {
        if let Some((place, meaning)) = properties.tag {
            let written = self.text.get(place.start..place.end).unwrap_or("");
            if let Some(message) = leaf::odd_tag(&meaning, written) {
                self.note(place.start, message);
            }
            read = read.tagged(place, &meaning);
        } else if let Some(message) = leaf::odd_word(&read, self.text) {
            self.note(read.node.span.start, message);
        }
        if let Some(start) = properties.start {
            read.node.span.start = start;
        }
        if let Some(id) = properties.anchor {
            self.spend(read.weight, read.node.span.start)?;
            read.node.anchor = u32::try_from(id).ok();
            let anchor = Anchor {
                value: Some(read.value.clone()),
                weight: read.weight,
                height: read.height,
            };
            self.anchors.insert(id, anchor);
        }
        Ok(read)
    }
}

fn bytes(span: granit_parser::Span) -> Span {
    let start = span.start.byte_offset().unwrap_or(0);
    let end = span.end.byte_offset().unwrap_or(start).max(start);
    Span { start, end }
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
