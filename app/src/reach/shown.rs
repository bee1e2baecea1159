//! The path that an answer takes, for the canvas to draw. Knows neither the
//! question nor the panel.

use drawbridge_core::template::LogicalId;
use leptos::prelude::*;

/// The resources that a packet passes, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ShownPath {
    /// Where the packet is, hop by hop; each once in a row.
    pub(crate) hops: Vec<LogicalId>,
    /// What stops it, if something does.
    pub(crate) blocked_at: Option<LogicalId>,
}

impl ShownPath {
    /// Makes the signal and provides it to everything below.
    pub(crate) fn provide() -> RwSignal<Option<Self>> {
        let shown = RwSignal::new(None);
        provide_context(shown);
        shown
    }

    /// The signal provided above; one that nobody sees if there is none.
    pub(crate) fn here() -> RwSignal<Option<Self>> {
        use_context().unwrap_or_else(|| RwSignal::new(None))
    }
}
