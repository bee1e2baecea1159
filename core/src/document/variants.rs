//! Named sets of values for the parameters of a template, such as dev and prod,
//! and their form in the file. Does not know which parameters there are.

use indexmap::IndexMap;

use crate::template::{Map, Value};

/// The variants of a design, in the order in which they were made, and the one
/// that is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variants {
    /// The values of each variant: parameter and value as text. A parameter that
    /// is not there has its default.
    pub all: IndexMap<String, IndexMap<String, String>>,
    /// The variant that counts; `None` where the defaults do. It is one of them.
    pub chosen: Option<String>,
}

impl Variants {
    /// The values that count, if a variant is chosen.
    pub fn values(&self) -> Option<&IndexMap<String, String>> {
        self.all.get(self.chosen.as_ref()?)
    }

    /// Whether there is anything to save.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.chosen.is_none()
    }

    /// Reads variants from a mapping of mappings. What is no scalar is left out.
    pub(super) fn read(&mut self, all: &Map) {
        let variants = all.iter().filter_map(|(name, values)| {
            let values = values.as_map()?.iter();
            let values = values.filter_map(|(key, it)| Some((key.clone(), it.as_scalar_text()?)));
            Some((name.clone(), values.collect()))
        });
        self.all = variants.collect();
    }

    /// Takes back a choice of what is not there.
    pub(super) fn settle(&mut self) {
        self.chosen.take_if(|name| !self.all.contains_key(name));
    }

    /// Adds what is to be saved to our block of the file.
    pub(super) fn write(&self, map: &mut Map) {
        if !self.all.is_empty() {
            let all = self.all.iter().map(|(name, values)| {
                let values = values.iter();
                let values = values.map(|(key, text)| (key.clone(), text.as_str().into()));
                (name.clone(), Value::Map(values.collect()))
            });
            map.insert("Variants".to_owned(), Value::Map(all.collect()));
        }
        if let Some(chosen) = &self.chosen {
            map.insert("Variant".to_owned(), chosen.as_str().into());
        }
    }
}
