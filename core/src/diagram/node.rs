//! Something with a frame.

use crate::catalogue::{Entry, Form, Variant};
use crate::geometry::Rect;
use crate::template::{LogicalId, TypeName};

/// How a node is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Look {
    /// A frame that holds others, with a header.
    Container,
    /// A box with icon, title and caption.
    Box,
    /// A small box in one line.
    Chip,
}

/// A resource that is drawn with a frame of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The resource.
    pub id: LogicalId,
    /// Its type.
    pub kind: TypeName,
    /// What the catalogue says of the type; `None` for one that it has not.
    pub entry: Option<&'static Entry>,
    /// The variant of the kind that it is.
    pub variant: Option<&'static Variant>,
    /// How it is drawn.
    pub look: Look,
    /// The container that it stands in.
    pub parent: Option<LogicalId>,
    /// What stands in it, in the order of the template.
    pub children: Vec<LogicalId>,
    /// The resources that are rows of it, such as the routes of a table.
    pub rows: Vec<LogicalId>,
    /// Its place, relative to the corner of the parent, in pixels at zoom 1.
    pub frame: Rect,
    /// The tag `Name`, or the logical id.
    pub title: String,
    /// What tells it from its like, such as its CIDR block.
    pub caption: String,
}

impl Node {
    /// What it is under the name that people know; `None` for a type that the
    /// catalogue has not.
    pub fn form(&self) -> Option<Form> {
        let variant = self.variant;
        self.entry.map(|entry| Form { entry, variant })
    }
}
