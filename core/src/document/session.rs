//! The document that is being worked on: what is committed, one preview over
//! it, and the way back and forth.

use super::{Change, Document, Stale, Touched};
use crate::message::Message;

/// How many steps can be taken back: a bound on memory.
const MAX_STEPS: usize = 500;

/// A document and its history.
#[derive(Clone, Debug)]
pub struct Session {
    committed: Document,
    shown: Document,
    preview: Option<Change>,
    undo: Vec<Change>,
    redo: Vec<Change>,
    revision: u64,
}

impl Session {
    /// A session on a document, with nothing to take back.
    pub fn new(document: Document) -> Self {
        Self {
            committed: document.clone(),
            shown: document,
            preview: None,
            undo: Vec::new(),
            redo: Vec::new(),
            revision: 0,
        }
    }

    /// The document as it is shown, a preview included.
    pub fn document(&self) -> &Document {
        &self.shown
    }

    /// The document without the preview: what commands start from.
    pub fn committed(&self) -> &Document {
        &self.committed
    }

    /// Counts every change of the committed document, back and forth too.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Shows a change without committing it, in place of an earlier preview.
    ///
    /// # Errors
    /// The change does not fit the committed document; the preview is gone.
    pub fn preview(&mut self, change: Change) -> Result<Touched, Stale> {
        let mut touched = self.cancel();
        touched.extend(change.apply(&mut self.shown)?);
        self.preview = Some(change);
        Ok(touched)
    }

    /// Takes the preview away; without one, nothing is touched.
    pub fn cancel(&mut self) -> Touched {
        let Some(change) = self.preview.take() else {
            return Touched::default();
        };
        self.shown = self.committed.clone();
        change.touched()
    }

    /// Commits a change in place of a preview. An empty change leaves no step.
    ///
    /// # Errors
    /// The change does not fit the committed document; nothing is committed.
    pub fn commit(&mut self, change: Change) -> Result<Touched, Stale> {
        let mut touched = self.cancel();
        if change.is_empty() {
            return Ok(touched);
        }
        touched.extend(change.apply(&mut self.committed)?);
        self.redo.clear();
        if self.undo.len() == MAX_STEPS {
            self.undo.remove(0);
        }
        self.undo.push(change);
        self.settle();
        Ok(touched)
    }

    /// Commits the preview; without one, nothing is touched.
    pub fn commit_preview(&mut self) -> Result<Touched, Stale> {
        match self.preview.clone() {
            Some(change) => self.commit(change),
            None => Ok(Touched::default()),
        }
    }

    /// Takes the last step back; `None` if there is none.
    pub fn undo(&mut self) -> Option<Touched> {
        let mut touched = self.cancel();
        let change = self.undo.pop()?;
        touched.extend(change.inverse().apply(&mut self.committed).ok()?);
        self.redo.push(change);
        self.settle();
        Some(touched)
    }

    /// Takes the last step that was taken back again; `None` if there is none.
    pub fn redo(&mut self) -> Option<Touched> {
        let mut touched = self.cancel();
        let change = self.redo.pop()?;
        touched.extend(change.apply(&mut self.committed).ok()?);
        self.undo.push(change);
        self.settle();
        Some(touched)
    }

    /// What undo would take back.
    pub fn undo_title(&self) -> Option<&Message> {
        self.undo.last().map(|change| &change.title)
    }

    /// What redo would do again.
    pub fn redo_title(&self) -> Option<&Message> {
        self.redo.last().map(|change| &change.title)
    }

    fn settle(&mut self) {
        self.shown = self.committed.clone();
        self.revision += 1;
    }
}

#[cfg(test)]
#[path = "session_tests.rs"]
mod tests;
