//! The page's address: what stands behind its `#`, which no server is sent.

use wasm_bindgen::JsValue;

/// What stands behind the `#` of the address; empty without one.
pub(crate) fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    let hash = hash.unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Takes what stands behind the `#` away, without a step in the history, so that a reload does
/// not meet it again.
pub(crate) fn drop_fragment() {
    if let (Some(window), Some(page)) = (web_sys::window(), page())
        && let Ok(history) = window.history()
    {
        // Refused only where the address is not the page's own.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&page));
    }
}

/// The page's address with this behind its `#`.
pub(crate) fn address_with(fragment: &str) -> Option<String> {
    page().map(|page| format!("{page}#{fragment}"))
}

/// The page's address without what stands behind its `#`.
fn page() -> Option<String> {
    let address = web_sys::window()?.location().href().ok()?;
    let page = address.split_once('#').map(|(page, _)| page.to_owned());
    Some(page.unwrap_or(address))
}
