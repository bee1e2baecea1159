//! A property whose value its control cannot show whole: a function, or another
//! form than the usual. Shown as it is written, with what it comes to; edited
//! as JSON.

use drawbridge_core::catalogue::Format;
use drawbridge_core::template::Value;
use leptos::prelude::*;

use super::block_field::ComputedBlock;
use super::compact::{compact, outcome};
use super::field_place::FieldPlace;

/// A value as it is written, and what it comes to.
#[component]
pub(super) fn Computed(place: FieldPlace) -> impl IntoView {
    let written = move || place.value.with(|value| value.as_ref().map(compact));
    let is_function = move || {
        place
            .value
            .with(|value| matches!(value, Some(Value::Function(_))))
    };
    let comes_to = move || {
        if is_function() {
            outcome(&place.evaluated())
        } else {
            "written in another form: edit it as JSON".to_owned()
        }
    };
    let block = matches!(place.format, Format::Ipv4Cidr | Format::Ipv6Cidr)
        .then(|| view! { <ComputedBlock place=place /> });
    view! {
        <div class="ui-field">
            <span class="ui-field-label">{place.label()}</span>
            <code class="inspector-code">{written}</code>
            <span class="ui-field-hint">{comes_to}</span>
        </div>
        {block}
    }
}
