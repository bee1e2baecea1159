//! An overlay as text: each group with its members. A press on a member of the
//! exposure asks how it is reached.

use drawbridge_core::reach::Reached;
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use super::asking::{Asked, INTERNET, traffic_in};
use super::copying::CopyButton;
use super::overlay::{Group, Layer, Member, Overlay};
use super::reaching::Reaching;
use crate::ui::{Choice, For, Icon, Select, glyphs, gradually};
use crate::workspace::{Selection, Sentence};

/// What the list is of while no overlay lies over the drawing.
const NONE: &str = "none";

/// So many members are made in one frame.
const A_FRAME: usize = 30;

/// The overlay that lies over the drawing, else exposure, as a list.
#[component]
pub(super) fn Listed() -> impl IntoView {
    let reaching = Reaching::here();
    let layer = Memo::new(move |before: Option<&Option<Layer>>| {
        // What is not seen stays as it was.
        if !reaching.shows("reach") {
            return before.cloned().flatten();
        }
        let laid = reaching.layer.get();
        Some(laid.unwrap_or_else(|| {
            let found = reaching.exposures.get();
            Layer::of(
                Overlay::Exposure,
                &reaching.lowered.read(),
                found.as_deref(),
            )
        }))
    });
    let choices: Vec<_> = std::iter::once(Choice::new(NONE, "None"))
        .chain(Overlay::ALL.map(|it| Choice::new(it.name(), it.label())))
        .collect();
    let chosen = Signal::derive(move || {
        let overlay = reaching.overlay.get();
        overlay.map_or(NONE, Overlay::name).to_owned()
    });
    let choose = move |name: String| reaching.overlay.set(Overlay::named(&name));
    let text = move || layer.with_untracked(|it| it.as_ref().map(Layer::markdown));
    // With an overlay its name stands in the field above.
    let title = move || {
        let is_laid = reaching.overlay.get().is_some();
        (!is_laid).then(|| view! { <h4>{Overlay::Exposure.label()}</h4> })
    };
    let calm = move || {
        let layer = layer.read();
        let layer = layer.as_ref().filter(|it| it.groups.is_empty())?;
        let calm = if layer.is_open {
            "Looking…"
        } else {
            layer.overlay.when_empty()
        };
        Some(view! { <p class="quiet">{calm}</p> })
    };
    let groups = move || {
        let layer = layer.read();
        let groups = layer.iter().flat_map(|layer| {
            let groups = layer.groups.iter();
            groups.map(|group| (layer.overlay, without_members(group)))
        });
        groups.collect::<Vec<_>>()
    };
    let group = move |(overlay, group): (Overlay, Group)| {
        let is_this = group.clone();
        let members = Memo::new(move |_| {
            let layer = layer.read();
            let mut groups = layer.iter().flat_map(|layer| &layer.groups);
            let found = groups.find(|it| is_named_as(it, &is_this));
            found.map(|it| it.members.clone()).unwrap_or_default()
        });
        let is_exposure = overlay == Overlay::Exposure;
        view! { <GroupView group=group members=members is_exposure=is_exposure /> }
    };
    view! {
        <div class="reach-listed" role="region" aria-label="Overlay as a list">
            <div class="reach-end">
                <Select label="Overlay on the canvas" value=chosen choices=choices on_change=choose />
                <CopyButton what="list" text=text />
            </div>
            {title}
            <div aria-live="polite">{calm}</div>
            <For
                each=groups
                key=|(overlay, group)| (overlay.name(), group.mark.clone(), group.label.to_string())
                children=group
            />
        </div>
    }
}

/// What a group is called and how it is marked.
fn without_members(group: &Group) -> Group {
    Group {
        hue: group.hue,
        mark: group.mark.clone(),
        label: group.label.clone(),
        is_drawn: group.is_drawn,
        members: Vec::new(),
    }
}

fn is_named_as(group: &Group, other: &Group) -> bool {
    group.mark == other.mark && group.label == other.label
}

/// A group, and its members as they are now. Rows of those that stay, stay.
#[component]
fn GroupView(group: Group, members: Memo<Vec<Member>>, is_exposure: bool) -> impl IntoView {
    let name = group.label.to_string();
    let can_ask = is_exposure && group.is_drawn;
    let row = move |member: Member| {
        let row = if can_ask {
            view! { <Exposed member=member /> }.into_any()
        } else {
            view! { <Named member=member /> }.into_any()
        };
        view! { <li>{row}</li> }
    };
    let made = gradually(move || members.read().len(), A_FRAME);
    let rows = move || {
        let members = members.read();
        members.iter().take(made.get()).cloned().collect::<Vec<_>>()
    };
    let mark = (!group.mark.is_empty()).then(|| {
        view! { <span class="layer-mark" data-hue=group.hue aria-hidden="true">{group.mark}</span> }
    });
    view! {
        <h5 class="reach-group">
            {mark}
            <span><Sentence message=group.label /></span>
        </h5>
        <ul aria-label=name>
            <For each=rows key=Clone::clone children=row />
        </ul>
    }
}

#[component]
fn Exposed(member: Member) -> impl IntoView {
    let reaching = Reaching::here();
    let spoken = spoken(&member);
    let name = member.id.to_string();
    let (id, text) = (member.id.clone(), member.text.clone());
    let ask = move |_| {
        let found = reaching.exposures.get_untracked();
        let mut reached = found.iter().flat_map(|it| &it.reached);
        let words = |it: &Reached| traffic_in(it.family, it.protocol, &it.ports);
        if let Some(it) = reached.find(|it| it.resource == id && words(it) == text) {
            let (from, to) = (INTERNET.to_owned(), id.to_string());
            let asked = Asked::about(from, to, it.protocol, &it.ports);
            reaching.ask(Asked {
                family: it.family,
                ..asked
            });
        }
    };
    view! {
        <button type="button" class="reach-row" aria-label=spoken on:click=ask>
            <span>{name}</span>
            <code>{member.text}</code>
            <Icon glyph=glyphs::CHEVRON_RIGHT size=14 />
            <small>{member.note}</small>
        </button>
    }
}

#[component]
fn Named(member: Member) -> impl IntoView {
    let workspace = Reaching::here().workspace();
    let show = move |id: &LogicalId| {
        workspace.select(Selection::one(id.clone()));
        workspace.reveal_selection();
    };
    let spoken = spoken(&member);
    let name = member.id.to_string();
    view! {
        <button
            type="button"
            class="reach-row"
            aria-label=spoken
            on:click=move |_| show(&member.id)
        >
            <span>{name}</span>
            <code>{member.text}</code>
            <small>{member.note}</small>
        </button>
    }
}

/// A member in words: "Web, tcp 443 HTTPS, through Gateway".
fn spoken(member: &Member) -> String {
    let words = [member.id.as_str(), &member.text, &member.note];
    let words = words.into_iter().filter(|words| !words.is_empty());
    words.collect::<Vec<_>>().join(", ")
}
