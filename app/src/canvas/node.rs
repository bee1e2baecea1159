//! A node: what is written on it, and the handles of what is selected.

use drawbridge_core::diagram::{Lane, Look};
use drawbridge_core::lower::survey::Tier;
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use super::Gesture;
use crate::ui::For;
use crate::workspace::{Badge, Face, NodeRecord, Workspace};

/// A node and everything inside it.
#[component]
pub(super) fn NodeView(id: LogicalId) -> impl IntoView {
    let workspace = Workspace::here();
    let gesture = Gesture::here();
    let record = workspace.node(&id)?;
    let NodeRecord {
        face,
        frame,
        children,
        lanes,
        selected,
        badge,
        tier,
        hue,
    } = record;
    let transform = {
        let frame = frame.clone();
        move || frame.with(|frame| format!("translate({} {})", frame.x, frame.y))
    };
    let size = Memo::new(move |_| frame.with(|frame| (frame.w, frame.h)));
    let landing = {
        let id = id.clone();
        Memo::new(move |_| {
            gesture.highlight.with(|highlight| {
                let highlight = highlight.as_ref()?;
                (highlight.node.as_ref() == Some(&id)).then(|| highlight.refusal.is_none())
            })
        })
    };
    let shape = {
        let face = face.clone();
        Memo::new(move |_| face.with(|face| face.look))
    };
    let name = {
        let (face, badge, tier) = (face.clone(), badge.clone(), tier.clone());
        move || face.with(|face| spoken(face, badge.get(), tier.get()))
    };
    let style = {
        let face = face.clone();
        move || face.with(|face| style_name(face, tier.get()))
    };
    let zone = {
        let id = id.clone();
        Memo::new(move |_| {
            gesture.highlight.with(|highlight| {
                let highlight = highlight
                    .as_ref()
                    .filter(|it| it.node.as_ref() == Some(&id))?;
                highlight
                    .zone
                    .clone()
                    .filter(|_| highlight.refusal.is_none())
            })
        })
    };
    let label = id.to_string();
    Some(view! {
        <g
            class="node"
            role=move || if shape.get() == Look::Container { "group" } else { "img" }
            aria-label=name
            data-id=label
            data-style=style
            data-hue=hue
            data-landing=move || landing.get().map(|may| if may { "yes" } else { "no" })
            class:is-selected=selected
            transform=transform
        >
            <rect class="node-frame" width=move || size.get().0 height=move || size.get().1 rx=move || radius(shape.get()) />
            <For each=move || lanes.get() key=key_of let:lane>
                <LaneView lane landing=zone />
            </For>
            <Writing face size />
            <For each=move || children.get() key=Clone::clone let:id>
                {view! { <NodeView id /> }.into_any()}
            </For>
            <BadgeView badge size />
        </g>
    })
}

/// Icon, title and caption.
#[component]
fn Writing(face: ArcRwSignal<Face>, size: Memo<(f64, f64)>) -> impl IntoView {
    move || {
        let face = face.get();
        let (_, height) = size.get();
        let tile = match face.look {
            Look::Container => (0.0, 0.0, 24.0),
            Look::Box => (12.0, (height - 32.0) / 2.0, 32.0),
            Look::Chip => (8.0, (height - 16.0) / 2.0, 16.0),
        };
        let icon = face.form.map_or(UNKNOWN, |form| form.icon());
        let category = face
            .form
            .map_or("general", |form| form.entry.category.color());
        let (x, y, side) = tile;
        let glyph = side * 0.75;
        let inset = (side - glyph) / 2.0;
        let text = match face.look {
            Look::Container => view! {
                <text class="node-title" x="32" y="17">
                    {face.title.clone()}
                    <tspan class="node-caption" dx="8">{face.caption.clone()}</tspan>
                </text>
            }
            .into_any(),
            Look::Box if face.caption.is_empty() => view! {
                <text class="node-title" x="52" y=height / 2.0 + 4.5>{face.title.clone()}</text>
            }
            .into_any(),
            Look::Box => view! {
                <text class="node-title" x="52" y=height / 2.0 - 3.5>{face.title.clone()}</text>
                <text class="node-caption" x="52" y=height / 2.0 + 13.0>{face.caption.clone()}</text>
            }
            .into_any(),
            Look::Chip => view! {
                <text class="node-title" x="32" y=height / 2.0 + 4.5>{face.title.clone()}</text>
            }
            .into_any(),
        };
        view! {
            <g class="node-writing" aria-hidden="true">
                <g class="node-tile" data-category=category transform=format!("translate({x} {y})")>
                    <rect width=side height=side rx=if face.look == Look::Container { 0.0 } else { 4.0 } />
                    <svg x=inset y=inset width=glyph height=glyph inner_html=icon></svg>
                </g>
                {text}
            </g>
        }
    }
}

