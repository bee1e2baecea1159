//! The only place where core meets signals. The document lives in a
//! `Session`; what changed is published to the signals of the touched records,
//! so that a moved box updates itself and its arrows and nothing else.
//!
//! Everything here is an intent carried out or a fact published: what is right
//! or wrong, where things belong and what a change means is core's to say.

mod camera;
mod checking;
mod files;
mod keeping;
mod knowing;
mod offer;
mod prose;
mod publish;
mod records;
mod selection;
mod sentence;
mod sharing;

use drawbridge_core::analysis::Analysis;
use drawbridge_core::diagram::{Diagram, Region, project};
use drawbridge_core::document::{Change, Document, Refusal, Session, Touched};
use drawbridge_core::geometry::{Camera, Size};
use drawbridge_core::schema::Schemas;
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

pub(crate) use offer::Offer;
pub(crate) use prose::Prose;
pub(crate) use records::{ArrowKey, Badge, Face, NodeRecord};
pub(crate) use selection::{Selection, Way};
pub(crate) use sentence::{Sentence, say};

use crate::ui::{Toasts, Tone};
use records::Records;

/// The design that is being worked on, and everything shown of it. Copied
/// freely; found by [`Workspace::here`] anywhere below the shell.
#[derive(Clone, Copy)]
pub(crate) struct Workspace {
    session: StoredValue<Session>,
    diagram: StoredValue<Diagram>,
    /// What follows the pointer: nothing grows around it.
    moving: StoredValue<Vec<LogicalId>>,
    records: StoredValue<Records>,
    /// What is known of types of resource: nothing until it is fetched.
    pub(crate) schemas: RwSignal<Schemas>,
    asked: StoredValue<knowing::Asked>,
    /// Why the rules are as they are.
    pub(crate) rule_texts: Prose,
    /// What the fields of the inspector are for.
    pub(crate) field_texts: Prose,
    /// The outermost nodes, in the order of painting.
    pub(crate) roots: RwSignal<Vec<LogicalId>>,
    /// The arrows that are drawn.
    pub(crate) arrows: RwSignal<Vec<ArrowKey>>,
    /// The frame of the region.
    pub(crate) region: RwSignal<Option<Region>>,
    /// Counts what the template went through, previews included.
    pub(crate) template_version: RwSignal<u64>,
    /// Counts what was drawn anew, previews included.
    pub(crate) frames_version: RwSignal<u64>,
    /// Counts commits, undo and redo: what is worth keeping.
    pub(crate) revision: RwSignal<u64>,
    /// What is selected.
    pub(crate) selection: RwSignal<Selection>,
    /// Where the canvas looks.
    pub(crate) camera: RwSignal<Camera>,
    /// The size of the canvas on the screen.
    pub(crate) viewport: RwSignal<Size>,
    /// Everything derived, as of the last check.
    pub(crate) analysis: RwSignal<std::sync::Arc<Analysis>>,
    /// Counts how often it was asked for.
    checks: StoredValue<u64>,
    /// The name of the design's file, without its ending.
    pub(crate) name: RwSignal<String>,
    /// What screen readers are told of the last step.
    pub(crate) announcement: RwSignal<String>,
    /// Whether the browser keeps the design.
    pub(crate) is_kept: RwSignal<bool>,
    /// The design of a link, until it is said whether to open it in place of this one.
    pub(crate) shared: RwSignal<Option<Document>>,
    keeping: StoredValue<keeping::Keeping>,
    toasts: Toasts,
}

impl Workspace {
    /// Makes the workspace on an empty design and provides it to everything
    /// below.
    pub(crate) fn provide(toasts: Toasts) -> Self {
        let document = Document::empty();
        let workspace = Self {
            diagram: StoredValue::new(project(&document)),
            session: StoredValue::new(Session::new(document)),
            moving: StoredValue::default(),
            records: StoredValue::new(Records::default()),
            schemas: RwSignal::default(),
            asked: StoredValue::default(),
            rule_texts: Prose::at("prose/rules.json"),
            field_texts: Prose::at("prose/fields.json"),
            roots: RwSignal::default(),
            arrows: RwSignal::default(),
            region: RwSignal::default(),
            template_version: RwSignal::new(0),
            frames_version: RwSignal::new(0),
            revision: RwSignal::new(0),
            selection: RwSignal::default(),
            camera: RwSignal::new(Camera::default()),
            viewport: RwSignal::new(Size { w: 0.0, h: 0.0 }),
            analysis: RwSignal::default(),
            checks: StoredValue::new(0),
            name: RwSignal::new("design".to_owned()),
            announcement: RwSignal::default(),
            is_kept: RwSignal::new(true),
            shared: RwSignal::new(None),
            keeping: StoredValue::default(),
            toasts,
        };
        provide_context(workspace);
        workspace.keep_when_leaving();
        workspace.fit_when_measured();
        workspace.listen_to_links();
        workspace
    }

