//! What panel, canvas and commands share about who reaches whom: the question,
//! the overlay, and what is derived of the design. Nothing is derived that
//! nobody sees, and what takes long is done in slices between frames.

use std::sync::Arc;

use drawbridge_core::lower::Lowered;
use drawbridge_core::lower::survey::Survey;
use drawbridge_core::reach::{Exposures, Matrix};
use drawbridge_core::template::LogicalId;
use leptos::ev;
use leptos::prelude::*;

use super::asking::{Asked, INTERNET, Which, ends};
use super::derived::{Work, exposures, matrix};
use super::overlay::{Layer, Overlay};
use super::shown::ShownPath;
use crate::platform::in_slices;
use crate::ui::{Choice, effect};
use crate::workspace::Workspace;

/// The panels that need the network of the design.
const PANELS: [&str; 2] = ["reach", "matrix"];

/// Copied freely; found by [`Reaching::here`].
#[derive(Clone, Copy)]
pub(crate) struct Reaching {
    workspace: StoredValue<Workspace>,
    dock: RwSignal<&'static str>,
    /// What stands in the fields.
    pub(super) asked: RwSignal<Asked>,
    /// The end that is picked on the canvas, while it is.
    pub(crate) picking: RwSignal<Option<Which>>,
    /// What is laid over the drawing.
    pub(crate) overlay: RwSignal<Option<Overlay>>,
    /// The overlay as it is to be drawn.
    pub(crate) layer: Memo<Option<Layer>>,
    /// The way of the answer, while its panel shows.
    pub(crate) path: RwSignal<Option<ShownPath>>,
    /// The design as a network.
    pub(super) lowered: RwSignal<Arc<Lowered>>,
    /// Who can be asked about.
    pub(super) ends: Memo<Vec<Choice>>,
    /// What the Internet reaches; `None` until it is known.
    pub(super) exposures: RwSignal<Option<Arc<Exposures>>>,
    /// Who reaches whom; `None` until it is known.
    pub(super) matrix: RwSignal<Option<Arc<Matrix>>>,
}

impl Reaching {
    /// Makes it and provides it to everything below.
    pub(crate) fn provide(workspace: Workspace, dock: RwSignal<&'static str>) -> Self {
        let overlay = RwSignal::new(None);
        let lowered = RwSignal::new(Arc::new(Lowered::of(&Survey::default())));
        let is_needed = Memo::new(move |_| overlay.get().is_some() || PANELS.contains(&dock.get()));
        lower_when(workspace, is_needed, lowered);
        let sees_exposure =
            Memo::new(move |_| overlay.get() == Some(Overlay::Exposure) || dock.get() == "reach");
        let exposures = lazily(lowered, sees_exposure, exposures);
        let sees_matrix = Memo::new(move |_| dock.get() == "matrix");
        let reaching = Self {
            workspace: StoredValue::new(workspace),
            dock,
            asked: RwSignal::new(Asked::default()),
            picking: RwSignal::new(None),
            overlay,
            layer: Memo::new(move |_| {
                let overlay = overlay.get()?;
                Some(Layer::of(
                    overlay,
                    &lowered.read(),
                    exposures.get().as_deref(),
                ))
            }),
            path: RwSignal::new(None),
            lowered,
            ends: Memo::new(move |_| {
                let lowered = lowered.read();
                workspace.committed(|document| ends(document, &lowered))
            }),
            exposures,
            matrix: lazily(lowered, sees_matrix, matrix),
        };
        reaching.forget_gone();
        let escape = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" && reaching.picking.get_untracked().is_some() {
                event.stop_immediate_propagation();
                reaching.picking.set(None);
            }
        });
        on_cleanup(move || escape.remove());
        provide_context(reaching);
        reaching
    }

    /// What is provided above.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    pub(super) fn workspace(self) -> Workspace {
        self.workspace.get_value()
    }

    /// Takes ends out of the question that the design has no more: another
    /// design, or one without them.
    fn forget_gone(self) {
        let before = StoredValue::new(Vec::new());
        effect(move || {
            let now = self.ends.get();
            let has = |ends: &Vec<Choice>, text: &str| ends.iter().any(|end| end.value == text);
            let is_gone =
                |text: &str| before.with_value(|before| has(before, text)) && !has(&now, text);
            let asked = self.asked.get_untracked();
            for (which, text, instead) in [
                (Which::From, &asked.from, INTERNET),
                (Which::To, &asked.to, ""),
            ] {
                if is_gone(text) {
                    self.asked
                        .update(|asked| asked.put(which, instead.to_owned()));
                }
            }
            before.set_value(now);
        });
    }

    /// Whether a panel of the dock shows, tracked.
    pub(super) fn shows(self, panel: &str) -> bool {
        self.dock.get() == panel
    }

    /// Puts a resource at an end of the question, and shows the answer.
    pub(crate) fn put(self, which: Which, id: &LogicalId) {
        self.picking.set(None);
        self.asked.update(|asked| asked.put(which, id.to_string()));
        self.dock.set("reach");
        let told = match which {
            Which::From => format!("From {id}"),
            Which::To => format!("To {id}"),
        };
        self.workspace().announcement.set(told);
    }

    /// Begins to pick an end on the canvas, or leaves off.
    pub(super) fn pick(self, which: Which) {
        self.picking.update(|picking| {
            *picking = (*picking != Some(which)).then_some(which);
        });
    }

    /// Asks another question in the panel.
    pub(super) fn ask(self, asked: Asked) {
        self.asked.set(asked);
        self.dock.set("reach");
    }

    /// Lays an overlay over the drawing, or takes it away if it lies there.
    pub(crate) fn toggle(self, overlay: Overlay) {
        let now = self.overlay.get_untracked();
        let next = (now != Some(overlay)).then_some(overlay);
        self.overlay.set(next);
        let told = match next {
            Some(overlay) => format!("Overlay: {}. The Reach panel lists it.", overlay.label()),
            None => "No overlay".to_owned(),
        };
        self.workspace().announcement.set(told);
    }
}