#[component]
fn LaneView(lane: Lane, landing: Memo<Option<String>>) -> impl IntoView {
    let frame = lane.frame;
    let title = lane.zone.clone();
    let lands = move || landing.with(|zone| zone.as_ref() == Some(&title));
    view! {
        <g class="lane" class:is-landing=lands transform=format!("translate({} {})", frame.x, frame.y) aria-hidden="true">
            <rect class="lane-frame" width=frame.w height=frame.h rx="4" />
            <text class="lane-title" x=frame.w / 2.0 y="20">{lane.zone.clone()}</text>
        </g>
    }
}

#[component]
fn BadgeView(badge: ArcRwSignal<Option<Badge>>, size: Memo<(f64, f64)>) -> impl IntoView {
    move || {
        let badge = badge.get()?;
        let x = size.get().0;
        Some(view! {
            <g class="node-badge" data-severity=badge.severity.word() transform=format!("translate({x} 0)") aria-hidden="true">
                <circle r="9" />
                <text y="4">{if badge.count > 9 { "9+".to_owned() } else { badge.count.to_string() }}</text>
            </g>
        })
    }
}

/// The drawing of a kind without an entry.
const UNKNOWN: &str = include_str!("../../../core/src/catalogue/icons/unknown.svg");

fn radius(look: Look) -> f64 {
    match look {
        Look::Container => 0.0,
        Look::Box => 8.0,
        Look::Chip => 6.0,
    }
}

/// What tells a lane apart for drawing: it is drawn anew when it changes.
fn key_of(lane: &Lane) -> (String, [u64; 4]) {
    let frame = lane.frame;
    let bits = [frame.x, frame.y, frame.w, frame.h].map(f64::to_bits);
    (lane.zone.clone(), bits)
}

/// The name of a node's look in the style sheet.
fn style_name(face: &Face, tier: Option<Tier>) -> &'static str {
    match (face.look, tier, face.kind.as_str()) {
        (Look::Container, Some(Tier::Public), _) => "subnet-public",
        (Look::Container, Some(Tier::Private), _) => "subnet-private",
        (Look::Container, _, "AWS::EC2::Subnet") => "subnet-isolated",
        (Look::Container, ..) => "vpc",
        (Look::Box, ..) => "box",
        (Look::Chip, ..) => "chip",
    }
}

/// A node in words: "Subnet WEB-SUBNET, 10.0.1.0/24, public, 1 problem".
fn spoken(face: &Face, badge: Option<Badge>, tier: Option<Tier>) -> String {
    let kind = face.form.map_or(face.kind.as_str(), |form| form.label());
    let mut name = format!("{kind} {}", face.title);
    if !face.caption.is_empty() {
        name.extend([", ", &face.caption]);
    }
    if let Some(tier) = tier {
        name.push_str(match tier {
            Tier::Public => ", public",
            Tier::Private => ", private",
            Tier::Isolated => ", isolated",
        });
    }
    match badge.map(|badge| badge.count) {
        None => {}
        Some(1) => name.push_str(", 1 problem"),
        Some(count) => name.extend([", ", &count.to_string(), " problems"]),
    }
    name
}
