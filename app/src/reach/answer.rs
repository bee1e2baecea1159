//! The answer: verdict, reply, the way step by step, and what it rests on.

use drawbridge_core::catalogue::entry;
use drawbridge_core::message::Message;
use drawbridge_core::reach::{Answer, Blocked, Direction, Question, ReachHop, Unsupported};
use drawbridge_core::template::{LogicalId, PropertyPath};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::telling::{Verdict, heading, markdown, verdict};
use super::{Outcome, Panel};
use crate::palette::KindTile;
use crate::platform::copy_text;
use crate::template::PointedAt;
use crate::ui::{Icon, IconButton, Size, Tone, glyphs};
use crate::workspace::{Selection, Sentence, Workspace};

/// Whatever the question came to.
#[component]
pub(super) fn Answered(panel: Panel) -> impl IntoView {
    let headline = move || {
        panel.outcome.with(|outcome| {
            let Outcome { question, answer } = outcome.as_ref().ok()?;
            Some(verdict(question, answer.as_ref().ok()?).headline)
        })
    };
    let content = move || match panel.outcome.get() {
        Ok(Outcome {
            question,
            answer: Ok(answer),
        }) => view! { <Told question=question answer=answer /> }.into_any(),
        Ok(Outcome {
            answer: Err(Unsupported(why)),
            ..
        }) => view! {
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
        Err(_) => view! { <p class="quiet reach-verdict">"Choose who calls whom."</p> }.into_any(),
    };
    view! {
        <div class="reach-answer" role="region" aria-label="Answer">
            <p class="visually-hidden" aria-live="polite">
                {headline}
            </p>
            {content}
        </div>
    }
}

#[component]
fn Told(question: Question, answer: Answer) -> impl IntoView {
    let workspace = Workspace::here();
    let Verdict {
        tone,
        headline,
        remark,
    } = verdict(&question, &answer);
    let text = markdown(&question, &answer);
    let copy = move |()| {
        let text = text.clone();
        spawn_local(async move {
            if copy_text(&text).await {
                workspace.tell(
                    Tone::Success,
                    "The answer is on the clipboard, as Markdown.",
                );
            } else {
                workspace.tell(Tone::Warning, "The browser did not allow copying.");
            }
        });
    };
    let cause = answer.blocked.first().cloned().map(|blocked| {
        view! {
            <p>
                <Sentence message=blocked.sentence />
            </p>
        }
    });
    let remark = (!remark.is_empty()).then(|| view! { <p>{remark}</p> });
    let ways = [Direction::There, Direction::Back].map(|direction| {
        let hops = answer
            .path
            .iter()
            .filter(|hop| hop.direction == direction)
            .cloned();
        let hops: Vec<_> = hops.collect();
        let blocked = answer
            .blocked
            .iter()
            .find(|blocked| blocked.direction == direction)
            .cloned();
        (!hops.is_empty() || blocked.is_some())
            .then(|| view! { <Trace direction=direction hops=hops blocked=blocked /> })
    });
    let count = answer.assumptions.len();
    let assumptions = answer.assumptions.into_iter();
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
                <h3>{headline}</h3>
                {remark} {cause}
            </div>
            <IconButton label="Copy as Markdown" glyph=glyphs::COPY size=Size::Small on_press=copy />
        </div>
        {ways.into_iter().collect_view()}
        {assumed}
    }
}

#[component]
fn Trace(direction: Direction, hops: Vec<ReachHop>, blocked: Option<Blocked>) -> impl IntoView {
    let hops = hops.into_iter().map(|hop| {
        let tile = hop.at.clone().or_else(|| hop.resource.clone());
        view! {
            <li class="reach-hop">
                <Tile id=tile />
                <Step what=hop.what resource=hop.resource path=hop.path />
            </li>
        }
    });
    let blocked = blocked.map(|blocked| {
        view! {
            <li class="reach-hop blocked">
                <span class=Tone::Error.class()>
                    <Icon glyph=Tone::Error.glyph() size=20 />
                </span>
                <div>
                    <Step what=blocked.sentence resource=blocked.resource path=blocked.path />
                    <code class="reach-code">
                        <span class="visually-hidden">"Blocked: "</span>
                        {blocked.code.as_str()}
                    </code>
                </div>
            </li>
        }
    });
    let glyph = match direction {
        Direction::There => glyphs::ARROW_RIGHT,
        Direction::Back => glyphs::UNDO,
    };
    let name = heading(direction);
    view! {
        <h4 class="reach-heading">
            <Icon glyph=glyph size=14 />
            {name}
        </h4>
        <ol class="reach-trace" aria-label=name>
            {hops.collect_view()}
            {blocked}
        </ol>
    }
}

/// What happens, and a link to the property that decided.
#[component]
fn Step(what: Message, resource: Option<LogicalId>, path: PropertyPath) -> impl IntoView {
    let workspace = Workspace::here();
    let pointed = PointedAt::here();
    let decided = resource.filter(|_| !path.is_root()).map(|id| {
        let name = format!("{id}.{path}");
        let show = move |_| {
            workspace.select(Selection::one(id.clone()));
            workspace.reveal_selection();
            pointed.set(Some(PointedAt {
                resource: id.clone(),
                path: path.clone(),
            }));
        };
        view! {
            <button type="button" class="reach-decided" title="What decides this" on:click=show>
                {name}
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