/// Keeps the network as the design is, while it is needed.
fn lower_when(workspace: Workspace, is_needed: Memo<bool>, lowered: RwSignal<Arc<Lowered>>) {
    let survey = move || workspace.analysis.with_untracked(|it| it.survey.clone());
    let made_of = StoredValue::new(None::<Arc<Survey>>);
    let renew = move || {
        let survey = survey();
        made_of.set_value(Some(survey.clone()));
        lowered.set(Arc::new(Lowered::of(&survey)));
    };
    effect(move || {
        workspace.analysis.track();
        let is_current = || {
            let now = survey();
            made_of.with_value(|it| it.as_ref().is_some_and(|it| Arc::ptr_eq(it, &now)))
        };
        if !is_needed.get() || is_current() {
            return;
        }
        if made_of.with_value(Option::is_none) {
            return renew();
        }
        // An edit and its check had this frame: the network has one of its own.
        in_slices(Box::new(move |_| {
            renew();
            true
        }));
    });
}

/// Derives something in slices whenever the network is another one and it is
/// wanted. Until it is there, what was found before stays.
fn lazily<T: Send + Sync + 'static>(
    lowered: RwSignal<Arc<Lowered>>,
    is_wanted: Memo<bool>,
    begin: fn(Arc<Lowered>) -> Work<T>,
) -> RwSignal<Option<Arc<T>>> {
    let found = RwSignal::new(None);
    let made_of = StoredValue::new(None::<Arc<Lowered>>);
    let is_current = move |now: &Arc<Lowered>| {
        let same = |it: &Option<Arc<Lowered>>| it.as_ref().is_some_and(|it| Arc::ptr_eq(it, now));
        made_of.try_with_value(same).unwrap_or(false)
    };
    effect(move || {
        let now = lowered.get();
        if !is_wanted.get() || is_current(&now) {
            return;
        }
        made_of.set_value(Some(now.clone()));
        let mut work = None;
        in_slices(Box::new(move |_| {
            // The design went on: work on what it is now is under way.
            if !is_current(&now) {
                return true;
            }
            // To begin is a piece by itself.
            let Some(work) = &mut work else {
                work = Some(begin(now.clone()));
                return false;
            };
            let done = work();
            let is_done = done.is_some();
            if let Some(done) = done {
                found.set(Some(Arc::new(done)));
            }
            is_done
        }));
    });
    found
}
