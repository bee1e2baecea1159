//! The fields of the question. Every change is asked at once.

use leptos::prelude::*;

use super::asking::{Asked, PROTOCOLS, Wrong, ports};
use super::{Panel, proposed};
use crate::ui::{Button, Choice, Combobox, IconButton, Look, Select, Size, glyphs};

/// From, to, protocol and port.
#[component]
pub(super) fn Form(panel: Panel) -> impl IntoView {
    let asked = Memo::new(move |_| proposed(panel.asked.get(), &panel.ends.read()));
    let set = move |write: fn(&mut Asked, String)| {
        Callback::new(move |text: String| {
            panel.asked.update(|asked| write(asked, text));
        })
    };
    let wrong = move |read: fn(&Wrong) -> Option<&String>| {
        Signal::derive(move || panel.outcome.with(|it| read(it.as_ref().err()?).cloned()))
    };
    let protocols: Vec<_> = PROTOCOLS
        .iter()
        .map(|(word, label, _)| Choice::new(*word, *label))
        .collect();
    let swap = move |()| panel.asked.set(asked.get_untracked().swapped());
    view! {
        <form class="reach-form" aria-label="Question" on:submit=|event| event.prevent_default()>
            <div class="reach-end">
                <Combobox
                    label="From"
                    value=Signal::derive(move || asked.get().from)
                    choices=panel.ends
                    on_commit=set(|asked, text| asked.from = text)
                    error=wrong(|it| if let Wrong::From(why) = it { Some(why) } else { None })
                />
                <UseSelection panel=panel name="start" set=set(|asked, text| asked.from = text) />
            </div>
            <div class="reach-end">
                <Combobox
                    label="To"
                    value=Signal::derive(move || asked.get().to)
                    choices=panel.ends
                    on_commit=set(|asked, text| asked.to = text)
                    error=wrong(|it| if let Wrong::To(why) = it { Some(why) } else { None })
                />
                <UseSelection panel=panel name="end" set=set(|asked, text| asked.to = text) />
            </div>
            <div class="reach-traffic">
                <Select
                    label="Protocol"
                    value=Signal::derive(move || asked.get().protocol)
                    choices=protocols
                    on_change=set(|asked, text| asked.protocol = text)
                />
                <Combobox
                    label="Port"
                    value=Signal::derive(move || {
                        let asked = asked.get();
                        if asked.protocol().has_ports() { asked.port } else { String::new() }
                    })
                    choices=ports()
                    on_commit=set(|asked, text| asked.port = text)
                    error=wrong(|it| if let Wrong::Port(why) = it { Some(why) } else { None })
                    disabled=Signal::derive(move || !asked.read().protocol().has_ports())
                />
            </div>
            <Button label="Swap from and to" look=Look::Quiet size=Size::Small on_press=swap />
        </form>
    }
}

/// Puts what is selected on the canvas into a field.
#[component]
fn UseSelection(panel: Panel, name: &'static str, set: Callback<String>) -> impl IntoView {
    let selected = Memo::new(move |_| {
        let selection = panel.workspace().selection.read();
        let id = selection.only()?.to_string();
        let is_end = panel.ends.read().iter().any(|end| end.value == id);
        is_end.then_some(id)
    });
    view! {
        <IconButton
            label=format!("Use the selection as the {name}")
            glyph=glyphs::POINTER
            look=Look::Plain
            disabled=Signal::derive(move || selected.read().is_none())
            on_press=move |()| {
                if let Some(id) = selected.get_untracked() {
                    set.run(id);
                }
            }
        />
    }
}
