//! An overlay as it is drawn: pills with the letters of each group over the
//! nodes that are in it, and a legend. Which group a node is in is not decided
//! here.

use std::collections::HashMap;

use drawbridge_core::diagram::{Diagram, Look};
use drawbridge_core::geometry::Rect;
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use super::pill::{Pill, width};
use crate::platform::in_frames;
use crate::reach::{Group, Layer, Reaching};
use crate::ui::{For, IconButton, Size, effect, glyphs, gradually};
use crate::workspace::Workspace;

/// Longer words on the drawing are cut: the list has them whole.
const LONGEST: usize = 24;

/// So many nodes are given their pills, or their color, in one frame: to style,
/// lay out and paint all of a large design takes longer.
const A_FRAME: usize = 80;

/// Space between pills.
const GAP: f64 = 4.0;

/// A node in a group or several.
#[derive(Clone, Debug, PartialEq)]
struct Marked {
    rect: Rect,
    look: Look,
    pills: Vec<(&'static str, String)>,
}

/// The pills of the overlay.
#[component]
pub(super) fn LayerView() -> impl IntoView {
    let workspace = Workspace::here();
    let layer = Reaching::here().layer;
    let tinted = StoredValue::new(0_u64);
    effect(move || {
        let hues = layer.with(|layer| layer.as_ref().map(hues));
        if hues.is_some() {
            // A node that is new has no color yet.
            workspace.frames_version.track();
        }
        let number = tinted.with_value(|number| number + 1);
        tinted.set_value(number);
        let hues = hues.unwrap_or_default();
        in_frames(Box::new(move || {
            // Another overlay, or none, is being laid over meanwhile.
            tinted.try_get_value() != Some(number) || workspace.tint(&hues, A_FRAME)
        }));
    });
    let marked = Memo::new(move |_| {
        layer.with(|layer| {
            let layer = layer.as_ref()?;
            // What moves takes its pills along.
            workspace.frames_version.track();
            Some(workspace.diagram(|diagram| mark(diagram, layer)))
        })
    });
    let made = gradually(move || marked.read().as_ref().map_or(0, Vec::len), A_FRAME);
    let rows = move || {
        let marked = marked.read();
        let marked = marked.iter().flatten().take(made.get());
        marked.cloned().collect::<Vec<_>>()
    };
    view! {
        <g class="layer" aria-hidden="true">
            <For each=rows key=key_of children=pills />
        </g>
    }
}

/// What tells what is drawn apart: it is drawn anew when that changes.
fn key_of(marked: &Marked) -> ([u64; 4], Vec<(&'static str, String)>) {
    let Rect { x, y, w, h } = marked.rect;
    ([x, y, w, h].map(f64::to_bits), marked.pills.clone())
}

/// Each member's color: of the first group that it is in.
fn hues(layer: &Layer) -> HashMap<LogicalId, &'static str> {
    let mut hues = HashMap::new();
    for group in layer.groups.iter().filter(|group| group.is_drawn) {
        for member in &group.members {
            hues.entry(member.id.clone()).or_insert(group.hue);
        }
    }
    hues
}

fn mark(diagram: &Diagram, layer: &Layer) -> Vec<Marked> {
    let mut marked: Vec<Marked> = Vec::new();
    let mut places: HashMap<&LogicalId, usize> = HashMap::new();
    for group in layer.groups.iter().filter(|group| group.is_drawn) {
        for member in &group.members {
            let shown = diagram.shown_by(&member.id).and_then(|id| diagram.node(id));
            let Some((node, rect)) = shown.and_then(|it| Some((it, diagram.absolute(&it.id)?)))
            else {
                continue;
            };
            let word = word(group, &member.text, node.look);
            let pill = (group.hue, word);
            let place = *places.entry(&node.id).or_insert(marked.len());
            match marked.get_mut(place) {
                Some(it) => it.pills.push(pill),
                None => marked.push(Marked {
                    rect,
                    look: node.look,
                    pills: vec![pill],
                }),
            }
        }
    }
    marked
}

/// What stands in a pill: the letters of the group, with its name where there
/// is room; or what is said of the member.
fn word(group: &Group, text: &str, look: Look) -> String {
    let word = match look {
        _ if group.mark.is_empty() => text.to_owned(),
        Look::Container if is_lettered(group) => format!("{} · {}", group.mark, group.label),
        _ => group.mark.clone(),
    };
    if word.chars().count() <= LONGEST {
        return word;
    }
    let cut: String = word.chars().take(LONGEST - 1).collect();
    format!("{cut}…")
}

/// Whether a group goes by letters, not by a word that says it all.
fn is_lettered(group: &Group) -> bool {
    (1..=2).contains(&group.mark.chars().count())
}

/// On the lower edge, which nothing is written on: at the right of a container,
/// in the middle of anything else.
fn pills(marked: Marked) -> impl IntoView {
    let Marked { rect, look, pills } = marked;
    let widths: Vec<f64> = pills.iter().map(|(_, word)| width(word)).collect();
    let all = widths.iter().sum::<f64>()
        + GAP * (f64::from(u32::try_from(pills.len()).unwrap_or(0)) - 1.0);
    let (mut x, y) = match look {
        Look::Container => (rect.x + rect.w - all - 8.0, rect.y + rect.h),
        Look::Box | Look::Chip => (rect.x + (rect.w - all) / 2.0, rect.y + rect.h + 4.0),
    };
    let pills = pills.into_iter().zip(widths).map(|((hue, word), width)| {
        let middle = x + width / 2.0;
        x += width + GAP;
        view! { <Pill class="layer-pill" text=word x=middle y=y hue=hue /> }
    });
    pills.collect_view()
}

/// What the colors and letters mean; the names of members are in the panel.
#[component]
pub(super) fn Legend() -> impl IntoView {
    let reaching = Reaching::here();
    let close = move |()| reaching.overlay.set(None);
    let legend = move |layer: Layer| {
        let title = layer.overlay.label();
        let groups = layer.groups.into_iter().filter(|group| group.is_drawn);
        let lines = groups.map(|group| {
            let (mark, label) = if group.mark.is_empty() {
                ("port".to_owned(), group.label.to_string())
            } else if is_lettered(&group) {
                (group.mark, group.label.to_string())
            } else {
                (group.mark, String::new())
            };
            let count = group.members.len();
            view! {
                <li>
                    <span class="layer-mark" data-hue=group.hue>{mark}</span>
                    {label}
                    <span class="legend-count numeric">{count}</span>
                </li>
            }
        });
        let lines = lines.collect::<Vec<_>>();
        let none = lines.is_empty().then(|| {
            let none = if layer.is_open {
                "Looking…"
            } else {
                "Nothing to show."
            };
            view! { <p class="quiet">{none}</p> }
        });
        view! {
            <section class="legend" aria-label=format!("Overlay: {title}")>
                <h2>{title}</h2>
                <ul>{lines}</ul>
                {none}
                <IconButton
                    label="Take the overlay away"
                    glyph=glyphs::CLOSE
                    size=Size::Small
                    on_press=close
                />
            </section>
        }
    };
    move || reaching.layer.get().map(legend)
}
