//! A design: a template and where it is drawn, and how it changes.
//!
//! A command makes a [`Change`] from a [`Draft`]; a [`Session`] applies,
//! previews, undoes and redoes changes and is the only thing that mutates.
//! Knows nothing of what resources mean.

mod change;
mod draft;
mod file;
mod layout;
pub mod link;
mod session;
mod variants;

use std::sync::Arc;

pub use change::{Change, Placed, Stale, Touch, Touched};
pub use draft::Draft;
pub use file::{Opened, export, open, save};
pub use layout::{Layout, REGION};
pub use session::Session;
pub use variants::Variants;

use crate::message::Message;
use crate::template::{Setting, Template};

/// A design.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What is built. What it says of layout is taken out of its `Metadata`.
    pub template: Template,
    /// Where it is drawn. Shared, since most copies of a document keep it.
    pub layout: Arc<Layout>,
}

/// Why a command cannot be carried out: what, why, and what to do instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refusal(pub Message);

impl Refusal {
    /// A refusal in a sentence without arguments.
    pub fn new(sentence: &'static str) -> Self {
        Self(Message::new(sentence))
    }
}

impl From<Message> for Refusal {
    fn from(message: Message) -> Self {
        Self(message)
    }
}

impl Document {
    /// A design with nothing in it.
    pub fn empty() -> Self {
        Self {
            template: Template::empty(),
            layout: Arc::default(),
        }
    }

    /// What the template leaves open, as far as the layout says it: region,
    /// account, and the values of the chosen variant.
    pub fn setting(&self) -> Setting {
        let mut setting = Setting::default();
        if let Some(region) = &self.layout.region {
            setting.region.clone_from(region);
        }
        if let Some(account) = &self.layout.account {
            setting.account.clone_from(account);
        }
        if let Some(values) = self.layout.variants.values() {
            setting.variant.clone_from(&self.layout.variants.chosen);
            setting.parameters.clone_from(values);
        }
        setting
    }
}
