//! Texts that explain, which core leaves out of the app: fetched from beside it
//! when the first of a file is to be shown. Knows no text.

use std::sync::Arc;

use drawbridge_core::template::{Map, Value, value_of_json};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::fetch_text;

const COMING: &str = "Loading the explanation.";
const MISSING: &str =
    "The explanation could not be loaded. Check the connection, then open this again.";

/// A file of texts. Copied freely.
#[derive(Clone, Copy)]
pub(crate) struct Prose {
    address: &'static str,
    told: RwSignal<Told>,
}

#[derive(Clone, Debug, Default)]
enum Told {
    #[default]
    Unasked,
    Coming,
    Missing,
    Here(Arc<Map>),
}

impl Prose {
    pub(super) fn at(address: &'static str) -> Self {
        Self {
            address,
            told: RwSignal::default(),
        }
    }

    /// Fetches the file, unless it is here or on its way.
    pub(crate) fn ask(self) {
        if let Told::Coming | Told::Here(_) = *self.told.read_untracked() {
            return;
        }
        self.told.set(Told::Coming);
        spawn_local(async move {
            let text = fetch_text(self.address).await;
            self.told.set(read(text.as_deref().unwrap_or_default()));
        });
    }

    /// The text of a key below a name, or the sentence to show in its place;
    /// tracked. An empty text is none.
    pub(crate) fn text(self, name: &str, key: &str) -> Result<String, &'static str> {
        match &*self.told.read() {
            Told::Unasked | Told::Coming => Err(COMING),
            Told::Missing => Err(MISSING),
            Told::Here(texts) => find(texts, name, key).ok_or(MISSING),
        }
    }
}

fn read(text: &str) -> Told {
    match value_of_json(text) {
        Some(Value::Map(texts)) => Told::Here(Arc::new(texts)),
        _ => Told::Missing,
    }
}

fn find(texts: &Map, name: &str, key: &str) -> Option<String> {
    let text = texts.get(name)?.as_map()?.get(key)?.as_text()?;
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_that_come_with_the_app_are_found_by_rule_and_by_field() {
        let of = |text: &str, name: &str, key: &str| match read(text) {
            Told::Here(texts) => find(&texts, name, key),
            _ => None,
        };
        let rules = include_str!("../../../public/prose/rules.json");
        for rule in drawbridge_core::rules::all() {
            assert!(of(rules, rule.id, "why").is_some(), "{}", rule.id);
        }
        let fields = include_str!("../../../public/prose/fields.json");
        assert!(of(fields, "AWS::EC2::Subnet", "CidrBlock").is_some());
        assert!(of("no answer of ours", "AWS::EC2::Subnet", "CidrBlock").is_none());
    }
}
