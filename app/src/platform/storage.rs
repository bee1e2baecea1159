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

async fn open() -> rexie::Result<Rexie> {
    Rexie::builder(DATABASE)
        .version(1)
        .add_object_store(ObjectStore::new(STORE))
        .build()
        .await
}
