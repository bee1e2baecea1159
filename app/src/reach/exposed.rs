//! What the Internet reaches, at a glance; a press asks how.

use drawbridge_core::network::PortSet;
use drawbridge_core::reach::{Exposure, exposure};
use leptos::prelude::*;

use super::Panel;
use super::asking::{Asked, INTERNET, PROTOCOLS, port_name};
use crate::ui::{Icon, glyphs};

/// The list of what the Internet reaches.
#[component]
pub(super) fn Exposed(panel: Panel) -> impl IntoView {
    let found = Memo::new(move |_| exposure(&panel.lowered.read()));
    let rows = move || {
        let found = found.get();
        if found.is_empty() {
            let calm = "Nothing: no port of this design can be opened from the Internet.";
            return view! { <p class="quiet">{calm}</p> }.into_any();
        }
        let rows = found
            .into_iter()
            .map(|it| view! { <li><Row panel=panel exposure=it /></li> });
        view! { <ul>{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <div class="reach-exposed">
            <h4>"The Internet reaches"</h4>
            {rows}
        </div>
    }
}

#[component]
fn Row(panel: Panel, exposure: Exposure) -> impl IntoView {
    let Exposure {
        resource,
        protocol,
        ports,
    } = exposure;
    let known = PROTOCOLS.iter().find(|(.., known)| *known == protocol);
    let word = known.map_or("all", |(word, ..)| *word);
    let traffic = if protocol.has_ports() {
        format!("{word} {}", range(&ports))
    } else {
        word.to_owned()
    };
    let name = resource.to_string();
    let press = move |_| {
        panel.asked.set(Asked {
            from: INTERNET.to_owned(),
            to: resource.to_string(),
            protocol: word.to_owned(),
            port: ports.lowest().unwrap_or(0).to_string(),
        });
    };
    view! {
        <button type="button" class="reach-exposure" on:click=press>
            <span>{name}</span>
            <code>{traffic}</code>
            <Icon glyph=glyphs::CHEVRON_RIGHT size=14 />
        </button>
    }
}

/// The ports, single ones by name where they have one.
fn range(ports: &PortSet) -> String {
    let intervals = ports.intervals().map(|interval| {
        let (first, last) = (*interval.start(), *interval.end());
        match (first == last, port_name(first)) {
            (true, Some(name)) => format!("{first} {name}"),
            (true, None) => first.to_string(),
            (false, _) => format!("{first}-{last}"),
        }
    });
    intervals.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_ports_have_their_names() {
        let ports = PortSet::single(443).union(&PortSet::from(1024..=2048));
        assert_eq!(range(&ports), "443 HTTPS, 1024-2048");
    }
}
