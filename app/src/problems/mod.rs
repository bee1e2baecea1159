//! The problems panel: what is wrong with the design, why, and the buttons
//! that mend it. What is wrong and how it is mended is core's to say.

mod bar;
mod fixing;
mod listing;
mod row;
mod touching;
mod why;

use std::collections::HashSet;
use std::sync::Arc;

use drawbridge_core::analysis::Analysis;
use drawbridge_core::document::Change;
use drawbridge_core::rules;
use leptos::prelude::*;

use crate::command::Surfaces;
use crate::platform::in_slices;
use crate::template::PointedAt;
use crate::ui::{Button, EmptyState, For, Look, Size, effect, glyphs};
use crate::workspace::{Selection, Workspace};
use bar::Bar;
use listing::{Filter, Item, Key, Listing};
use row::Row;

/// How many rows are made at once: a design drawn in a hurry has hundreds of
/// problems, and nobody reads them all.
const PAGE: usize = 50;

/// What the parts of the panel share. Copied freely.
#[derive(Clone, Copy)]
struct Panel {
    workspace: StoredValue<Workspace>,
    /// Everything that was found.
    items: RwSignal<Vec<Item>>,
    filter: RwSignal<Filter>,
    /// What is listed, in order.
    listed: Memo<Vec<Key>>,
    /// How many of those have rows.
    most: RwSignal<usize>,
    /// The row that the Tab key comes to.
    active: RwSignal<Option<Key>>,
    /// The row that is to take the focus.
    wants_focus: RwSignal<Option<Key>>,
    /// The rows whose rule is explained.
    explained: RwSignal<HashSet<Key>>,
    /// The fix that is previewed, by its place among those of the row.
    previewed: RwSignal<Option<(Key, usize)>>,
    pointed: RwSignal<Option<PointedAt>>,
}

impl Panel {
    fn new() -> Self {
        let workspace = Workspace::here();
        let items = RwSignal::new(Vec::new());
        list_when_seen(workspace, items);
        let filter = RwSignal::new(Filter::everything());
        let listed = Memo::new(move |_| {
            let filter = filter.read();
            let listed = items.read();
            let listed = listed.iter().filter(|item| filter.lists(item));
            listed.map(|item| item.key.clone()).collect()
        });
        Self {
            workspace: StoredValue::new(workspace),
            items,
            filter,
            listed,
            most: RwSignal::new(PAGE),
            active: RwSignal::new(None),
            wants_focus: RwSignal::new(None),
            explained: RwSignal::default(),
            previewed: RwSignal::new(None),
            pointed: PointedAt::here(),
        }
    }

    fn workspace(self) -> Workspace {
        self.workspace.get_value()
    }

    /// Whether a row is the one that the Tab key comes to: the first, unless
    /// another one was chosen and is still listed.
    fn is_active(self, key: &Key) -> bool {
        let active = self.active.read();
        let listed = self.listed.read();
        let chosen = active.as_ref().filter(|active| listed.contains(active));
        chosen.or(listed.first()) == Some(key)
    }

    /// Moves the focus from a row by so many rows, as far as there are any.
    fn step(self, from: &Key, by: isize) {
        let listed = self.listed.get_untracked();
        let Some(at) = listed.iter().position(|key| key == from) else {
            return;
        };
        let to = at.saturating_add_signed(by).min(listed.len() - 1);
        self.focus(listed.get(to));
    }

    fn focus(self, key: Option<&Key>) {
        let listed = self.listed.get_untracked();
        let at = key.and_then(|key| listed.iter().position(|it| it == key));
        if let Some(at) = at
            && at >= self.most.get_untracked()
        {
            self.most.set(at + PAGE);
        }
        self.active.set(key.cloned());
        self.wants_focus.set(key.cloned());
    }

    /// Selects and shows what a finding is about.
    fn show(self, item: &Item) {
        let finding = &item.finding;
        self.workspace()
            .select(Selection::one(finding.resource.clone()));
        self.workspace().reveal_selection();
        let pointed = PointedAt {
            resource: finding.resource.clone(),
            path: finding.path.clone(),
        };
        self.pointed.set(Some(pointed));
    }

    /// Shows what a fix would do.
    fn preview(self, key: &Key, place: usize, change: &Change) {
        self.previewed.set(Some((key.clone(), place)));
        self.workspace().preview(change.clone());
    }

