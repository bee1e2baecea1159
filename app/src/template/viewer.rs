//! The text to read: highlighted, numbered, in step with the selection. Only
//! the rows in sight are in the page, so that a long template scrolls as
//! smoothly as a short one.

use std::sync::Arc;
use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::{html, prelude::*};

use super::PointedAt;
use super::shown::{Mark, Shown};
use super::tokens::tokens;
use crate::platform::watch_size;
use crate::ui::{For, effect};
use crate::workspace::{Selection, Workspace};

/// The height of a row in pixels, as in template.css.
const ROW: f64 = 18.0;

/// Rows drawn beyond both edges, and the steps in which they are exchanged.
const BEYOND: usize = 12;

/// How long the design must rest before the text follows: a drag that changes
/// what is inside what would otherwise print it with every move.
const REST: Duration = Duration::from_millis(60);

/// What the rows need to draw themselves.
#[derive(Clone, Copy)]
struct Looks {
    shown: RwSignal<Arc<Shown>>,
    /// The rows of what is selected.
    chosen: Memo<Vec<std::ops::Range<usize>>>,
    /// The rows that something points at.
    pointed: Memo<Option<std::ops::Range<usize>>>,
    marks: Memo<std::collections::BTreeMap<usize, Mark>>,
}

impl Looks {
    fn new(workspace: Workspace, shown: RwSignal<Arc<Shown>>) -> Self {
        let pointed_at = PointedAt::here();
        Self {
            shown,
            chosen: Memo::new(move |_| {
                let selection = workspace.selection.get();
                let shown = shown.read();
                let owner = selection.arrow.iter().map(|arrow| &arrow.owner);
                let ids = selection.resources.iter().chain(owner);
                ids.filter_map(|id| shown.rows_of(id)).collect()
            }),
            pointed: Memo::new(move |_| {
                let pointed = pointed_at.get()?;
                shown
                    .read()
                    .rows_of_property(&pointed.resource, &pointed.path)
            }),
            marks: Memo::new(move |_| shown.read().marks(&workspace.analysis.read().findings)),
        }
    }
}

/// The text, following the design.
#[component]
pub(super) fn Viewer(with_layout: RwSignal<bool>) -> impl IntoView {
    let workspace = Workspace::here();
    let shown = follow(workspace, with_layout);
    let looks = Looks::new(workspace, shown);
    let node = NodeRef::<html::Div>::new();
    let (top, height) = (RwSignal::new(0.0), RwSignal::new(600.0));
    let is_seen = RwSignal::new(false);
    effect(move || {
        if let Some(node) = node.get() {
            watch_size(&node, move |_, now| {
                // Hidden panels have no height: they keep the one they had.
                if now > 0.0 {
                    height.try_set(now);
                }
                is_seen.try_set(now > 0.0);
            });
        }
    });
    let reveal = move |rows: &std::ops::Range<usize>| {
        let Some(node) = node.get_untracked() else {
            return;
        };
        let (first, last) = (pixels(rows.start), pixels(rows.end));
        let (top, height) = (f64::from(node.scroll_top()), height.get_untracked());
        if first < top || last.min(first + height / 2.0) > top + height {
            // Two rows above give the reader a hold.
            node.set_scroll_top(whole(first - 2.0 * ROW));
        }
    };
    let to_see = Memo::new(move |_| {
        let pointed = looks.pointed.get();
        pointed.or_else(|| looks.chosen.read().first().cloned())
    });
    effect(move || {
        // What is hidden cannot scroll: it catches up when it is shown.
        if let (true, Some(rows)) = (is_seen.get(), to_see.get()) {
            reveal(&rows);
        }
    });
    let in_sight = Memo::new(move |_| {
        let first = rows_in(top.get()) / BEYOND * BEYOND;
        let last = first + rows_in(height.get()) + 3 * BEYOND;
        let shown = shown.read();
        (
            shown.number,
            first.saturating_sub(BEYOND)..last.min(shown.len()),
        )
    });
    let each = move || {
        let (number, rows) = in_sight.get();
        rows.map(|row| (number, row)).collect::<Vec<_>>()
    };
    view! {
        <div
            class="template-view"
            node_ref=node
            role="region"
            aria-label="CloudFormation template. Alt with the arrow keys selects the next resource."
            tabindex="0"
            on:scroll=move |_| {
                if let Some(node) = node.get_untracked() {
                    top.set(f64::from(node.scroll_top()));
                }
            }
            on:keydown=move |event| step(workspace, &event)
        >
            <div
                class="template-rows"
                style:height=move || format!("{}px", pixels(shown.read().len()))
                style:--columns=move || shown.read().columns.to_string()
                style:--digits=move || shown.read().digits().to_string()
            >
                <For each=each key=|key| *key children=move |(_, row)| {
                    view! { <Line row=row looks=looks /> }
                } />
            </div>
        </div>
    }
}

