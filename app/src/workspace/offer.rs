//! What can be placed: a kind of the catalogue, or any other type of AWS's.
//! Knows how it is called and drawn, not where it goes.

use drawbridge_core::catalogue::{Entry, Form, Variant};

/// The drawing of a type without an entry.
const PLAIN: &str = include_str!("../../../core/src/catalogue/icons/unknown.svg");

/// Something that can be placed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Offer {
    /// The type's name.
    pub(crate) kind: String,
    /// Its name for people.
    pub(crate) label: String,
    /// What it is for.
    pub(crate) summary: &'static str,
    /// Its drawing.
    pub(crate) icon: &'static str,
    /// The name of its category's color.
    pub(crate) color: &'static str,
    /// Which form of its kind it is, where there are several.
    pub(crate) variant: Option<&'static Variant>,
}

impl Offer {
    /// A kind of the catalogue, or a form of it.
    pub(crate) fn of(form: Form) -> Self {
        Self {
            kind: form.entry.kind.to_owned(),
            label: form.label().to_owned(),
            summary: form.summary(),
            icon: form.icon(),
            color: form.entry.category.color(),
            variant: form.variant,
        }
    }

    /// A kind of the catalogue, whatever its form.
    pub(crate) fn of_kind(entry: &'static Entry) -> Self {
        Self::of(Form {
            entry,
            variant: None,
        })
    }

    /// Any type, as a plain box. Called by its name without `AWS::`.
    pub(crate) fn plain(kind: &str) -> Self {
        Self {
            kind: kind.to_owned(),
            label: kind.strip_prefix("AWS::").unwrap_or(kind).to_owned(),
            summary: "A plain box with every property that AWS's data lists.",
            icon: PLAIN,
            color: "general",
            variant: None,
        }
    }
}