    /// Whether a fix of a row is previewed.
    fn previews(self, key: &Key, place: usize) -> bool {
        self.previewed.with_untracked(|shown| {
            shown
                .as_ref()
                .is_some_and(|it| it.0 == *key && it.1 == place)
        })
    }

    /// Takes the preview of a row away, if there is one.
    fn cancel(self, key: &Key) {
        let is_shown = |shown: &Option<(Key, usize)>| shown.as_ref().is_some_and(|it| it.0 == *key);
        if self.previewed.try_with_untracked(is_shown) == Some(true) {
            self.previewed.set(None);
            self.workspace().cancel();
        }
    }

    /// Carries a fix out and goes on to the row behind it.
    fn fix(self, key: &Key, change: Change) {
        let listed = self.listed.get_untracked();
        let at = listed.iter().position(|it| it == key);
        let next = at.and_then(|at| {
            listed
                .get(at + 1)
                .or_else(|| listed.get(at.checked_sub(1)?))
        });
        self.previewed.set(None);
        if self.workspace().commit(change) {
            self.focus(next);
        }
    }
}

/// Keeps the rows as the analysis is, while they are seen. Until the ways to mend
/// are found, in slices, the rows from before stay.
fn list_when_seen(workspace: Workspace, items: RwSignal<Vec<Item>>) {
    let dock = Surfaces::here().dock;
    let made_of = StoredValue::new(None::<Arc<Analysis>>);
    let is_current = move |now: &Arc<Analysis>| {
        let same = |it: &Option<Arc<Analysis>>| it.as_ref().is_some_and(|it| Arc::ptr_eq(it, now));
        made_of.try_with_value(same).unwrap_or(false)
    };
    effect(move || {
        let analysis = workspace.analysis.get();
        if dock.get() != "problems" || is_current(&analysis) {
            return;
        }
        made_of.set_value(Some(analysis.clone()));
        let document = workspace.committed(Clone::clone);
        let mut listing = Some(Listing::new(document, analysis.clone()));
        in_slices(Box::new(move |has_time| {
            // The design went on: work on what it is now is under way, or nobody looks.
            if !is_current(&analysis) {
                return true;
            }
            let has_more = listing.as_mut().is_some_and(|it| it.step(has_time));
            if !has_more && let Some(listing) = listing.take() {
                items.set(listing.items());
            }
            !has_more
        }));
    });
}

/// The panel. It fills what it is put into.
#[component]
pub(crate) fn Problems() -> impl IntoView {
    let panel = Panel::new();
    // The rows are made anew only when the list appears, not with every change.
    let state = Memo::new(move |_| {
        (
            panel.items.read().is_empty(),
            panel.listed.read().is_empty(),
        )
    });
    let body = move || match state.get() {
        (true, _) => {
            let rules = rules::all().count();
            let text =
                format!("{rules} rules on addresses, routes, filters and placement were checked.");
            view! { <EmptyState glyph=glyphs::SUCCESS title="No problems found" text=text /> }
                .into_any()
        }
        (false, true) => view! {
            <EmptyState
                glyph=glyphs::FILTER
                title="Nothing listed"
                text="There are problems, and the filter hides all of them."
            />
        }
        .into_any(),
        (false, false) => view! { <Rows panel=panel /> }.into_any(),
    };
    view! {
        <section class="problems" aria-label="Problems">
            <Bar panel=panel />
            {body}
        </section>
    }
}

#[component]
fn Rows(panel: Panel) -> impl IntoView {
    let rows = move || {
        let listed = panel.listed.read();
        listed
            .iter()
            .take(panel.most.get())
            .cloned()
            .collect::<Vec<_>>()
    };
    let more = move || {
        let count = panel.listed.read().len();
        let most = panel.most.get();
        (count > most).then(|| {
            let label = format!("Show more: {most} of {count} are listed");
            view! {
                <Button
                    label=label
                    size=Size::Small
                    look=Look::Quiet
                    on_press=move |()| panel.most.update(|most| *most += 4 * PAGE)
                />
            }
        })
    };
    view! {
        <div class="problems-rows">
            <ul aria-label="Problems">
                <For
                    each=rows
                    key=Clone::clone
                    children=move |key| view! { <Row panel=panel key=key /> }
                />
            </ul>
            {more}
        </div>
    }
}
