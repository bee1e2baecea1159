//! The whole template, edited as text: what differs from the design becomes
//! one change. Frames of what stays are kept, unless the text brings its own.

use std::sync::Arc;

use crate::document::{Change, Document, Draft, export, open};
use crate::message::Message;
use crate::template::{LogicalId, Note, Refused, Resource};

/// What a text would make of the design, and what is odd about the text.
#[derive(Clone, Debug)]
pub struct Rewriting {
    /// The change; empty if the text says what the design says.
    pub change: Change,
    /// What was odd about the text.
    pub notes: Vec<Note>,
}

/// Makes the design say what a text says.
///
/// # Errors
/// As [`open`]: the text is no template at all. It says where.
pub fn rewrite(document: &Document, text: &str) -> Result<Rewriting, Refused> {
    let opened = open(text)?;
    let after = &opened.document;
    let mut draft = Draft::new(document);
    let gone = document.template.resources.keys();
    let gone = gone.filter(|id| !after.template.resources.contains_key(*id));
    for id in gone {
        draft.remove(id);
    }
    for (id, resource) in &after.template.resources {
        let is_same = |before: &Arc<Resource>| before == resource;
        if !document.template.resources.get(id).is_some_and(is_same) {
            draft.insert(id.clone(), Resource::clone(resource));
        }
    }
    if document.template.sections != after.template.sections {
        draft
            .template_mut()
            .sections
            .clone_from(&after.template.sections);
    }
    // Comments, order and spacing are the text's, if there is anything new in them.
    if export(after) != export(document) {
        draft.template_mut().set_written(after.template.written());
    }
    if !after.layout.is_empty() {
        let is_there = |id: &LogicalId| after.template.resources.contains_key(id);
        let frames = after.layout.frames.iter().filter(|(id, _)| is_there(id));
        for (id, rect) in frames {
            draft.set_frame(id, *rect);
        }
        if document.layout.region != after.layout.region {
            draft.layout_mut().region.clone_from(&after.layout.region);
        }
        if document.layout.account != after.layout.account {
            draft.layout_mut().account.clone_from(&after.layout.account);
        }
        if document.layout.variants != after.layout.variants {
            draft
                .layout_mut()
                .variants
                .clone_from(&after.layout.variants);
        }
    }
    Ok(Rewriting {
        change: draft.into_change(Message::new("Edit the template's text")),
        notes: opened.notes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Session, export, save};
    use crate::geometry::Rect;

    const BEFORE: &str = r#"{
  "Description": "before",
  "Resources": {
    "A": { "Type": "T", "Properties": { "Size": 1 } },
    "B": { "Type": "T" }
  }
}
"#;

    fn drawn() -> Document {
        let mut document = open(BEFORE).unwrap().document;
        let layout = Arc::make_mut(&mut document.layout);
        for id in ["A", "B"] {
            let rect = Rect {
                x: 8.0,
                y: 8.0,
                w: 100.0,
                h: 40.0,
            };
            layout.frames.insert(id.into(), rect);
        }
        document
    }

    fn rewritten(document: &Document, text: &str) -> Document {
        let mut session = Session::new(document.clone());
        session
            .commit(rewrite(document, text).unwrap().change)
            .unwrap();
        session.document().clone()
    }

    #[test]
    fn what_the_text_says_is_what_the_design_says() {
        let text = BEFORE.replace("before", "after").replace("\"B\"", "\"C\"");
        let after = rewritten(&drawn(), &text);
        assert_eq!(after.template, open(&text).unwrap().document.template);
        assert!(export(&after).starts_with("{\n  \"Description\": \"after\",\n"));
    }

    #[test]
    fn frames_of_what_stays_are_kept_and_others_go() {
        let after = rewritten(&drawn(), &BEFORE.replace("\"B\"", "\"C\""));
        let ids: Vec<_> = after.layout.frames.keys().map(LogicalId::as_str).collect();
        assert_eq!(ids, ["A"]);
    }

    #[test]
    fn a_layout_in_the_text_counts_and_none_leaves_what_was() {
        let mut valued = drawn();
        let layout = Arc::make_mut(&mut valued.layout);
        layout.account = Some("000011112222".to_owned());
        let values = indexmap::IndexMap::from([("Size".to_owned(), "3".to_owned())]);
        layout.variants.all.insert("dev".to_owned(), values);
        layout.variants.chosen = Some("dev".to_owned());
        assert_eq!(rewritten(&drawn(), &save(&valued)), valued);
        assert_eq!(rewritten(&valued, BEFORE), valued);
    }

    #[test]
    fn the_text_is_kept_as_it_was_typed_and_undone_to_the_byte() {
        let document = open("Resources:\n  A: {Type: T} # one\n").unwrap().document;
        let texts = [
            "Resources:\n  A: {Type: T} # two\n",
            "# new\nResources:\n  A:\n    Type: 'T'\n    DependsOn: A # why\n",
            "{\"Resources\":{\"A\":{\"Type\":\"T\"}}}",
        ];
        for text in texts {
            let mut session = Session::new(document.clone());
            session
                .commit(rewrite(&document, text).unwrap().change)
                .unwrap();
            assert_eq!(export(session.document()), text);
            session.undo();
            assert_eq!(export(session.document()), export(&document));
            session.redo();
            assert_eq!(export(session.document()), text);
        }
    }

    #[test]
    fn frames_in_the_text_count() {
        let text = save(&drawn()).replace("8,", "16,");
        let after = rewritten(&drawn(), &text);
        assert!(
            after
                .layout
                .frames
                .values()
                .all(|rect| rect.x.total_cmp(&16.0).is_eq())
        );
    }

    #[test]
    fn the_same_text_changes_nothing() {
        assert!(rewrite(&drawn(), BEFORE).unwrap().change.is_empty());
        assert!(
            rewrite(&drawn(), &save(&drawn()))
                .unwrap()
                .change
                .is_empty()
        );
    }

    #[test]
    fn a_broken_text_says_where() {
        let refused = rewrite(&drawn(), "{\n  \"Resources\": {").unwrap_err();
        assert_eq!(refused.position.line, 2);
    }
}
