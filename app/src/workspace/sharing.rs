//! Designs in links: one to copy, and one that the page was opened with. What
//! a link means is core's to say.

use drawbridge_core::document::link::{decode, encode, is_link};
use drawbridge_core::document::save;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Workspace, say};
use crate::platform::{address_with, copy_text, drop_fragment, fragment};
use crate::ui::Tone;

/// What a design out of a link is called.
const NAME: &str = "shared";

impl Workspace {
    /// Puts a link to the design on the clipboard.
    pub(crate) fn copy_link(self) {
        let link = match self.committed(encode) {
            Ok(link) => link,
            Err(refusal) => return self.refuse(&refusal),
        };
        let Some(address) = address_with(&link) else {
            return;
        };
        spawn_local(async move {
            if copy_text(&address).await {
                self.tell(
                    Tone::Success,
                    "A link to the design is on the clipboard. The design is in the link itself: it is stored on no server.",
                );
            } else {
                self.tell(
                    Tone::Warning,
                    "The browser did not allow copying: save the design and send the file instead.",
                );
            }
        });
    }

    /// Takes the link that stands in the page's address, if there is one. Opens its design, or
    /// asks first where another one would be lost by that.
    pub(crate) fn take_link(self) {
        let fragment = fragment();
        if !is_link(&fragment) {
            return;
        }
        drop_fragment();
        match decode(&fragment) {
            Ok(opened) => {
                let now = self.committed(save);
                let is_empty = self.committed(|document| document.template.resources.is_empty());
                if is_empty || save(&opened.document) == now {
                    self.replace(NAME, opened.document);
                } else {
                    self.shared.set(Some(opened.document));
                }
            }
            Err(refusal) => self.tell(Tone::Error, say(&refusal.0)),
        }
    }

    /// Opens the design of a link in place of this one.
    pub(crate) fn open_shared(self) {
        if let Some(document) = self.shared.try_update(Option::take).flatten() {
            self.replace(NAME, document);
        }
    }

    /// From now on, a link that is put into the address of the open page is taken too.
    pub(super) fn listen_to_links(self) {
        let changed = window_event_listener_untyped("hashchange", move |_| self.take_link());
        on_cleanup(move || changed.remove());
    }
}
