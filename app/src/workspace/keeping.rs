//! The design survives a reload: every step is written to the browser's
//! database, one write at a time, the last state always. A write that is cut
//! off by leaving the page is made good on the way out.

use drawbridge_core::document::save;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Workspace;
use crate::platform::{Stored, load_design, store_cut_off, store_design, take_cut_off};
use crate::ui::Tone;

/// Whether a write is under way, and whether something came since it began.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Keeping {
    is_writing: bool,
    is_stale: bool,
    was_told: bool,
}

impl Workspace {
    /// Writes the design, at once or when the write under way is done.
    pub(super) fn keep_soon(self) {
        let starts = self.keeping.try_update_value(|keeping| {
            keeping.is_stale = true;
            !std::mem::replace(&mut keeping.is_writing, true)
        });
        if starts == Some(true) {
            spawn_local(self.write());
        }
    }

    async fn write(self) {
        loop {
            let is_stale = self
                .keeping
                .try_update_value(|keeping| std::mem::take(&mut keeping.is_stale));
            if is_stale != Some(true) {
                break;
            }
            let is_kept = store_design(&self.to_store()).await;
            self.is_kept.set(is_kept);
            let first = self.keeping.try_update_value(|keeping| {
                !is_kept && !std::mem::replace(&mut keeping.was_told, true)
            });
            if first == Some(true) {
                self.tell(
                    Tone::Warning,
                    "The browser keeps nothing here, so a reload would lose the design: save it to a file.",
                );
            }
        }
        self.keeping
            .update_value(|keeping| keeping.is_writing = false);
    }

    fn to_store(self) -> Stored {
        Stored {
            name: self.name.get_untracked(),
            text: self.committed(save),
        }
    }

    /// From now on, leaving the page in the middle of a write loses nothing.
    pub(super) fn keep_when_leaving(self) {
        let leaving = window_event_listener_untyped("pagehide", move |_| {
            if self.keeping.with_value(|keeping| keeping.is_writing) {
                store_cut_off(&self.to_store());
            }
        });
        on_cleanup(move || leaving.remove());
    }

    /// Opens the design of last time, if there is one; gives whether.
    pub(crate) async fn restore(self) -> bool {
        if let Some(stored) = take_cut_off()
            && self.open_text(&stored.name, &stored.text)
        {
            return true;
        }
        let Some(stored) = load_design().await else {
            return false;
        };
        self.open_text(&stored.name, &stored.text)
    }
}
