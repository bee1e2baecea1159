//! A design as a file: a template whose `Metadata` holds the layout.

use std::sync::Arc;

use super::{Document, Layout};
use crate::template::{Map, Note, Refused, Template, Value, print, read};

/// The key of ours under the template's `Metadata`.
const KEY: &str = "Drawbridge";

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The design.
    pub document: Document,
    /// What was odd about the file.
    pub notes: Vec<Note>,
}

/// Reads a file: a template of any origin, or a design that was saved.
///
/// # Errors
/// As [`read()`]: only a text that is no template at all.
pub fn open(text: &str) -> Result<Opened, Refused> {
    let reading = read(text)?;
    let mut template = reading.template;
    let layout = take_layout(&mut template)
        .map(Layout::from_value)
        .unwrap_or_default();
    let document = Document {
        template,
        layout: Arc::new(layout),
    };
    Ok(Opened {
        document,
        notes: reading.notes,
    })
}

/// The design as a file that opens as it is now: the template with one block
/// of layout under `Metadata`.
pub fn save(document: &Document) -> String {
    let mut template = document.template.clone();
    if !document.layout.is_empty() {
        let metadata = template.sections.entry("Metadata".to_owned());
        // A `Metadata` that is no mapping belongs to its author: no layout then.
        if let Value::Map(map) = metadata.or_insert_with(|| Value::Map(Map::new())) {
            map.insert(KEY.to_owned(), document.layout.to_value());
        }
    }
    print(&template)
}

/// The template alone, without a trace of Drawbridge.
pub fn export(document: &Document) -> String {
    print(&document.template)
}

/// Takes our block out of the template's `Metadata`.
fn take_layout(template: &mut Template) -> Option<Value> {
    let Some(Value::Map(metadata)) = template.sections.get_mut("Metadata") else {
        return None;
    };
    let layout = metadata.shift_remove(KEY)?;
    if metadata.is_empty() {
        template.sections.shift_remove("Metadata");
    }
    Some(layout)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Draft;
    use crate::geometry::Rect;
    use crate::message::Message;

    const TEXT: &str = "{\n    \"Resources\": {\n        \"A\": { \"Type\": \"T\" }\n    }\n}\n";

    fn drawn(text: &str) -> Document {
        let mut document = open(text).unwrap().document;
        let mut draft = Draft::new(&document);
        draft.set_frame(
            &"A".into(),
            Rect {
                x: 8.0,
                y: -16.0,
                w: 100.0,
                h: 40.0,
            },
        );
        let change = draft.into_change(Message::new("test"));
        change.apply(&mut document).unwrap();
        document
    }

    #[test]
    fn what_is_saved_opens_the_same() {
        let document = drawn(TEXT);
        let saved = save(&document);
        assert!(saved.contains("\"Frames\""), "{saved}");
        let opened = open(&saved).unwrap();
        assert_eq!(opened.document, document);
        assert!(opened.notes.is_empty());
        assert_eq!(save(&opened.document), saved);
    }

    #[test]
    fn taking_the_layout_out_restores_the_bytes() {
        for text in [
            TEXT,
            "{\"Resources\": {\"A\": {\"Type\": \"T\"}}}",
            "{\"Metadata\": {\"X\": [ ]},\r\n\"Resources\": {\"A\": {\"Type\": \"T\"}}}\r\n",
        ] {
            let saved = save(&drawn(text));
            assert_ne!(saved, text);
            assert_eq!(export(&open(&saved).unwrap().document), text);
        }
    }

    #[test]
    fn a_broken_layout_is_left_out() {
        let text = r#"{"Metadata": {"Drawbridge": {"Frames": {"A": [1, 2], "B": [0, 0, 1e9, 1], "C": [1, 2, 3, 4]}}},
            "Resources": {}}"#;
        let document = open(text).unwrap().document;
        assert_eq!(document.layout.frames.len(), 1);
    }

    #[test]
    fn frames_are_whole_pixels() {
        let text = r#"{"Metadata": {"Drawbridge": {"Frames": {"A": [1.75, -2, 30.5, 4], "B": [1, 2, 1.5e3, 4]}}},
            "Resources": {}}"#;
        let frames = &open(text).unwrap().document.layout.frames;
        let frames: Vec<_> = frames.values().copied().collect();
        assert_eq!(frames, [Rect::new(1.0, -2.0, 30.0, 4.0)]);
    }
}
