//! A design as a file: a template whose `Metadata` holds the layout.

use std::sync::Arc;

use super::{Document, Layout};
use crate::template::{Map, Note, Refused, Source, Span, Template, Value, print, read};

/// The key of ours under the template's `Metadata`.
const KEY: &str = "Drawbridge";

/// The key under ours that says how the author wrote a `Metadata` with nothing
/// in it, so that taking ours out leaves just that.
const WAS: &str = "MetadataWas";

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
    let (layout, restored) = take_layout(&mut template);
    let document = Document {
        template: restored.unwrap_or(template),
        layout: Arc::new(layout.map(Layout::from_value).unwrap_or_default()),
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
        let mut layout = document.layout.to_value();
        if let (Some(was), Value::Map(layout)) = (empty_metadata(&template), &mut layout) {
            layout.insert(WAS.to_owned(), was.into());
        }
        let metadata = template.sections.entry("Metadata".to_owned());
        let metadata = metadata.or_insert_with(|| Value::Map(Map::new()));
        if *metadata == Value::Null {
            *metadata = Value::Map(Map::new());
        }
        // A `Metadata` that is no mapping belongs to its author: no layout then.
        if let Value::Map(map) = metadata {
            map.insert(KEY.to_owned(), layout);
        }
    }
    print(&template)
}

/// The template alone, without a trace of Drawbridge.
pub fn export(document: &Document) -> String {
    print(&document.template)
}

/// How the author wrote a `Metadata` with nothing in it, if there is one.
fn empty_metadata(template: &Template) -> Option<String> {
    let metadata = template.sections.get("Metadata")?;
    let plain = match metadata {
        Value::Map(map) if map.is_empty() => " {}",
        Value::Null => " null",
        _ => return None,
    };
    let source = template.source();
    // What the text has may not be empty yet, or be a block of ours.
    let source =
        source.filter(|it| it.sections().and_then(|it| it.get("Metadata")) == Some(metadata));
    let written = source.and_then(|source| {
        let (colon, span) = metadata_place(source)?;
        source.text.get(colon..span.end)
    });
    Some(written.unwrap_or(plain).to_owned())
}

/// Behind the colon of `Metadata`, and its value.
fn metadata_place(source: &Source) -> Option<(usize, Span)> {
    let entry = source.root.entry("Metadata")?;
    let after = source.text.get(entry.key_span.end..)?;
    Some((entry.key_span.end + after.find(':')? + 1, entry.value.span))
}

/// Takes our block out of the template's `Metadata`. The author's own empty
/// `Metadata` comes back with the bytes that it had: a template read from them.
fn take_layout(template: &mut Template) -> (Option<Value>, Option<Template>) {
    let Some(Value::Map(metadata)) = template.sections.get_mut("Metadata") else {
        return (None, None);
    };
    let Some(mut layout) = metadata.shift_remove(KEY) else {
        return (None, None);
    };
    let was = match &mut layout {
        Value::Map(map) => map.shift_remove(WAS),
        _ => None,
    };
    if !metadata.is_empty() {
        return (Some(layout), None);
    }
    let Some(was) = was.as_ref().and_then(Value::as_text) else {
        template.sections.shift_remove("Metadata");
        return (Some(layout), None);
    };
    if !was.contains('{') {
        template.sections.insert("Metadata".to_owned(), Value::Null);
    }
    let text = template.source().and_then(|source| {
        let (colon, span) = metadata_place(source)?;
        let before = source.text.get(..colon)?;
        // A comment in the key's own line, above ours.
        let comment = source.text.get(colon..span.start)?.trim_end();
        let after = source.text.get(span.end..)?;
        Some(format!("{before}{was}{comment}{after}"))
    });
    let restored = text.and_then(|text| read(&text).ok());
    let restored = restored.map(|reading| reading.template);
    let restored = restored.filter(|restored| restored == template);
    if restored.is_none() {
        // Not what we wrote: the author had none, then.
        template.sections.shift_remove("Metadata");
    }
    (Some(layout), restored)
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
            "{\"Metadata\": {\n\n}, \"Resources\": {\"A\": {\"Type\": \"T\"}}}",
            "{\"Metadata\" : null, \"Resources\": {\"A\": {\"Type\": \"T\"}}}",
            "Resources:\n  A:\n    Type: T",
            "Resources:\r\n  A: {Type: T}\r\n\r\n# end\r\n",
            "Resources: {A: {Type: T}}\n\nOutputs:\n  B:\n    Value: |+\n      x\n\n\n",
            "Metadata:   # why\n\nResources:\n  A: {Type: T}\n...\n---\nX: 1\n",
            "Metadata: { } # why\nResources:\n  A: {Type: T}\n",
            "Metadata: ~ # why\nResources:\n  A: {Type: T}\n",
            "{Resources: {A: {Type: T}}}",
            "---\nResources: {A: {Type: T}}\n",
            "? Resources\n: {A: {Type: T}}\n",
        ] {
            let saved = save(&drawn(text));
            assert_ne!(saved, text);
            let opened = open(&saved).unwrap().document;
            assert_eq!(opened.layout.frames.len(), 1, "{saved}");
            assert_eq!(export(&opened), text, "{saved}");
            assert_eq!(save(&opened), saved);
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
    fn frames_that_are_none_do_not_come_and_go() {
        let text = r#"{"Metadata": {"Drawbridge": {"Frames": "V: 8"}}, "Resources": {}}"#;
        let saved = save(&open(text).unwrap().document);
        assert_eq!(save(&open(&saved).unwrap().document), saved);
        let empty = Document::empty();
        let mut draft = crate::document::Draft::new(&empty);
        draft.set_frame(&"a".into(), Rect::new(0.0, 0.0, 208.0, 0.0));
        draft.set_frame(&"b".into(), Rect::new(0.0, 0.0, 208.0, 8.0));
        assert_eq!(draft.document().layout.frames.len(), 1);
    }

    #[test]
    fn what_the_author_had_cannot_be_made_up() {
        for was in [
            "\" ;}\"",
            "\" [\"",
            "\" {} # more\"",
            "\" {\\\"A\\\": 1}\"",
            "3",
        ] {
            let text = format!(
                "{{\"Metadata\": {{\"Drawbridge\": {{\"Frames\": {{\"A\": [0, 0, 8, 8]}}, \"MetadataWas\": {was}}}}}, \"Resources\": {{}}}}"
            );
            let document = open(&text).unwrap().document;
            assert_eq!(export(&document), "{\"Resources\": {}}", "{was}");
            let saved = save(&document);
            assert_eq!(save(&open(&saved).unwrap().document), saved);
        }
    }

    #[test]
    fn a_metadata_that_was_emptied_is_saved_as_empty() {
        let mut document = drawn("Metadata: {Own: 1}\nResources: {A: {Type: T}}\n");
        let empty = Value::Map(Map::new());
        document
            .template
            .sections
            .insert("Metadata".to_owned(), empty);
        let again = open(&save(&document)).unwrap().document;
        assert_eq!(again, document);
        assert_eq!(export(&again), "Metadata: {}\nResources: {A: {Type: T}}\n");
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
