//! The reach panel: who reaches whom, by which way, and what is in the way.
//! The answer is core's; the panel puts the question and shows what comes.

mod answer;
mod asking;
mod exposed;
mod form;
mod shown;
mod telling;

use std::sync::Arc;

use drawbridge_core::lower::Lowered;
use drawbridge_core::reach::{Answer, Question, Unsupported, ask};
use leptos::{html, prelude::*};

pub(crate) use shown::ShownPath;

use crate::platform::watch_size;
use crate::ui::{Choice, EmptyState, Show, effect, glyphs};
use crate::workspace::Workspace;
use answer::Answered;
use asking::{Asked, Wrong, ends};
use exposed::Exposed;
use form::Form;

/// What the parts of the panel share. Copied freely.
#[derive(Clone, Copy)]
struct Panel {
    workspace: StoredValue<Workspace>,
    /// The design as a network, made while the panel is seen.
    lowered: RwSignal<Arc<Lowered>>,
    /// What stands in the fields.
    asked: RwSignal<Asked>,
    /// Who can be asked about.
    ends: Memo<Vec<Choice>>,
    /// The question, its answer if there is one.
    outcome: Memo<Result<Outcome, Wrong>>,
}

/// A question and what came of it.
#[derive(Clone, Debug, PartialEq)]
struct Outcome {
    question: Question,
    answer: Result<Answer, Unsupported>,
}

impl Panel {
    fn new(is_seen: RwSignal<bool>) -> Self {
        let workspace = Workspace::here();
        let survey = move || {
            workspace
                .analysis
                .with_untracked(|analysis| analysis.survey.clone())
        };
        let lowered = RwSignal::new(Arc::new(Lowered::of(&survey())));
        effect(move || {
            workspace.analysis.track();
            // Nobody waits for an answer that is not seen.
            if is_seen.get() {
                lowered.set(Arc::new(Lowered::of(&survey())));
            }
        });
        let asked = RwSignal::new(Asked::default());
        let ends = Memo::new(move |_| {
            let lowered = lowered.read();
            workspace.committed(|document| ends(document, &lowered))
        });
        let outcome = Memo::new(move |_| {
            let question = proposed(asked.get(), &ends.read()).question()?;
            let answer = ask(&lowered.read(), &question);
            Ok(Outcome { question, answer })
        });
        let shown = ShownPath::here();
        effect(move || {
            let outcome = outcome.read();
            let answer = outcome.as_ref().ok().and_then(|it| it.answer.as_ref().ok());
            let path = answer.filter(|_| is_seen.get()).map(telling::path);
            if shown.with_untracked(|now| *now != path) {
                shown.set(path);
            }
        });
        Self {
            workspace: StoredValue::new(workspace),
            lowered,
            asked,
            ends,
            outcome,
        }
    }
}

impl Panel {
    fn workspace(self) -> Workspace {
        self.workspace.get_value()
    }
}

/// The question, with the first resource of the list where none is chosen.
fn proposed(asked: Asked, ends: &[Choice]) -> Asked {
    let first = || {
        ends.iter()
            .map(|end| &end.value)
            .find(|end| *end != asking::INTERNET)
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

/// The panel. It fills what it is put into.
#[component]
pub(crate) fn ReachPanel() -> impl IntoView {
    let node = NodeRef::<html::Section>::new();
    let is_seen = RwSignal::new(false);
    effect(move || {
        if let Some(node) = node.get() {
            watch_size(&node, move |width, _| {
                is_seen.try_set(width > 0.0);
            });
        }
    });
    let panel = Panel::new(is_seen);
    let has_ends = Memo::new(move |_| {
        panel
            .ends
            .read()
            .iter()
            .any(|it| it.value != asking::INTERNET)
    });
    view! {
        <section class="reach" aria-label="Reach" node_ref=node>
            <div class="reach-columns">
                <div class="reach-side">
                    <Form panel=panel />
                    <Show when=move || has_ends.get()>
                        <Exposed panel=panel />
                    </Show>
                </div>
                <Show
                    when=move || has_ends.get()
                    fallback=|| {
                        view! {
                            <EmptyState
                                glyph=glyphs::ARROW_RIGHT
                                title="Nobody to ask about yet"
                                text="Place an instance, a load balancer or a database into a subnet, and see here who reaches it."
                            />
                        }
                    }
                >
                    <Answered panel=panel />
                </Show>
            </div>
        </section>
    }
}
