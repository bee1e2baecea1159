//! How a kind stands to others: what it lives in, belongs to, joins and points
//! at. Names of properties and kinds; reads no template.

use super::Grant;

/// What a kind may live in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Home {
    /// The property that says so; `*` stands for every place of a list.
    pub property: &'static str,
    /// The kind that the property names.
    pub kind: &'static str,
    /// Where it stands, seen from what the property names.
    pub position: Position,
    /// Whether a new one cannot do without it, though `CloudFormation` does not
    /// want the property in every form of the kind.
    pub is_needed: bool,
}

impl Home {
    /// Inside what the property names.
    pub const fn inside(property: &'static str, kind: &'static str) -> Self {
        Self {
            property,
            kind,
            position: Position::Inside,
            is_needed: false,
        }
    }

    /// Beside what the property names, in the same container.
    pub const fn beside(property: &'static str, kind: &'static str) -> Self {
        Self {
            property,
            kind,
            position: Position::Beside,
            is_needed: false,
        }
    }

    /// Without which none is placed.
    #[must_use]
    pub const fn needed(self) -> Self {
        Self {
            is_needed: true,
            ..self
        }
    }
}

/// Where something stands, seen from the resource that its home names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// Inside it.
    Inside,
    /// Beside it, in the same container: a load balancer stands beside its
    /// subnets, in their VPC.
    Beside,
}

/// What a row belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// What a property of the row names.
    Named {
        /// The property; `*` stands for every place of a list.
        property: &'static str,
        /// The kind that it names.
        kind: &'static str,
    },
    /// What names the row by a property of its own.
    Naming {
        /// The kind of the owner.
        kind: &'static str,
        /// The owner's property.
        property: &'static str,
    },
}

/// What an arrow joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// Where it may start.
    pub from: &'static [End],
    /// Where it may end.
    pub to: &'static [End],
    /// What it says, in a verb: "attaches to".
    pub verb: &'static str,
    /// The property written beside the line, if any.
    pub caption: Option<&'static str>,
    /// Whether it is drawn only for what is selected, since there are many.
    pub overlay: bool,
}

/// An end of an arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// The property of the arrow that names the end; `*` stands for every
    /// place of a list.
    pub property: &'static str,
    /// The kind that may be named.
    pub kind: &'static str,
    /// The attribute by which it is named; `None` for `Ref`.
    pub attribute: Option<&'static str>,
    /// Texts that are written along with it: `Protocol` is `sqs` when a
    /// subscription ends at a queue.
    pub with: With,
    /// What the line needs beside itself.
    pub grants: &'static [Grant],
}

/// Properties and the texts that are written into them when a line is drawn.
/// A `*` stands for the same place of the list as in the line's property, and
/// `{n}` in a text for that place's number, from 1. A text that begins with `@`
/// is an attribute of what the line ends at: `@LatestVersionNumber`. An object,
/// a list or a whole number is written as JSON, with names as in a [`Grant`].
/// For a link, a text that begins with `=` is a copy of a property of its start,
/// and `null` takes the property away.
pub type With = &'static [(&'static str, &'static str)];

impl End {
    /// An end named by `Ref`.
    pub const fn new(property: &'static str, kind: &'static str) -> Self {
        Self {
            property,
            kind,
            attribute: None,
            with: &[],
            grants: &[],
        }
    }

    /// Named by an attribute instead.
    #[must_use]
    pub const fn by(self, attribute: &'static str) -> Self {
        Self {
            attribute: Some(attribute),
            ..self
        }
    }

    /// With texts that are written along.
    #[must_use]
    pub const fn with(self, with: With) -> Self {
        Self { with, ..self }
    }

    /// With what the line needs beside itself.
    #[must_use]
    pub const fn grants(self, grants: &'static [Grant]) -> Self {
        Self { grants, ..self }
    }
}

/// A property of a box that names another and is drawn as a line to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The property; `*` stands for every place of a list.
    pub property: &'static str,
    /// The kind that is named.
    pub kind: &'static str,
    /// The attribute by which it is named; `None` for `Ref`.
    pub attribute: Option<&'static str>,
    /// What it says, in a verb: "sends to".
    pub verb: &'static str,
    /// Whether it is drawn only for what is selected, since there are many.
    pub overlay: bool,
    /// Texts that are written along with it, such as the `Id` of a target.
    pub with: With,
    /// What the line needs beside itself.
    pub grants: &'static [Grant],
}

impl Link {
    /// A line, named by `Ref`, that is always drawn.
    pub const fn new(property: &'static str, kind: &'static str, verb: &'static str) -> Self {
        Self {
            property,
            kind,
            attribute: None,
            verb,
            overlay: false,
            with: &[],
            grants: &[],
        }
    }

    /// Named by an attribute instead.
    #[must_use]
    pub const fn by(self, attribute: &'static str) -> Self {
        Self {
            attribute: Some(attribute),
            ..self
        }
    }

    /// Drawn only for what is selected.
    #[must_use]
    pub const fn overlay(self) -> Self {
        Self {
            overlay: true,
            ..self
        }
    }

    /// With texts that are written along.
    #[must_use]
    pub const fn with(self, with: With) -> Self {
        Self { with, ..self }
    }

    /// With what the line needs beside itself.
    #[must_use]
    pub const fn grants(self, grants: &'static [Grant]) -> Self {
        Self { grants, ..self }
    }
}

/// A form of a kind that people know by a name of its own, such as a Network
/// Load Balancer: the palette offers it in place of the kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The property that tells it, such as `Type`.
    pub property: &'static str,
    /// The text that the property has then, such as `network`.
    pub value: &'static str,
    /// Its name for people, in AWS's words.
    pub label: &'static str,
    /// What it is for, in one sentence.
    pub summary: &'static str,
    /// A drawing of 24 by 24, as SVG in `currentColor`.
    pub icon: &'static str,
    /// Its properties over the kind's defaults, as a JSON object in which
    /// `null` takes a default away.
    pub defaults: &'static str,
}
