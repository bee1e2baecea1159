//! Text to template: the best result, with notes.

use std::sync::Arc;

use super::format::read_source;
use super::{LogicalId, Map, Position, Resource, Span, Template, Value};
use crate::message::Message;
use crate::sorting;

/// The most notes of one text: nobody reads more, and each costs a look at its
/// line, which can be the whole text.
pub(super) const MAX_NOTES: usize = 100;

/// What was read, and what was odd about it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The template, as good as the text allows.
    pub template: Template,
    /// What the reader should know, in the order of the text.
    pub notes: Vec<Note>,
}

/// Something odd in a text that was read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where.
    pub position: Position,
    /// What, and what came of it.
    pub message: Message,
}

/// Why a text cannot be read as a template at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Line {}, column {}: {message}", .position.line, .position.column)]
pub struct Refused {
    /// Where reading ended.
    pub position: Position,
    /// What stands there, and what to do.
    pub message: Message,
}

/// Reads a template.
///
/// # Errors
/// Only a text that is neither JSON nor YAML, no mapping, or beyond [`super::MAX_BYTES`] or
/// [`super::MAX_DEPTH`].
pub fn read(text: &str) -> Result<Reading, Refused> {
    let (source, mut notes) = read_source(text)?;
    let root = source.root.span;
    // A place costs a look through the text: none for a note too many.
    let mut note = |place: &dyn Fn() -> Span, message: Message| {
        if notes.len() >= MAX_NOTES {
            return;
        }
        notes.push(Note {
            position: source.position(place().start),
            message,
        });
    };
    let sections = match &source.value {
        Value::Map(map) => map.clone(),
        // A template of one section that has a function's name is odd, and kept.
        Value::Function(call) => {
            Map::from_iter([(call.name.as_str().to_owned(), call.argument.clone())])
        }
        _ => {
            return Err(Refused {
                position: source.position(root.start),
                message: Message::new(
                    "The file holds a single value, not a template: a template is a mapping with Resources inside.",
                ),
            });
        }
    };
    let mut template = Template::default();
    for (key, value) in sections {
        if key != "Resources" {
            template.sections.insert(key, value);
            continue;
        }
        template.resources_at = template.sections.len();
        let Value::Map(resources) = value else {
            let entry = source.root.entry("Resources");
            note(
                &|| entry.map_or(root, |entry| entry.key_span),
                Message::new("Resources is no mapping: it is kept, and nothing is drawn."),
            );
            template.sections.insert(key, value);
            template.resources_at = usize::MAX;
            continue;
        };
        for (name, body) in resources {
            let resource = Resource::from_body(body);
            if resource.kind().as_str().is_empty() && !name.starts_with("Fn::ForEach") {
                let place = || source.resource(&name).map_or(root, |entry| entry.key_span);
                let message =
                    Message::new("{name} has no Type: it is kept, and drawn as a plain box.");
                note(&place, message.resource("name", &name));
            }
            template
                .resources
                .insert(LogicalId::new(&name), Arc::new(resource));
        }
    }
    if !source
        .value
        .as_map()
        .is_some_and(|map| map.contains_key("Resources"))
    {
        note(
            &|| root,
            Message::new("The file has no Resources: CloudFormation wants at least one."),
        );
    }
    sorting::sort_by_key(&mut notes, |note| note.position);
    if notes.len() >= MAX_NOTES {
        notes.push(Note {
            position: source.position(source.text.len()),
            message: Message::new("These are the first {count} notes: there may be more.")
                .text("count", MAX_NOTES),
        });
    }
    template.source = Some(Arc::new(source));
    Ok(Reading { template, notes })
}
