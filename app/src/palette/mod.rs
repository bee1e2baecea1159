//! The palette: every kind of the catalogue, found by search, dragged onto the
//! canvas or placed by Enter into what is selected. Knows no kind by name.

mod place;

use drawbridge_core::catalogue::{Category, ENTRIES, Entry, Shape};
use leptos::ev::PointerEvent;
use leptos::prelude::*;

pub(crate) use place::place_into_selection;

use crate::canvas::Gesture;
use crate::ui::{EmptyState, SearchField, glyphs};
use crate::workspace::Workspace;

/// The panel on the left.
#[component]
pub(crate) fn Palette() -> impl IntoView {
    let search = RwSignal::new(String::new());
    let groups = move || {
        let wanted = search.with(|text| text.trim().to_lowercase());
        Category::ALL
            .iter()
            .map(|category| (*category, entries_of(*category, &wanted)))
            .filter(|(_, entries)| !entries.is_empty())
            .collect::<Vec<_>>()
    };
    view! {
        <aside class="ui-panel palette" aria-label="Palette">
            <div class="palette-search">
                <SearchField label="Search for a kind" text=search />
            </div>
            <div class="ui-panel-body palette-list">
                {move || {
                    let groups = groups();
                    if groups.is_empty() {
                        return view! {
                            <EmptyState
                                glyph=glyphs::SEARCH
                                title="No such kind"
                                text="Try AWS's own word, such as subnet, gateway or RDS."
                            />
                        }
                        .into_any();
                    }
                    groups
                        .into_iter()
                        .map(|(category, entries)| view! { <Group category entries /> })
                        .collect_view()
                        .into_any()
                }}
            </div>
        </aside>
    }
}

#[component]
fn Group(category: Category, entries: Vec<&'static Entry>) -> impl IntoView {
    let id = format!("palette-{}", category.color());
    let heading = format!("{id}-{}", category.label().len());
    view! {
        <section aria-labelledby=heading.clone()>
            <h3 id=heading.clone()>{category.label()}</h3>
            <ul>
                {entries.into_iter().map(|entry| view! { <Item entry /> }).collect_view()}
            </ul>
        </section>
    }
}

#[component]
fn Item(entry: &'static Entry) -> impl IntoView {
    let workspace = Workspace::here();
    let gesture = Gesture::here();
    let press = move |event: PointerEvent| {
        if event.button() == 0 {
            gesture.carry(entry, &event);
        }
    };
    view! {
        <li>
            <button
                type="button"
                class="palette-item"
                title=entry.summary
                on:pointerdown=press
                on:pointermove=move |event| gesture.carried(&event)
                on:pointerup=move |event| gesture.dropped(&event)
                on:pointercancel=move |_| gesture.abandon()
                on:lostpointercapture=move |_| gesture.abandon()
                on:click=move |event| {
                    // A click by pointer ends a press that was not a drag; one by key has no detail.
                    if event.detail() == 0 || !gesture.take_was_drag() {
                        place_into_selection(workspace, entry);
                    }
                }
            >
                <KindTile entry />
                <span class="palette-label">{entry.label}</span>
            </button>
        </li>
    }
}

/// The icon of a kind on its category's color.
#[component]
pub(crate) fn KindTile(entry: &'static Entry) -> impl IntoView {
    view! {
        <span class="kind-tile" data-category=entry.category.color() aria-hidden="true" inner_html=entry.icon></span>
    }
}

/// The kinds of a category that a person places, and whose name, word or
/// summary has the text.
fn entries_of(category: Category, wanted: &str) -> Vec<&'static Entry> {
    // What joins two others is drawn from one to the other.
    let is_placed = |entry: &&&Entry| entry.shape != Shape::Arrow && entry.ends.is_none();
    let fits = |entry: &&&Entry| {
        [entry.label, entry.word, entry.kind, entry.summary]
            .iter()
            .any(|text| text.to_lowercase().contains(wanted))
    };
    let of_category = ENTRIES.iter().filter(|entry| entry.category == category);
    of_category
        .filter(is_placed)
        .filter(fits)
        .copied()
        .collect()
}
