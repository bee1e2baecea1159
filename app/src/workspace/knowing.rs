//! What is known of AWS's types: fetched from beside the app, the types of the
//! catalogue with the first resource of a design, all others when a design or a
//! search needs them.

use drawbridge_core::document::Document;
use drawbridge_core::schema::Schemas;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Workspace;
use crate::platform::fetch_text;
use crate::ui::Tone;

const CURATED: &str = "schema/curated.json";
const FURTHER: &str = "schema/further.json";
const NAMES: &str = "schema/kinds.txt";

/// What was asked for already. What could not be fetched may be asked for again.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asked {
    catalogue: bool,
    names: bool,
    further: bool,
}

impl Workspace {
    /// Fetches what the kinds of the catalogue are made of, and what their
    /// fields are for: somebody is about to look at one.
    fn know_catalogue(self) {
        if !self.asked.with_value(|asked| asked.catalogue) {
            self.asked.update_value(|asked| asked.catalogue = true);
            self.field_texts.ask();
            // Not asked for again when it cannot be had: every step would say so.
            self.fetch(CURATED, Schemas::with, |_, _| {});
        }
    }

    /// Fetches the names of all types, for search.
    pub(crate) fn know_names(self) {
        if !self.asked.with_value(|asked| asked.names) {
            self.asked.update_value(|asked| asked.names = true);
            self.fetch(NAMES, Schemas::with_names, |asked, is_here| {
                asked.names = is_here;
            });
        }
    }

    /// Fetches what all other types are made of.
    pub(crate) fn know_further(self) {
        if !self.asked.with_value(|asked| asked.further) {
            self.asked.update_value(|asked| asked.further = true);
            self.know_names();
            self.fetch(FURTHER, Schemas::with, |asked, is_here| {
                asked.further = is_here;
            });
        }
    }

    /// Fetches what the types of a design are made of, if that is not known.
    pub(super) fn know_types_of(self, document: &Document) {
        if document.template.resources.is_empty() {
            return;
        }
        self.know_catalogue();
        let is_open = self.schemas.with_untracked(|schemas| {
            // Before those of the catalogue are here nothing can be told.
            !schemas.is_empty()
                && document.template.resources.values().any(|resource| {
                    let kind = resource.kind().as_str();
                    kind.starts_with("AWS::") && !schemas.knows(kind)
                })
        });
        if is_open {
            self.know_further();
        }
    }

    fn fetch(
        self,
        address: &'static str,
        with: fn(&Schemas, &str) -> Schemas,
        done: fn(&mut Asked, bool),
    ) {
        spawn_local(async move {
            let text = fetch_text(address).await;
            self.asked.update_value(|asked| done(asked, text.is_some()));
            match text {
                Some(text) => {
                    self.schemas.update(|schemas| *schemas = with(schemas, &text));
                    self.check_soon();
                }
                None => self.tell(
                    Tone::Warning,
                    "What AWS says of its types could not be fetched, so properties are not checked against it. Reload the page to try again.",
                ),
            }
        });
    }
}
