//! Several panels in one place. Arrow keys move among the tabs and show as they go.

use leptos::ev::KeyboardEvent;
use leptos::{html, prelude::*};

use super::{Badge, Tone, focus};

/// One tab: an id, a label, and a count that shows when it is not zero.
#[derive(Clone)]
pub(crate) struct Tab {
    id: &'static str,
    label: Signal<String>,
    count: Signal<usize>,
    tone: Signal<Tone>,
}

impl Tab {
    /// A tab without a count. The id is what [`TabPanel`] names.
    pub(crate) fn new(id: &'static str, label: impl Into<Signal<String>>) -> Self {
        Self {
            id,
            label: label.into(),
            count: Signal::default(),
            tone: Signal::default(),
        }
    }

    /// The same tab with a count and the tone it is shown in.
    #[must_use]
    pub(crate) fn with_count(
        mut self,
        count: impl Into<Signal<usize>>,
        tone: impl Into<Signal<Tone>>,
    ) -> Self {
        self.count = count.into();
        self.tone = tone.into();
        self
    }
}

/// The row of tabs. `selected` holds the id of the one that shows.
#[component]
pub(crate) fn TabList(
    #[prop(into)] label: Signal<String>,
    tabs: Vec<Tab>,
    selected: RwSignal<&'static str>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let key = move |event: KeyboardEvent| {
        let Some(list) = node.get_untracked() else {
            return;
        };
        let items = focus::items(&list, "[role=tab]");
        if event.key().len() > 1 && focus::move_by_key(&items, &event.key()) {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let tabs = tabs
        .into_iter()
        .map(
            |Tab {
                 id,
                 label,
                 count,
                 tone,
             }| {
                let is_selected = move || selected.get() == id;
                let badge = move || {
                    let count = count.get();
                    (count > 0).then(|| view! { <Badge text=count.to_string() tone=tone /> })
                };
                view! {
                    <button
                        type="button"
                        role="tab"
                        id=format!("tab-{id}")
                        class="ui-tab"
                        aria-selected=move || is_selected().to_string()
                        aria-controls=format!("panel-{id}")
                        tabindex=move || if is_selected() { "0" } else { "-1" }
                        on:click=move |_| selected.set(id)
                        on:focus=move |_| selected.set(id)
                    >
                        {label}
                        {badge}
                    </button>
                }
            },
        )
        .collect_view();
    view! {
        <div node_ref=node class="ui-tabs" role="tablist" aria-label=label on:keydown=key>
            {tabs}
        </div>
    }
}

/// What a tab shows. Kept while hidden, so that it opens again where it was left.
#[component]
pub(crate) fn TabPanel(
    id: &'static str,
    selected: RwSignal<&'static str>,
    children: Children,
) -> impl IntoView {
    view! {
        <div
            class="ui-tab-panel"
            role="tabpanel"
            id=format!("panel-{id}")
            aria-labelledby=format!("tab-{id}")
            hidden=move || selected.get() != id
        >
            {children()}
        </div>
    }
}
