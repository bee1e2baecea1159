//! Frames alone: nudging and resizing. Nothing of the template is touched.

use super::relocate::relocate;
use crate::diagram::{Diagram, project};
use crate::document::{Change, Document, Draft, Refusal};
use crate::geometry::{Rect, Vector};
use crate::message::Message;
use crate::template::LogicalId;

/// The least width and height of a frame, in pixels.
const LEAST: f64 = 16.0;

/// Moves frames by a little. What lives in a moved container moves with it.
///
/// # Errors
/// Nothing is drawn of what was named.
pub fn nudge(document: &Document, ids: &[LogicalId], by: Vector) -> Result<Change, Refusal> {
    relocate(document, ids, by, None, &project(document))
}

/// Keeps every frame that was dealt where it is seen. Otherwise the first frame
/// that someone sets would make the arranging deal all others anew.
pub(super) fn pin(draft: &mut Draft<'_>, diagram: &Diagram) {
    for (id, node) in &diagram.nodes {
        if !draft.document().layout.frames.contains_key(id) {
            draft.set_frame(id, node.frame);
        }
    }
}

/// Gives a resource a frame, relative to its container's corner.
///
/// # Errors
/// There is no such resource, or the frame is no rectangle.
pub fn resize(document: &Document, id: &LogicalId, frame: Rect) -> Result<Change, Refusal> {
    if document.template.resource(id).is_none() {
        return Err(missing(id));
    }
    if !frame.is_finite() {
        return Err(Refusal::new(
            "A frame needs a place and a size: drag one of its corners.",
        ));
    }
    let frame = Rect::new(frame.x, frame.y, frame.w.max(LEAST), frame.h.max(LEAST));
    let mut draft = Draft::new(document);
    pin(&mut draft, &project(document));
    draft.set_frame(id, frame);
    Ok(draft.into_change(Message::new("Resize {name}").resource("name", id)))
}

/// Why nothing can be done to a resource that is not there.
pub(super) fn missing(id: &LogicalId) -> Refusal {
    let message = Message::new("{name} is not there any more: choose another resource.");
    message.text("name", id).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Session;
    use crate::fixture::design;

    #[test]
    fn a_frame_is_never_less_than_can_be_grasped() {
        let document = design("vpc main");
        let change = resize(&document, &"main".into(), Rect::new(5.0, 6.0, -3.0, 40.0)).unwrap();
        let mut session = Session::new(document);
        session.commit(change).unwrap();
        let frame = session.document().layout.frames.values().next().copied();
        assert_eq!(frame, Some(Rect::new(5.0, 6.0, 16.0, 40.0)));
    }

    #[test]
    fn what_is_no_rectangle_is_refused() {
        let document = design("vpc main");
        let refusal = resize(
            &document,
            &"main".into(),
            Rect::new(f64::NAN, 0.0, 1.0, 1.0),
        );
        assert_eq!(
            refusal.unwrap_err().to_string(),
            "A frame needs a place and a size: drag one of its corners."
        );
        let refusal = resize(&document, &"gone".into(), Rect::default()).unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "gone is not there any more: choose another resource."
        );
    }

    #[test]
    fn nudging_moves_one_frame_and_leaves_the_others_where_they_are_seen() {
        let mut session = Session::new(design("vpc main\nvpc other\nigw gate"));
        let before = project(session.document());
        let by = Vector::new(1.0, -1.0);
        let change = nudge(session.document(), &["main".into()], by).unwrap();
        session.commit(change).unwrap();
        let after = project(session.document());
        for id in ["main", "other", "gate"] {
            let by = if id == "main" { by } else { Vector::ZERO };
            let moved = before.absolute(&id.into()).map(|frame| frame.translate(by));
            assert_eq!(after.absolute(&id.into()), moved, "{id}");
        }
        let again = nudge(session.document(), &["main".into()], by).unwrap();
        assert_eq!(again.touches.len(), 1);
    }
}
