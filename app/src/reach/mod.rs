//! Who reaches whom, by which way, and what is in the way: the panel, the
//! matrix, and what is laid over the drawing. The answers are core's; this puts
//! the questions and shows what comes.

mod answer;
mod asking;
mod copying;
mod derived;
mod form;
mod listed;
mod matrix;
mod overlay;
mod reaching;
mod shown;

use std::sync::Arc;

use drawbridge_core::reach::{Answer, Direction, Question, Reply, Unsupported, ask};
use leptos::prelude::*;

pub(crate) use asking::Which;
pub(crate) use matrix::MatrixPanel;
pub(crate) use overlay::{Group, Layer, Overlay};
pub(crate) use reaching::Reaching;
pub(crate) use shown::ShownPath;

use crate::ui::{Choice, EmptyState, Show, effect, glyphs};
use answer::Answered;
use asking::{Asked, Wrong};
use form::Form;
use listed::Listed;

/// What the parts of the panel share. Copied freely.
#[derive(Clone, Copy)]
struct Panel {
    reaching: Reaching,
    /// The question, its answer if there is one.
    outcome: Memo<Result<Outcome, Wrong>>,
    /// The direction that was chosen, for the question that it was chosen for.
    chosen: RwSignal<Option<(Question, Direction)>>,
    /// The direction that shows.
    direction: Memo<Direction>,
}

/// A question and what came of it.
#[derive(Clone, Debug, PartialEq)]
struct Outcome {
    question: Question,
    answer: Arc<Result<Answer, Unsupported>>,
}

impl Panel {
    fn new(reaching: Reaching) -> Self {
        let outcome = Memo::new(move |before: Option<&Result<Outcome, Wrong>>| {
            // Nobody waits for an answer that is not seen.
            if !reaching.shows("reach")
                && let Some(before) = before
            {
                return before.clone();
            }
            let question = proposed(reaching.asked.get(), &reaching.ends.read()).question()?;
            let answer = Arc::new(ask(&reaching.lowered.read(), &question));
            Ok(Outcome { question, answer })
        });
        let chosen = RwSignal::new(None::<(Question, Direction)>);
        let direction = Memo::new(move |_| {
            let outcome = outcome.get().ok();
            let Some(outcome) = outcome else {
                return Direction::There;
            };
            match chosen.get() {
                Some((question, direction)) if question == outcome.question => direction,
                _ => outcome.telling(),
            }
        });
        effect(move || {
            let direction = direction.get();
            let path = outcome.with(|outcome| {
                let outcome = outcome.as_ref().ok()?;
                let answer = outcome.answer.as_ref().as_ref().ok()?;
                Some(ShownPath::of(answer, direction))
            });
            let path = path.filter(|_| reaching.shows("reach"));
            if reaching.path.with_untracked(|now| *now != path) {
                reaching.path.set(path);
            }
        });
        Self {
            reaching,
            outcome,
            chosen,
            direction,
        }
    }
}

impl Outcome {
    /// The direction that says more: the reply's where only that has trouble.
    fn telling(&self) -> Direction {
        match self.answer.as_ref() {
            Ok(answer) if answer.forward && answer.reply != Reply::Always => Direction::Back,
            _ => Direction::There,
        }
    }
}

/// The question, with the first resource of the list where none is chosen.
fn proposed(asked: Asked, ends: &[Choice]) -> Asked {
    let first = || {
        let mut resources = ends.iter().filter(|end| asking::is_resource(end));
        resources.next().map(|end| &end.value)
    };
    let fill = |text: String| match first() {
        Some(first) if text.is_empty() => first.clone(),
        _ => text,
    };
    Asked {
        from: fill(asked.from),
        to: fill(asked.to),
        ..asked
    }
}

/// Whether there is anybody besides the Internet, tracked.
fn has_ends(reaching: Reaching) -> Memo<bool> {
    Memo::new(move |_| {
        let ends = reaching.ends.read();
        ends.iter().any(asking::is_resource)
    })
}

/// What stands where nobody can be asked about.
#[component]
fn Nobody() -> impl IntoView {
    view! {
        <EmptyState
            glyph=glyphs::ARROW_RIGHT
            title="Nobody to ask about yet"
            text="Place an instance, a load balancer or a database into a subnet, and see here who reaches it."
        />
    }
}

/// The panel. It fills what it is put into.
#[component]
pub(crate) fn ReachPanel() -> impl IntoView {
    let reaching = Reaching::here();
    let panel = Panel::new(reaching);
    let has_ends = has_ends(reaching);
    view! {
        <section class="reach" aria-label="Reach">
            <div class="reach-columns">
                <Form panel=panel />
                <Show when=move || has_ends.get() fallback=|| view! { <Nobody /> }>
                    <Answered panel=panel />
                </Show>
                <Show when=move || has_ends.get()>
                    <Listed />
                </Show>
            </div>
        </section>
    }
}
