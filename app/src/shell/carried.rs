//! The kind that is being carried from the palette, under the pointer, with
//! what would come of a drop.

use leptos::prelude::*;

use crate::canvas::Gesture;
use crate::palette::KindTile;
use crate::workspace::say;

#[component]
pub(super) fn Carried() -> impl IntoView {
    let gesture = Gesture::here();
    let offer = Memo::new(move |_| gesture.carried.get().map(|(offer, ..)| offer));
    let place = move || {
        let at = gesture.carried.get().map(|(_, x, y)| (x + 12.0, y + 12.0));
        at.map(|(x, y)| format!("transform: translate({x}px, {y}px)"))
    };
    let refusal = move || {
        let highlight = gesture.landing()?;
        highlight.refusal.as_ref().map(|refusal| say(&refusal.0))
    };
    move || {
        let offer = offer.get()?;
        Some(view! {
            <div class="carried" style=place aria-hidden="true">
                <span class="carried-kind">
                    <KindTile offer=offer.clone() />
                    {offer.label}
                </span>
                {move || refusal().map(|text| view! { <span class="carried-refusal">{text}</span> })}
            </div>
        })
    }
}
