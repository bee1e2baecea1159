//! The fields of the question. Every change is asked at once.

use drawbridge_core::network::Family;
use leptos::prelude::*;

use super::asking::{Asked, FAMILIES, PROTOCOLS, Which, Wrong, services};
use super::{Panel, proposed};
use crate::ui::{Button, Choice, Combobox, IconButton, Look, Select, Size, glyphs};

/// From, to, protocol, port and family.
#[component]
pub(super) fn Form(panel: Panel) -> impl IntoView {
    let reaching = panel.reaching;
    let asked = Memo::new(move |_| proposed(reaching.asked.get(), &reaching.ends.read()));
    let set = move |write: fn(&mut Asked, String)| {
        Callback::new(move |text: String| {
            reaching.asked.update(|asked| write(asked, text));
        })
    };
    let wrong = move |read: fn(&Wrong) -> Option<&String>| {
        Signal::derive(move || panel.outcome.with(|it| read(it.as_ref().err()?).cloned()))
    };
    let protocols: Vec<_> = PROTOCOLS
        .iter()
        .map(|(word, label, _)| Choice::new(*word, *label))
        .collect();
    let families: Vec<_> = FAMILIES
        .iter()
        .map(|(word, _)| Choice::new(*word, *word))
        .collect();
    let family = Signal::derive(move || asked.get().family.to_string());
    let set_family = set(|asked, text| {
        let known = FAMILIES.iter().find(|(word, _)| *word == text);
        asked.family = known.map_or(Family::V4, |(_, family)| *family);
    });
    let swap = move |()| reaching.asked.set(asked.get_untracked().swapped());
    view! {
        <form class="reach-form" aria-label="Question" on:submit=|event| event.prevent_default()>
            <div class="reach-end">
                <Combobox
                    label="From"
                    value=Signal::derive(move || asked.get().from)
                    choices=reaching.ends
                    on_commit=set(|asked, text| asked.from = text)
                    error=wrong(|it| if let Wrong::From(why) = it { Some(why) } else { None })
                    placeholder="Name or kind"
                />
                <Pick panel=panel which=Which::From />
            </div>
            <div class="reach-end">
                <Combobox
                    label="To"
                    value=Signal::derive(move || asked.get().to)
                    choices=reaching.ends
                    on_commit=set(|asked, text| asked.to = text)
                    error=wrong(|it| if let Wrong::To(why) = it { Some(why) } else { None })
                    placeholder="Name or kind"
                />
                <Pick panel=panel which=Which::To />
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
                    choices=services()
                    on_commit=set(|asked, text| asked.serve(&text))
                    error=wrong(|it| if let Wrong::Port(why) = it { Some(why) } else { None })
                    disabled=Signal::derive(move || !asked.read().protocol().has_ports())
                />
                <Select label="Family" value=family choices=families on_change=set_family />
            </div>
            <Button label="Swap from and to" look=Look::Quiet size=Size::Small on_press=swap />
        </form>
    }
}

/// Begins to pick an end on the canvas.
#[component]
fn Pick(panel: Panel, which: Which) -> impl IntoView {
    let reaching = panel.reaching;
    let (name, key) = match which {
        Which::From => ("Pick the start on the canvas", "F"),
        Which::To => ("Pick the end on the canvas", "T"),
    };
    view! {
        <IconButton
            label=name
            glyph=glyphs::POINTER
            look=Look::Plain
            shortcut=key
            pressed=Signal::derive(move || Some(reaching.picking.get() == Some(which)))
            on_press=move |()| reaching.pick(which)
        />
    }
}
