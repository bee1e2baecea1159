//! The browser's own database: the design that was last worked on.

use js_sys::{Object, Reflect};
use rexie::{ObjectStore, Rexie, TransactionMode};
use wasm_bindgen::JsValue;

const DATABASE: &str = "drawbridge";
const STORE: &str = "designs";
const CURRENT: &str = "current";

/// A design as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stored {
    /// The name of its file.
    pub(crate) name: String,
    /// Its text, layout included.
    pub(crate) text: String,
}

/// The design that was last worked on; `None` where there is none, or where
/// the browser keeps nothing.
pub(crate) async fn load_design() -> Option<Stored> {
    let database = open().await.ok()?;
    let transaction = database
        .transaction(&[STORE], TransactionMode::ReadOnly)
        .ok()?;
    let store = transaction.store(STORE).ok()?;
    let record = store.get(JsValue::from_str(CURRENT)).await.ok()??;
    let field = |key: &str| {
        Reflect::get(&record, &JsValue::from_str(key))
            .ok()?
            .as_string()
    };
    Some(Stored {
        name: field("name")?,
        text: field("text")?,
    })
}

/// Keeps a design in place of the one before. `false` where the browser keeps
/// nothing, as in some private windows.
pub(crate) async fn store_design(stored: &Stored) -> bool {
    try_store(stored).await.is_ok()
}

async fn try_store(stored: &Stored) -> rexie::Result<()> {
    let record = Object::new();
    for (key, value) in [("name", &stored.name), ("text", &stored.text)] {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&record, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.store(STORE)?;
    store
        .put(&record.into(), Some(&JsValue::from_str(CURRENT)))
        .await?;
    transaction.done().await.map(drop)
}

/// Where a design waits whose writing was cut off.
const CUT_OFF: [&str; 2] = ["drawbridge-cut-off-name", "drawbridge-cut-off-text"];

/// Keeps a design while the page is being left, when there is no time for the
/// database: small, but written before this returns.
pub(crate) fn store_cut_off(stored: &Stored) {
    let Some(storage) = local() else { return };
    for (key, value) in CUT_OFF.into_iter().zip([&stored.name, &stored.text]) {
        // Refused for lack of room: then what the database has is all there is.
        let _ = storage.set_item(key, value);
    }
}

/// The design that was being written when the page was last left, which then
/// is newer than the database's.
pub(crate) fn take_cut_off() -> Option<Stored> {
    let storage = local()?;
    let [name, text] = CUT_OFF.map(|key| {
        let value = storage.get_item(key).ok().flatten();
        // Refused only where nothing is kept.
        let _ = storage.remove_item(key);
        value
    });
    Some(Stored {
        name: name?,
        text: text?,
    })
}

fn local() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

async fn open() -> rexie::Result<Rexie> {
    Rexie::builder(DATABASE)
        .version(1)
        .add_object_store(ObjectStore::new(STORE))
        .build()
        .await
}
