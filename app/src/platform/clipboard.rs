//! The clipboard.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, Event};

/// Copies a text. `false` where the browser does not allow it.
pub(crate) async fn copy_text(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    JsFuture::from(window.navigator().clipboard().write_text(text))
        .await
        .is_ok()
}

/// The text of a paste; `None` if what is pasted is no text.
pub(crate) fn clipboard_text(event: &Event) -> Option<String> {
    let event = event.dyn_ref::<ClipboardEvent>()?;
    let text = event.clipboard_data()?.get_data("text/plain").ok()?;
    (!text.is_empty()).then_some(text)
}

/// Puts a text on the clipboard, in a copy or a cut. `false` where the browser
/// does not allow it.
pub(crate) fn put_on_clipboard(event: &Event, text: &str) -> bool {
    let clipboard = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data);
    clipboard.is_some_and(|clipboard| clipboard.set_data("text/plain", text).is_ok())
}
