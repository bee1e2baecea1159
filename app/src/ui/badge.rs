//! A small count or word in a color that says how serious it is.

use leptos::prelude::*;

use super::{Glyph, glyphs};

/// How something is meant. Never shown by color alone: a word or a glyph goes with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Neither good nor bad.
    #[default]
    Neutral,
    /// What is chosen or new.
    Accent,
    /// Something that cannot work.
    Error,
    /// Something that works and will be regretted.
    Warning,
    /// Something that could be better.
    Hint,
    /// Something that went well.
    Success,
}

impl Tone {
    /// The name that the style sheet knows.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Accent => "accent",
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
            Self::Success => "success",
        }
    }

    /// The picture that goes with the tone.
    pub(crate) fn glyph(self) -> Glyph {
        match self {
            Self::Neutral | Self::Accent => glyphs::INFO,
            Self::Error => glyphs::ERROR,
            Self::Warning => glyphs::WARNING,
            Self::Hint => glyphs::HINT,
            Self::Success => glyphs::SUCCESS,
        }
    }

    /// The class that colors text and glyph in this tone.
    pub(crate) fn class(self) -> String {
        format!("ui-tone-{}", self.name())
    }
}

/// A count or a word in a pill.
#[component]
pub(crate) fn Badge(
    #[prop(into)] text: Signal<String>,
    #[prop(optional, into)] tone: Signal<Tone>,
) -> impl IntoView {
    view! {
        <span class="ui-badge" data-tone=move || tone.get().name()>
            {text}
        </span>
    }
}
