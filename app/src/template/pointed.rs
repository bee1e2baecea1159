//! A property that something else points at, such as a finding, for the
//! template panel to show. Knows nobody who points.

use drawbridge_core::template::{LogicalId, PropertyPath};
use leptos::prelude::*;

/// A resource's property; the root for the whole resource.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PointedAt {
    /// The resource.
    pub(crate) resource: LogicalId,
    /// The property.
    pub(crate) path: PropertyPath,
}

impl PointedAt {
    /// Makes the signal and provides it to everything below.
    pub(crate) fn provide() -> RwSignal<Option<Self>> {
        let pointed = RwSignal::new(None);
        provide_context(pointed);
        pointed
    }

    /// The signal provided above; one that nobody sees if there is none.
    pub(crate) fn here() -> RwSignal<Option<Self>> {
        use_context().unwrap_or_else(|| RwSignal::new(None))
    }
}
