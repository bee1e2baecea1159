//! Core's sentences, for people.

use drawbridge_core::message::{Argument, Message, Part};
use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

use super::{Selection, Workspace};

/// A sentence as plain text. Languages other than English come in here.
pub(crate) fn say(message: &Message) -> String {
    message.to_string()
}

/// A sentence whose resources are links that select them.
#[component]
pub(crate) fn Sentence(message: Message) -> impl IntoView {
    pieces(Workspace::here(), &message)
}

/// The words and links of a sentence, those of a sentence inside it too.
fn pieces(workspace: Workspace, message: &Message) -> Vec<AnyView> {
    let parts = message.parts(message.sentence).into_iter();
    let parts = parts.map(|part| match part {
        Part::Words(words) => words.to_owned().into_any(),
        Part::Argument(Argument::Text(text)) => view! { <b>{text.clone()}</b> }.into_any(),
        Part::Argument(Argument::Message(inner)) => pieces(workspace, inner).into_any(),
        Part::Argument(Argument::Resource(id)) => {
            let id = LogicalId::new(id);
            let name = id.to_string();
            view! {
                <button
                    type="button"
                    class="resource-link"
                    on:click=move |event| {
                        event.stop_propagation();
                        workspace.select(Selection::one(id.clone()));
                        workspace.reveal_selection();
                    }
                >
                    {name}
                </button>
            }
            .into_any()
        }
    });
    parts.collect()
}
