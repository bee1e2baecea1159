//! What comes with the app, fetched from beside it.

use js_sys::{JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// A sample design, as its list describes it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SampleCard {
    /// Its file, beside the list.
    pub(crate) file: String,
    /// Its name.
    pub(crate) title: String,
    /// What it is.
    pub(crate) summary: String,
    /// What it teaches.
    pub(crate) teaches: String,
    /// Whether it has mistakes on purpose.
    pub(crate) shows_findings: bool,
}

/// The text at an address beside the page; `None` if it is not to be had.
pub(crate) async fn fetch_text(address: &str) -> Option<String> {
    let response = JsFuture::from(web_sys::window()?.fetch_with_str(address))
        .await
        .ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?)
        .await
        .ok()?
        .as_string()
}

/// Reads the list of samples.
pub(crate) fn sample_cards(text: &str) -> Option<Vec<SampleCard>> {
    let list: js_sys::Array = JSON::parse(text).ok()?.dyn_into().ok()?;
    list.iter().map(|card| read_card(&card)).collect()
}

fn read_card(card: &JsValue) -> Option<SampleCard> {
    let field = |key: &str| Reflect::get(card, &JsValue::from_str(key)).ok();
    let text = |key: &str| field(key)?.as_string();
    Some(SampleCard {
        file: text("file")?,
        title: text("title")?,
        summary: text("summary")?,
        teaches: text("teaches")?,
        shows_findings: field("findings")?.as_bool()?,
    })
}
