//! What a session keeps through every kind of change.

use proptest::prelude::*;

use super::Session;
use crate::document::{Change, Document, Draft, open};
use crate::geometry::Rect;
use crate::message::Message;
use crate::template::{LogicalId, Resource};

fn start() -> Document {
    let text = r#"{"A": 1, "Resources": {"R0": {"Type": "T"}, "R1": {"Type": "T"}, "R2": {"Type": "T"}}, "B": 2}"#;
    open(text).unwrap().document
}

fn draft(document: &Document, edit: impl FnOnce(&mut Draft<'_>)) -> Change {
    let mut draft = Draft::new(document);
    edit(&mut draft);
    draft.into_change(Message::new("test"))
}

#[test]
fn a_preview_leaves_no_trace() {
    let mut session = Session::new(start());
    let id = LogicalId::new("R1");
    let change = draft(session.committed(), |draft| draft.remove(&id));
    let touched = session.preview(change.clone()).unwrap();
    assert!(touched.resources.contains(&id));
    assert!(!session.document().template.resources.contains_key(&id));
    assert_eq!(session.cancel(), touched);
    assert_eq!(session.document(), &start());
    assert!(session.undo_title().is_none());
    session.preview(change).unwrap();
    session.commit_preview().unwrap();
    assert!(session.undo_title().is_some());
}

#[test]
fn a_stale_change_is_refused_and_nothing_happens() {
    let mut session = Session::new(start());
    let id = LogicalId::new("R1");
    let change = draft(session.committed(), |draft| {
        draft.set(&id, &"P".into(), 1.into());
    });
    let other = draft(session.committed(), |draft| {
        draft.set(&id, &"P".into(), 2.into());
    });
    session.commit(other).unwrap();
    let before = session.document().clone();
    assert_eq!(session.commit(change).unwrap_err().0, "R1");
    assert_eq!(session.document(), &before);
}

#[test]
fn a_change_of_nothing_is_no_step() {
    let mut session = Session::new(start());
    let change = draft(session.committed(), |_| {});
    session.commit(change).unwrap();
    assert!(session.undo_title().is_none());
}

#[derive(Clone, Debug)]
enum Step {
    Insert(u8),
    Remove(u8),
    Set(u8, i64),
    Frame(u8, i32),
    Section(u8, Option<i64>),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..8_u8).prop_map(Step::Insert),
        (0..8_u8).prop_map(Step::Remove),
        (0..8_u8, 0..9_i64).prop_map(|(id, value)| Step::Set(id, value)),
        (0..8_u8, 0..9_i32).prop_map(|(id, x)| Step::Frame(id, x)),
        (0..3_u8, prop::option::of(0..9_i64)).prop_map(|(id, value)| Step::Section(id, value)),
    ]
}

fn carry_out(draft: &mut Draft<'_>, step: &Step) {
    let name = |id: &u8| LogicalId::new(format!("R{id}"));
    match step {
        Step::Insert(id) => draft.insert(name(id), Resource::new("T")),
        Step::Remove(id) => draft.remove(&name(id)),
        Step::Set(id, value) => {
            draft.set(&name(id), &"P".into(), (*value).into());
        }
        Step::Frame(id, x) => {
            let rect = Rect {
                x: f64::from(*x),
                y: 0.0,
                w: 10.0,
                h: 10.0,
            };
            draft.set_frame(&name(id), rect);
        }
        Step::Section(id, value) => {
            let key = format!("S{id}");
            match value {
                Some(value) => {
                    draft.template_mut().sections.insert(key, (*value).into());
                }
                None => {
                    draft.template_mut().sections.shift_remove(&key);
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn undo_and_redo_walk_the_same_documents(
        commands in prop::collection::vec(prop::collection::vec(step(), 1..4), 1..8)
    ) {
        let mut session = Session::new(start());
        let mut documents = vec![session.document().clone()];
        for steps in &commands {
            let change = draft(session.committed(), |draft| {
                for step in steps {
                    carry_out(draft, step);
                }
            });
            let empty = change.is_empty();
            session.commit(change).unwrap();
            if !empty {
                documents.push(session.document().clone());
            }
        }
        for expected in documents.iter().rev().skip(1) {
            prop_assert!(session.undo().is_some());
            prop_assert_eq!(session.document(), expected);
        }
        prop_assert!(session.undo().is_none());
        for expected in documents.iter().skip(1) {
            prop_assert!(session.redo().is_some());
            prop_assert_eq!(session.document(), expected);
        }
    }
}