/// The text of the design, renewed when the design has rested.
fn follow(workspace: Workspace, with_layout: RwSignal<bool>) -> RwSignal<Arc<Shown>> {
    let print = move |number| {
        let with_layout = with_layout.get_untracked();
        Arc::new(workspace.document(|document| Shown::of(document, with_layout, number)))
    };
    let shown = RwSignal::new(print(0));
    let waits = StoredValue::new(0_u64);
    Effect::new(move |was: Option<bool>| {
        workspace.template_version.track();
        workspace.revision.track();
        let is = with_layout.get();
        let number = waits.try_update_value(|waits| {
            *waits += 1;
            *waits
        });
        let Some(number) = number else { return is };
        let renew = move || {
            if waits.try_get_value() == Some(number) {
                shown.set(print(number));
            }
        };
        match was {
            None => {}
            // What was asked for by hand comes at once.
            Some(was) if was != is => renew(),
            Some(_) => set_timeout(renew, REST),
        }
        is
    });
    shown
}

/// Alt with an arrow key selects the resource before or behind in the text.
fn step(workspace: Workspace, event: &KeyboardEvent) {
    let is_down = match event.key().as_str() {
        "ArrowDown" if event.alt_key() => true,
        "ArrowUp" if event.alt_key() => false,
        _ => return,
    };
    event.prevent_default();
    let now = workspace
        .selection
        .get_untracked()
        .resources
        .last()
        .cloned();
    let next = workspace.document(|document| {
        let resources = &document.template.resources;
        let at = now.and_then(|id| resources.get_index_of(&id));
        let at = match (at, is_down) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at.checked_sub(1)?,
            (None, _) => 0,
        };
        resources.get_index(at).map(|(id, _)| id.clone())
    });
    if let Some(id) = next {
        workspace.select(Selection::one(id));
        workspace.reveal_selection();
    }
}

/// A row of the text.
#[component]
fn Line(row: usize, looks: Looks) -> impl IntoView {
    let workspace = Workspace::here();
    let Looks {
        shown,
        chosen,
        pointed,
        marks,
    } = looks;
    let shown = shown.get_untracked();
    let Some((place, text)) = shown.row(row) else {
        return ().into_any();
    };
    let tokens = tokens(text)
        .into_iter()
        .map(|token| match token.kind.class() {
            "" => token.text.to_owned().into_any(),
            class => view! { <span class=class>{token.text.to_owned()}</span> }.into_any(),
        });
    let tokens = tokens.collect_view();
    let number = place.is_first.then_some(place.line);
    let mark = move || {
        let mark = marks.with(|marks| marks.get(&row).cloned())?;
        let (severity, text) = (mark.severity.word(), mark.text);
        let label = format!("{severity}: {text}");
        Some(view! {
            <span class="template-mark" data-severity=severity role="img" aria-label=label title=text></span>
        })
    };
    let select = move |_| {
        if let Some(id) = shown.resource_at(row) {
            workspace.select(Selection::one(id));
            workspace.reveal_selection();
        }
    };
    view! {
        <div
            class="template-row"
            class:chosen=move || chosen.with(|all| all.iter().any(|rows| rows.contains(&row)))
            class:pointed=move || pointed.with(|rows| rows.as_ref().is_some_and(|it| it.contains(&row)))
            style:top=format!("{}px", pixels(row))
            on:click=select
        >
            <span class="template-number">
                {mark} <span aria-hidden="true">{number}</span>
            </span>
            <code>{tokens}</code>
        </div>
    }
    .into_any()
}

#[expect(clippy::cast_precision_loss, reason = "rows are counted in thousands")]
fn pixels(rows: usize) -> f64 {
    rows as f64 * ROW
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pixels of a scrolled panel, and a cast saturates"
)]
fn rows_in(pixels: f64) -> usize {
    (pixels / ROW).max(0.0) as usize
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "pixels of a scrolled panel"
)]
fn whole(pixels: f64) -> i32 {
    pixels.max(0.0) as i32
}
