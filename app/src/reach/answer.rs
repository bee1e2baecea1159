//! The answer: verdict, reply, the way step by step in one direction, what is
//! in the way, and what all that rests on.

use drawbridge_core::catalogue::entry;
use drawbridge_core::message::Message;
use drawbridge_core::reach::verdict::{heading, headline, remark};
use drawbridge_core::reach::{
    Answer, Blocked, Direction, Question, ReachHop, Reply, Unsupported, markdown,
};
use drawbridge_core::template::{LogicalId, PropertyPath};
use leptos::prelude::*;

use super::copying::CopyButton;
use super::{Outcome, Panel};
use crate::inspector::GoTo;
use crate::palette::KindTile;
use crate::template::PointedAt;
use crate::ui::{Icon, Segments, Tone, glyphs};
use crate::workspace::{Selection, Sentence, Workspace};

/// Whatever the question came to.
#[component]
pub(super) fn Answered(panel: Panel) -> impl IntoView {
    let told = move || {
        panel.outcome.with(|outcome| {
            let Outcome { question, answer } = outcome.as_ref().ok()?;
            let answer = answer.as_ref().as_ref().ok()?;
            Some(format!("{} {}", headline(question, answer), remark(answer)))
        })
    };
    let content = move || match panel.outcome.get() {
        Ok(Outcome { question, answer }) => match answer.as_ref().clone() {
            Ok(answer) => view! { <Told panel=panel question=question answer=answer /> }.into_any(),
            Err(Unsupported(why)) => view! {
                <div class="reach-verdict">
                    <span class=Tone::Hint.class()>
                        <Icon glyph=glyphs::INFO size=20 />
                    </span>
                    <div>
                        <h3>"This cannot be told"</h3>
                        <p><Sentence message=why /></p>
                    </div>
                </div>
            }
            .into_any(),
        },
        Err(_) => view! { <p class="quiet reach-verdict">"Choose who calls whom."</p> }.into_any(),
    };
    view! {
        <div class="reach-answer" role="region" aria-label="Answer" tabindex="-1">
            <p class="visually-hidden" aria-live="polite">
                {told}
            </p>
            {content}
        </div>
    }
}

fn tone(answer: &Answer) -> Tone {
    match (answer.forward, answer.reply) {
        (false, _) => Tone::Error,
        (true, Reply::Always) => Tone::Success,
        (true, _) => Tone::Warning,
    }
}

#[component]
fn Told(panel: Panel, question: Question, answer: Answer) -> impl IntoView {
    let tone = tone(&answer);
    let (line, remark) = (headline(&question, &answer), remark(&answer));
    let text = markdown::answer(&question, &answer);
    let remark = (!remark.is_empty()).then(|| view! { <p>{remark}</p> });
    // The first cause is the headline's reason; the list below has them all.
    let cause = answer.blocked.first().map(|first| {
        let more = match answer.blocked.len() {
            0 | 1 => String::new(),
            2 => " 1 more is in the way, below.".to_owned(),
            many => format!(" {} more are in the way, below.", many - 1),
        };
        let sentence = first.sentence.clone();
        view! { <p><Sentence message=sentence /> {more}</p> }
    });
    let count = answer.assumptions.len();
    let assumptions = answer.assumptions.iter().cloned();
    let assumptions = assumptions.map(|message| view! { <li><Sentence message=message /></li> });
    let assumptions = assumptions.collect_view();
    let assumed = (count > 0).then(|| {
        view! {
            <details class="reach-assumed">
                <summary>{format!("{count} assumption{}", if count == 1 { "" } else { "s" })}</summary>
                <ul>{assumptions}</ul>
            </details>
        }
    });
    view! {
        <div class="reach-verdict" data-tone=tone.name()>
            <span class=tone.class()>
                <Icon glyph=tone.glyph() size=20 />
            </span>
            <div>
                <h3>{line}</h3>
                {remark}
                {cause}
            </div>
            <CopyButton what="answer" text=move || Some(text.clone()) />
        </div>
        <Ways panel=panel question=question answer=answer />
        {assumed}
    }
}

