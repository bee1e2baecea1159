//! The sample designs that come with the app.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::command::Surfaces;
use crate::platform::{SampleCard, fetch_text, sample_cards};
use crate::ui::{Badge, Dialog, For, Tone, effect};
use crate::workspace::Workspace;

#[component]
pub(super) fn SamplesDialog() -> impl IntoView {
    let workspace = Workspace::here();
    let open = Surfaces::here().samples;
    let cards = RwSignal::new(Vec::<SampleCard>::new());
    effect(move || {
        if open.get() && cards.with_untracked(Vec::is_empty) {
            spawn_local(async move {
                match fetch_text("samples/index.json").await.and_then(|text| sample_cards(&text)) {
                    Some(read) => cards.set(read),
                    None => workspace.tell(
                        Tone::Error,
                        "The samples could not be fetched: check the connection and open this again.",
                    ),
                }
            });
        }
    });
    let choose = move |file: String| {
        spawn_local(async move {
            match fetch_text(&format!("samples/{file}")).await {
                Some(text) => {
                    let name = file
                        .rsplit_once('.')
                        .map_or(file.as_str(), |(name, _)| name);
                    if workspace.open_text(name, &text) {
                        open.set(false);
                    }
                }
                None => workspace.tell(
                    Tone::Error,
                    "The sample could not be fetched: check the connection and try again.",
                ),
            }
        });
    };
    view! {
        <Dialog title="New from sample" open=open width=880>
            <ul class="sample-list">
                <For each=move || cards.get() key=|card| card.file.clone() let:card>
                    <li>
                        <button
                            type="button"
                            class="sample-card"
                            on:click={
                                let file = card.file.clone();
                                move |_| choose(file.clone())
                            }
                        >
                            <span class="sample-title">
                                {card.title.clone()}
                                {card.shows_findings.then(|| view! { <Badge text="has problems" tone=Tone::Warning /> })}
                            </span>
                            <span>{card.summary.clone()}</span>
                            <span class="quiet">{card.teaches.clone()}</span>
                        </button>
                    </li>
                </For>
            </ul>
        </Dialog>
    }
}
