//! Files that a person picks, drops or takes away.

use js_sys::Array;
use leptos::html::Input;
use leptos::prelude::GetUntracked;
use leptos::prelude::NodeRef;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DragEvent, File, HtmlAnchorElement, Url};

/// A file that was read.
#[derive(Clone, Debug)]
pub(crate) struct Picked {
    /// Its name.
    pub(crate) name: String,
    /// Its text, with what is no UTF-8 replaced; `None` where it is too large
    /// or cannot be read.
    pub(crate) text: Option<String>,
    /// Its size in bytes.
    pub(crate) size: f64,
}

/// The file that an input was given, and the input emptied, so that the same
/// file can be picked again.
pub(crate) fn picked_file(input: NodeRef<Input>) -> Option<File> {
    let input = input.get_untracked()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// The first file that is being dropped.
pub(crate) fn dropped_file(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// Reads a file, unless it is larger than `limit` bytes.
pub(crate) async fn read_file(file: File, limit: usize) -> Picked {
    let (name, size) = (file.name(), file.size());
    #[expect(clippy::cast_precision_loss, reason = "limits are far below 2^52")]
    let fits = size <= limit as f64;
    let text = if fits {
        JsFuture::from(file.text()).await.ok()
    } else {
        None
    };
    Picked {
        name,
        text: text.and_then(|text| text.as_string()),
        size,
    }
}

/// Gives a text as a file to take away. `false` where the browser refuses.
pub(crate) fn offer_download(name: &str, kind: &str, text: &str) -> bool {
    try_download(name, kind, text).is_ok()
}

fn try_download(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    Url::revoke_object_url(&address)
}
