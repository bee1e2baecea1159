//! The palette: every kind of the catalogue and every other type of AWS's,
//! found by search, dragged onto the canvas or placed by Enter into what is
//! selected. Knows no kind by name.

mod offers;
mod place;

use leptos::ev::PointerEvent;
use leptos::prelude::*;

pub(crate) use place::place_into_selection;

use crate::canvas::Gesture;
use crate::ui::{Button, EmptyState, Look, SearchField, Size, effect, glyphs};
use crate::workspace::{Offer, Workspace};
use offers::{Group, groups};

/// The panel on the left.
#[component]
pub(crate) fn Palette() -> impl IntoView {
    let workspace = Workspace::here();
    let search = RwSignal::new(String::new());
    let wanted = Memo::new(move |_| search.with(|text| text.trim().to_lowercase()));
    effect(move || {
        if !wanted.with(String::is_empty) {
            workspace.know_names();
        }
    });
    let shown = Memo::new(move |_| {
        let schemas = workspace.schemas.get();
        wanted.with(|wanted| groups(wanted, &schemas))
    });
    view! {
        <aside class="ui-panel palette" aria-label="Palette">
            <div class="palette-search">
                <SearchField label="Search for a kind" text=search />
            </div>
            <div class="ui-panel-body palette-list">
                {move || {
                    let groups = shown.get();
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
                    groups.into_iter().map(|group| view! { <Section group /> }).collect_view().into_any()
                }}
            </div>
        </aside>
    }
}

#[component]
fn Section(group: Group) -> impl IntoView {
    let heading = format!("palette-{}", group.label.to_lowercase().replace(' ', "-"));
    let count = group.first.len() + group.rest.len();
    let is_whole = RwSignal::new(false);
    let rest = StoredValue::new(group.rest);
    let more = move || {
        if rest.with_value(Vec::is_empty) {
            return None;
        }
        let label = if is_whole.get() {
            "Show fewer".to_owned()
        } else {
            format!("Show all {count}")
        };
        Some(view! {
            <Button
                label=label
                size=Size::Small
                look=Look::Quiet
                on_press=move |()| is_whole.update(|is_whole| *is_whole = !*is_whole)
            />
        })
    };
    let hidden = (group.hidden > 0)
        .then(|| view! { <p class="quiet">{format!("And {} more: search for more of the name.", group.hidden)}</p> });
    view! {
        <section aria-labelledby=heading.clone()>
            <h3 id=heading.clone()>{group.label}</h3>
            <ul>
                {group.first.into_iter().map(|offer| view! { <Item offer /> }).collect_view()}
                {move || {
                    is_whole.get().then(|| {
                        let rest = rest.get_value().into_iter();
                        rest.map(|offer| view! { <Item offer /> }).collect_view()
                    })
                }}
            </ul>
            {more}
            {hidden}
        </section>
    }
}

#[component]
fn Item(offer: Offer) -> impl IntoView {
    let workspace = Workspace::here();
    let gesture = Gesture::here();
    let carried = offer.clone();
    let press = move |event: PointerEvent| {
        if event.button() == 0 {
            gesture.carry(carried.clone(), &event);
        }
    };
    let placed = offer.clone();
    view! {
        <li>
            <button
                type="button"
                class="palette-item"
                title=format!("{}\n{}", offer.summary, offer.kind)
                on:pointerdown=press
                on:pointermove=move |event| gesture.carried(&event)
                on:pointerup=move |event| gesture.dropped(&event)
                on:pointercancel=move |_| gesture.abandon()
                on:lostpointercapture=move |_| gesture.abandon()
                on:click=move |event| {
                    // A click by pointer ends a press that was not a drag; one by key has no detail.
                    if event.detail() == 0 || !gesture.take_was_drag() {
                        place_into_selection(workspace, &placed);
                    }
                }
            >
                <KindTile offer=offer.clone() />
                <span class="palette-label">{offer.label}</span>
            </button>
        </li>
    }
}

/// The icon of what can be placed, on its category's color.
#[component]
pub(crate) fn KindTile(offer: Offer) -> impl IntoView {
    view! {
        <span class="kind-tile" data-category=offer.color aria-hidden="true" inner_html=offer.icon></span>
    }
}
