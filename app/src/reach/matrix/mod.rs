//! Who reaches whom, as a grid: a row for each class that calls, a column for
//! each that is called, and filters. A cell asks its question in the panel.

mod grid;
mod narrowing;

use leptos::prelude::*;

use super::asking::services;
use super::copying::CopyButton;
use super::reaching::Reaching;
use super::{Nobody, has_ends};
use crate::ui::{Combobox, SearchField, Show, Switch};
use grid::Grid;
use narrowing::{Narrowed, Wanted, traffic_of};

/// The panel of the matrix. It fills what it is put into.
#[component]
pub(crate) fn MatrixPanel() -> impl IntoView {
    let reaching = Reaching::here();
    let has_ends = has_ends(reaching);
    view! {
        <section class="matrix" aria-label="Matrix">
            <Show when=move || has_ends.get() fallback=|| view! { <Nobody /> }>
                <Filtered />
            </Show>
        </section>
    }
}

#[component]
fn Filtered() -> impl IntoView {
    let reaching = Reaching::here();
    let [from, to, traffic] = [0; 3].map(|_| RwSignal::new(String::new()));
    let [only_open, hide_same] = [false, false].map(RwSignal::new);
    let is_wrong = move || {
        let text = traffic.get();
        traffic_of(&text)
            .is_none()
            .then(|| "Write tcp, udp 53, 443 or a name such as HTTPS.".to_owned())
    };
    let narrowed = Memo::new(move |_| {
        if !reaching.shows("matrix") {
            return None;
        }
        let matrix = reaching.matrix.get()?;
        let wanted = Wanted {
            from: from.get().to_lowercase(),
            to: to.get().to_lowercase(),
            traffic: traffic_of(&traffic.get()).unwrap_or_default(),
            only_open: only_open.get(),
            hide_same: hide_same.get(),
        };
        Some(Narrowed::of(&matrix, &wanted))
    });
    let count = move || match narrowed.get() {
        Some(narrowed) => narrowed.told(),
        None => "Looking…".to_owned(),
    };
    let text = move || narrowed.with_untracked(|it| it.as_ref().map(Narrowed::markdown));
    let legend = move || {
        let is_open = narrowed.with(|it| it.as_ref().is_some_and(Narrowed::is_open));
        is_open.then(|| {
            view! {
                <p class="matrix-legend">
                    <b data-state="perhaps" aria-hidden="true">"?"</b>
                    <span>
                        <b class="visually-hidden">"Not settled"</b>
                        "It depends on what the design does not say. Press a cell for the reason."
                    </span>
                </p>
            }
        })
    };
    let grid = move || {
        narrowed
            .get()
            .map(|narrowed| view! { <Grid narrowed=narrowed /> })
    };
    view! {
        <div class="matrix-filters" role="group" aria-label="Filters">
            <SearchField label="Who calls" text=from />
            <SearchField label="Who is called" text=to />
            <div class="matrix-traffic">
                <Combobox
                    label="Protocol or port"
                    value=traffic
                    choices=services()
                    on_commit=move |text: String| traffic.set(text.trim().to_owned())
                    error=Signal::derive(is_wrong)
                    placeholder="Any traffic"
                />
            </div>
            <Switch
                label="Only open"
                checked=only_open
                on_change=move |on| only_open.set(on)
            />
            <Switch
                label="Hide same class"
                checked=hide_same
                on_change=move |on| hide_same.set(on)
            />
            <p class="quiet matrix-count" role="status">
                {count}
            </p>
            <CopyButton what="matrix" text=text />
        </div>
        {legend}
        <div class="matrix-scroll">{grid}</div>
    }
}