/// The steps of one direction, and the switch between the two.
#[component]
fn Ways(panel: Panel, question: Question, answer: Answer) -> impl IntoView {
    let has_back = answer.path.iter().any(|it| it.direction == Direction::Back)
        || answer
            .blocked
            .iter()
            .any(|it| it.direction == Direction::Back);
    let choose = move |name: &'static str| {
        let direction = if name == heading(Direction::Back) {
            Direction::Back
        } else {
            Direction::There
        };
        panel.chosen.set(Some((question.clone(), direction)));
    };
    let switch = has_back.then(|| {
        view! {
            <Segments
                label="Direction"
                choices=[Direction::There, Direction::Back].map(heading).to_vec()
                chosen=Signal::derive(move || heading(panel.direction.get()))
                on_choose=choose
            />
        }
    });
    let trace = move || {
        let direction = panel.direction.get();
        let hops = answer.path.iter().filter(|it| it.direction == direction);
        let blocked = answer.blocked.iter().filter(|it| it.direction == direction);
        view! {
            <Trace
                direction=direction
                hops=hops.cloned().collect()
                blocked=blocked.cloned().collect()
            />
        }
    };
    view! {
        {switch}
        {trace}
    }
}

#[component]
fn Trace(direction: Direction, hops: Vec<ReachHop>, blocked: Vec<Blocked>) -> impl IntoView {
    let hops = hops.into_iter().enumerate().map(|(index, hop)| {
        let tile = hop.at.clone().or_else(|| hop.resource.clone());
        let go = going(hop.resource.clone(), hop.path.clone());
        view! {
            <li class="reach-hop" on:click=move |_| go.run(())>
                <span class="reach-number" aria-hidden="true">{index + 1}</span>
                <Tile id=tile />
                <Step what=hop.what resource=hop.resource path=hop.path is_in_the_way=false />
            </li>
        }
    });
    let blocked = blocked.into_iter().map(|blocked| {
        let go = going(blocked.resource.clone(), blocked.path.clone());
        view! {
            <li class="reach-hop blocked" on:click=move |_| go.run(())>
                <span class=Tone::Error.class()>
                    <Icon glyph=Tone::Error.glyph() size=20 />
                </span>
                <div>
                    <Step what=blocked.sentence resource=blocked.resource path=blocked.path is_in_the_way=true />
                    <code class="reach-code">
                        <span class="visually-hidden">"Blocked: "</span>
                        {blocked.code.as_str()}
                    </code>
                </div>
            </li>
        }
    });
    view! {
        <ol class="reach-trace" aria-label=heading(direction)>
            {hops.collect_view()}
            {blocked.collect_view()}
        </ol>
    }
}

/// Goes to the property that decides: on the canvas, in the inspector, in the
/// template.
fn going(resource: Option<LogicalId>, path: PropertyPath) -> Callback<()> {
    let workspace = Workspace::here();
    let (pointed, go_to) = (PointedAt::here(), GoTo::here());
    Callback::new(move |()| {
        let Some(id) = &resource else { return };
        workspace.select(Selection::one(id.clone()));
        workspace.reveal_selection();
        let place = PointedAt {
            resource: id.clone(),
            path: path.clone(),
        };
        pointed.set(Some(place.clone()));
        go_to.set(Some(place));
    })
}

/// What happens, and a button to the property that decides it. A whole resource
/// is named by the sentence, and needs one only where it is in the way.
#[component]
fn Step(
    what: Message,
    resource: Option<LogicalId>,
    path: PropertyPath,
    is_in_the_way: bool,
) -> impl IntoView {
    let go = going(resource.clone(), path.clone());
    let decided = resource
        .filter(|_| is_in_the_way || !path.is_root())
        .map(|id| {
            let name = if path.is_root() {
                id.to_string()
            } else {
                format!("{id}.{path}")
            };
            let press = move |event: leptos::ev::MouseEvent| {
                event.stop_propagation();
                go.run(());
            };
            view! {
                <button
                    type="button"
                    class="reach-decided"
                    aria-label=format!("Go to {name}")
                    title="What decides this"
                    on:click=press
                >
                    {name.clone()}
                </button>
            }
        });
    view! {
        <p class="reach-what">
            <Sentence message=what />
            " "
            {decided}
        </p>
    }
}

/// The icon of a resource's kind; the Internet has one of its own.
#[component]
fn Tile(id: Option<LogicalId>) -> impl IntoView {
    let known = id.and_then(|id| {
        let workspace = Workspace::here();
        workspace.committed(|document| entry(document.template.resource(&id)?.kind().as_str()))
    });
    match known {
        Some(known) => {
            view! { <KindTile offer=crate::workspace::Offer::of_kind(known) /> }.into_any()
        }
        None => view! {
            <span class="kind-tile reach-outside" aria-hidden="true" inner_html=INTERNET></span>
        }
        .into_any(),
    }
}

const INTERNET: &str = include_str!("../../../core/src/catalogue/icons/internet.svg");
