//! The text that a template was read from, with the place of everything in it.
//! Knows no format: a reader of a format makes it.

use super::{Format, LineIndex, Map, Position, PropertyPath, Span, Step, Value};

/// A text as it was read: what it says, and where it says it.
#[derive(Debug)]
pub struct Source {
    /// The text, byte for byte.
    pub text: String,
    /// The format that it is written in.
    pub format: Format,
    /// The places of the values.
    pub root: Node,
    /// What the text says, `root`'s value.
    pub value: Value,
    /// The starts of its lines.
    pub lines: LineIndex,
}

/// The place of a value, and of the values inside it.
#[derive(Clone, Debug)]
pub struct Node {
    /// From its first to behind its last byte, a tag and an anchor included.
    pub span: Span,
    /// Where it begins behind its tag and anchor.
    pub body: usize,
    /// How it is written.
    pub form: Form,
    /// The number of the anchor that names it for aliases.
    pub anchor: Option<u32>,
    /// What is inside.
    pub inside: Inside,
}

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In brackets, or a scalar of JSON.
    Flow,
    /// By indentation; a text as `|` or `>` has it.
    Block,
    /// An entry without braces in a list: `[a: b]`.
    Pair,
    /// A scalar without quotes, or nothing at all.
    Plain,
    /// A text in single quotes.
    Single,
    /// A text in double quotes.
    Double,
    /// A call in its short form: one entry whose key is the tag.
    Tagged,
    /// An alias of the anchor of a number.
    Alias(u32),
}

/// What is inside a node.
#[derive(Clone, Debug)]
pub enum Inside {
    /// Nothing with a place of its own.
    Nothing,
    /// The elements of a list.
    List(Vec<Node>),
    /// The entries of a mapping in the order of the text, a key that stands
    /// twice twice.
    Map(Vec<Entry>),
}

/// An entry of a mapping.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// The place of the key, quotes included.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

impl Node {
    /// The node of one step inwards; of a key that stands twice, the last.
    pub fn child(&self, step: &Step) -> Option<&Node> {
        match (&self.inside, step) {
            (Inside::Map(entries), Step::Key(key)) => entries
                .iter()
                .rev()
                .find(|entry| entry.key == *key)
                .map(|entry| &entry.value),
            (Inside::List(nodes), Step::Index(index)) => nodes.get(*index),
            _ => None,
        }
    }

    /// The entry of a key, the last if it stands twice.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        match &self.inside {
            Inside::Map(entries) => entries.iter().rev().find(|entry| entry.key == key),
            _ => None,
        }
    }
}

/// The way from a resource to its properties.
fn properties() -> Step {
    Step::Key("Properties".to_owned())
}

/// The span of the last name or element on a way that the text has.
fn entry_span(mut node: &Node, way: &[Step]) -> Option<Span> {
    let mut found = None;
    for step in way {
        let Some(child) = node.child(step) else { break };
        let entry = match step {
            Step::Key(key) => node.entry(key).map(|entry| entry.key_span),
            Step::Index(_) => None,
        };
        found = entry.or(Some(child.span));
        node = child;
    }
    found
}

impl Source {
    /// The place of a byte.
    pub fn position(&self, byte: usize) -> Position {
        self.lines.position(&self.text, byte)
    }

    /// The node of a resource: the whole of its entry's value.
    pub fn resource(&self, id: &str) -> Option<&Entry> {
        self.root
            .child(&Step::Key("Resources".to_owned()))?
            .entry(id)
    }

    /// The span of a property of a resource, or of the nearest thing around
    /// it that the text has: a parent of the path, else the resource's name.
    pub fn property_span(&self, id: &str, path: &PropertyPath) -> Option<Span> {
        let resource = self.resource(id)?;
        let mut node = resource.value.child(&properties());
        let mut found = match node {
            // What stands behind an anchor is not here: the alias is.
            Some(node) if !path.is_root() && matches!(node.form, Form::Alias(_)) => node.span,
            _ => resource.key_span,
        };
        for step in path.steps() {
            let Some(child) = node.and_then(|node| node.child(step)) else {
                break;
            };
            node = Some(child);
            found = child.span;
        }
        Some(found)
    }

    /// The span of the name of a property of a resource, or of the nearest
    /// thing around it that the text has.
    pub fn property_name_span(&self, id: &str, path: &PropertyPath) -> Option<Span> {
        let resource = self.resource(id)?;
        let named = resource.value.child(&properties());
        let named = named.and_then(|node| entry_span(node, path.steps()));
        named.or_else(|| self.property_span(id, path))
    }

    /// The span of the name, or of the list's element, at a path from the top of
    /// the template, or of the nearest thing around it that the text has.
    pub fn entry_span(&self, path: &PropertyPath) -> Span {
        entry_span(&self.root, path.steps()).unwrap_or(self.root.span)
    }

    /// The name of the resource whose entry covers a byte, and the path inside
    /// its properties as far as it goes.
    pub fn resource_at(&self, byte: usize) -> Option<(&str, PropertyPath)> {
        let resources = self.root.child(&Step::Key("Resources".to_owned()))?;
        let Inside::Map(entries) = &resources.inside else {
            return None;
        };
        let covers = |span: Span| span.start <= byte && byte <= span.end;
        let entry = entries.iter().find(|entry| {
            covers(Span {
                start: entry.key_span.start,
                end: entry.value.span.end,
            })
        })?;
        let mut path = PropertyPath::root();
        let mut node = entry.value.child(&Step::Key("Properties".to_owned()));
        while let Some(inside) = node.take() {
            match &inside.inside {
                Inside::Map(entries) => {
                    let entry = entries.iter().find(|entry| {
                        covers(Span {
                            start: entry.key_span.start,
                            end: entry.value.span.end,
                        })
                    });
                    if let Some(entry) = entry {
                        path = path.key(&entry.key);
                        node = Some(&entry.value);
                    }
                }
                Inside::List(nodes) => {
                    if let Some(index) = nodes.iter().position(|node| covers(node.span)) {
                        path = path.index(index);
                        node = nodes.get(index);
                    }
                }
                Inside::Nothing => {}
            }
        }
        Some((&entry.key, path))
    }

    /// The top level of the text.
    pub fn sections(&self) -> Option<&Map> {
        self.value.as_map()
    }
}