    /// The workspace provided above.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// Reads the document as it is shown, a preview included. Not tracked:
    /// track [`Workspace::template_version`] or a record.
    pub(crate) fn document<T>(self, read: impl FnOnce(&Document) -> T) -> T {
        self.session.with_value(|session| read(session.document()))
    }

    /// Reads the document without the preview. Not tracked.
    pub(crate) fn committed<T>(self, read: impl FnOnce(&Document) -> T) -> T {
        self.session.with_value(|session| read(session.committed()))
    }

    /// Reads the picture of the document as it is shown. Not tracked.
    pub(crate) fn diagram<T>(self, read: impl FnOnce(&Diagram) -> T) -> T {
        self.diagram.with_value(read)
    }

    /// Says what follows the pointer from now on.
    pub(crate) fn set_moving(self, moving: Vec<LogicalId>) {
        self.moving.set_value(moving);
    }

    /// Carries a command out as one undo step; a refusal is said. Gives whether
    /// it was carried out.
    pub(crate) fn run(self, command: impl FnOnce(&Document) -> Result<Change, Refusal>) -> bool {
        match self.committed(command) {
            Ok(change) => self.commit(change),
            Err(refusal) => {
                self.refuse(&refusal);
                false
            }
        }
    }

    /// Says why something was not done, and takes a preview away.
    pub(crate) fn refuse(self, refusal: &Refusal) {
        self.cancel();
        self.toasts.say(Tone::Warning, say(&refusal.0));
    }

    /// Says a sentence at the foot of the window.
    pub(crate) fn tell(self, tone: Tone, text: impl Into<String>) {
        self.toasts.say(tone, text);
    }

    /// Says what was done, with a button that takes it back.
    pub(crate) fn offer_undo(self, text: String) {
        self.toasts
            .offer(Tone::Neutral, text, "Undo", move || self.undo());
    }

    /// Carries a change out as one undo step.
    pub(crate) fn commit(self, change: Change) -> bool {
        let title = say(&change.title);
        self.advance(title, |session| {
            session.commit(change).map_err(|stale| stale.to_string())
        })
    }

    /// Shows a change without carrying it out, in place of an earlier preview.
    pub(crate) fn preview(self, change: Change) {
        let touched = self
            .session
            .try_update_value(|session| session.preview(change));
        if let Some(Ok(touched)) = touched {
            self.publish(&touched);
        }
    }

    /// Takes the preview away.
    pub(crate) fn cancel(self) {
        if let Some(touched) = self.session.try_update_value(Session::cancel) {
            self.publish(&touched);
        }
    }

    /// Carries the preview out.
    pub(crate) fn commit_preview(self) {
        self.advance(String::new(), |session| {
            session.commit_preview().map_err(|stale| stale.to_string())
        });
    }

    /// Takes the last step back.
    pub(crate) fn undo(self) {
        let title = self
            .session
            .with_value(|session| session.undo_title().map(say));
        let Some(title) = title else { return };
        self.advance(format!("Undone: {title}"), |session| {
            Ok(session.undo().unwrap_or_default())
        });
    }

    /// Does the last step that was taken back again.
    pub(crate) fn redo(self) {
        let title = self
            .session
            .with_value(|session| session.redo_title().map(say));
        let Some(title) = title else { return };
        self.advance(format!("Redone: {title}"), |session| {
            Ok(session.redo().unwrap_or_default())
        });
    }

    /// What undo would take back, tracked.
    pub(crate) fn undo_title(self) -> Option<String> {
        self.revision.track();
        self.session
            .with_value(|session| session.undo_title().map(say))
    }

    /// What redo would do again, tracked.
    pub(crate) fn redo_title(self) -> Option<String> {
        self.revision.track();
        self.session
            .with_value(|session| session.redo_title().map(say))
    }

    /// Puts another design in place of this one; nothing can be taken back.
    pub(crate) fn replace(self, name: &str, document: Document) {
        self.select(Selection::default());
        self.session.set_value(Session::new(document));
        self.name.set(name.to_owned());
        self.publish_all();
        self.template_version.update(|version| *version += 1);
        self.revision.update(|revision| *revision += 1);
        self.check_soon();
        self.keep_soon();
        self.fit();
    }

    fn advance(
        self,
        announcement: String,
        step: impl FnOnce(&mut Session) -> Result<Touched, String>,
    ) -> bool {
        match self.session.try_update_value(step) {
            Some(Ok(touched)) => {
                self.publish(&touched);
                self.drop_gone_from_selection();
                self.revision.update(|revision| *revision += 1);
                if !announcement.is_empty() {
                    self.announcement.set(announcement);
                }
                if touched.is_template() {
                    self.check_soon();
                }
                self.keep_soon();
                true
            }
            Some(Err(stale)) => {
                self.cancel();
                self.toasts.say(Tone::Error, stale);
                false
            }
            None => false,
        }
    }
}
