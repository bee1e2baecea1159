//! An overlay as text: each group with its members. A press on a member of the
//! exposure asks how it is reached.

use drawbridge_core::reach::Reached;
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use super::asking::{Asked, INTERNET, traffic_in};
use super::copying::CopyButton;
use super::overlay::{Group, Layer, Member, Overlay};
use super::reaching::Reaching;
use crate::ui::{Choice, Icon, Select, glyphs};
use crate::workspace::{Selection, Sentence};

/// What the list is of while no overlay lies over the drawing.
const NONE: &str = "none";

/// The overlay that lies over the drawing, else exposure, as a list.
#[component]
pub(super) fn Listed() -> impl IntoView {
    let reaching = Reaching::here();
    let layer = Memo::new(move |_| {
        if !reaching.shows("reach") {
            return None;
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
    let groups = move || {
        let layer = layer.get()?;
        let groups = layer.groups;
        if groups.is_empty() {
            let calm = if layer.is_open {
                "Looking…"
            } else {
                layer.overlay.when_empty()
            };
            return Some(view! { <p class="quiet">{calm}</p> }.into_any());
        }
        let is_exposure = layer.overlay == Overlay::Exposure;
        let groups = groups
            .into_iter()
            .map(|group| view! { <GroupView group=group is_exposure=is_exposure /> });
        Some(groups.collect_view().into_any())
    };
    view! {
        <div class="reach-listed" role="region" aria-label="Overlay as a list">
            <div class="reach-end">
                <Select label="Overlay on the canvas" value=chosen choices=choices on_change=choose />
                <CopyButton what="list" text=text />
            </div>
            {title}
            <div aria-live="polite">{groups}</div>
        </div>
    }
}

#[component]
fn GroupView(group: Group, is_exposure: bool) -> impl IntoView {
    let name = group.label.to_string();
    let can_ask = is_exposure && group.is_drawn;
    let rows = group.members.into_iter().map(|member| {
        let row = if can_ask {
            view! { <Exposed member=member /> }.into_any()
        } else {
            view! { <Named member=member /> }.into_any()
        };
        view! { <li>{row}</li> }
    });
    let mark = (!group.mark.is_empty()).then(|| {
        view! { <span class="layer-mark" data-hue=group.hue aria-hidden="true">{group.mark}</span> }
    });
    view! {
        <h5 class="reach-group">
            {mark}
            <span><Sentence message=group.label /></span>
        </h5>
        <ul aria-label=name>{rows.collect_view()}</ul>
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
