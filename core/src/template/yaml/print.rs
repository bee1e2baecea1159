//! A changed template as YAML: the text that was read, with splices where a
//! value differs. What is printed is read again: if it should not say what
//! the template says, more of it is printed anew, in the end all.

use super::anchors::{self, Aliases};
use super::anew::{Place, Sign};
use super::fresh;
use super::pairing::Pairing;
use super::splice::Splices;
use super::style::{Quote, Style};
use super::{block, flow, tag};
use crate::template::function::normalize;
use crate::template::source::{Entry, Form, Inside, Node};
use crate::template::{Source, Value, read};

/// The text of a template that was read from YAML and says `value` now.
pub(in crate::template) fn print_yaml(source: &Source, mut value: Value) -> String {
    // A value that no text says would be looked for in vain, and a text may be one call.
    normalize(&mut value);
    if source.value == value {
        return source.text.clone();
    }
    let value = &value;
    // Which aliases are written out, and around which level values are printed
    // anew as a whole: from nothing lost to nothing kept.
    let never = usize::MAX;
    let changed = anchors::changed(&source.root, &source.value, value);
    let attempts = [
        (never, Aliases::Of(&changed)),
        (never, Aliases::All),
        (6, Aliases::All),
        (4, Aliases::All),
        (2, Aliases::All),
        (1, Aliases::All),
    ];
    for (coarse, aliases) in attempts {
        let mut printer = Printer {
            text: &source.text,
            splices: Splices::default(),
            around: Vec::new(),
            coarse,
            aliases,
        };
        printer.value(
            &source.root,
            &source.value,
            value,
            Place::root(&source.root),
        );
        let text = printer.splices.apply(&source.text);
        // A text without a line end at its end gets none, unless a text in a block needs it.
        if !source.text.ends_with('\n') && text.ends_with('\n') {
            let shorter = text.trim_end_matches(['\r', '\n']);
            if says(shorter, value) {
                return shorter.to_owned();
            }
        }
        if says(&text, value) {
            return text;
        }
    }
    fresh_yaml(value, Style::near(&source.text, &[&source.root]))
}

/// A whole template as YAML, nothing copied.
pub(in crate::template) fn fresh_yaml(value: &Value, style: Style) -> String {
    let text = value.as_map().map(|map| fresh::document(map, style));
    // JSON is YAML too, for what the writer should not know.
    text.filter(|text| says(text, value))
        .unwrap_or_else(|| crate::template::pretty(value) + "\n")
}

/// Whether a text is read as a template of a value.
fn says(text: &str, value: &Value) -> bool {
    read(text).is_ok_and(|reading| reading.template.to_value() == *value)
}

pub(super) struct Printer<'a> {
    pub(super) text: &'a str,
    pub(super) splices: Splices,
    /// The nodes that the current one is in, outermost first.
    pub(super) around: Vec<&'a Node>,
    coarse: usize,
    aliases: Aliases<'a>,
}

impl<'a> Printer<'a> {
    /// Splices what differs between a value as it was read and as it is now.
    pub(super) fn value(&mut self, node: &'a Node, old: &Value, new: &Value, place: Place) {
        if old == new && !self.aliases.stand_in(node) {
            return;
        }
        if self.around.len() >= self.coarse {
            return self.anew(node, new, place);
        }
        if self.has_stale_merge(node, old) {
            return self.anew(node, new, place);
        }
        self.around.push(node);
        let done = match (&node.inside, node.form) {
            (Inside::Map(entries), Form::Tagged) => match entries.first() {
                Some(entry) => self.argument(
                    &entry.key,
                    entry.key_span.end,
                    &entry.value,
                    old,
                    new,
                    place,
                ),
                None => false,
            },
            (Inside::Map(read), form) => match (same_call(old, new), entries(old), entries(new)) {
                (true, Some(old), Some(new)) if !new.is_empty() && !read.is_empty() => match form {
                    Form::Block => block::map(self, read, &old, &new),
                    Form::Flow => flow::map(self, node, read, &old, &new),
                    _ => false,
                },
                (true, Some(old), Some(new)) if form == Form::Flow => {
                    flow::map(self, node, read, &old, &new)
                }
                _ => false,
            },
            (Inside::List(read), form) => match (old, new, form) {
                (Value::List(old), Value::List(new), Form::Flow) => {
                    flow::list(self, node, read, old, new)
                }
                (Value::List(old), Value::List(new), Form::Block) if !new.is_empty() => {
                    block::list(self, node, read, old, new)
                }
                _ => false,
            },
            _ => false,
        };
        self.around.pop();
        if !done {
            self.anew(node, new, place);
        }
    }

    /// Whether a `<<` no longer brings in what it did.
    fn has_stale_merge(&self, node: &Node, old: &Value) -> bool {
        let Inside::Map(read) = &node.inside else {
            return false;
        };
        let own = old.as_map().is_some_and(|map| map.contains_key("<<"));
        let mut merges = read.iter().filter(|entry| entry.key == "<<" && !own);
        merges.any(|entry| self.aliases.stand_in(&entry.value))
    }

    /// The argument of a short form, if it alone differs.
    fn argument(
        &mut self,
        key: &str,
        tag_end: usize,
        node: &'a Node,
        old: &Value,
        new: &Value,
        place: Place,
    ) -> bool {
        let (Some((_, old)), Some((name, new))) = (single(old), single(new)) else {
            return false;
        };
        if name != key {
            return false;
        }
        let place = Place {
            sign: if place.sign == Sign::Bracket {
                Sign::Bracket
            } else {
                Sign::Colon
            },
            behind: tag_end,
            ..place
        };
        match (&node.inside, old, new) {
            (Inside::List(_), Value::List(_), Value::List(new_list)) if !new_list.is_empty() => {
                self.value(node, old, new, place);
                true
            }
            (Inside::Map(_), ..)
                if same_call(old, new)
                    && entries(old).is_some()
                    && entries(new).is_some_and(|new| !new.is_empty()) =>
            {
                self.value(node, old, new, place);
                true
            }
            (Inside::Nothing, ..) => {
                let name = crate::template::FunctionName::from_key(name);
                let text = match name {
                    Some(name) => tag::scalar_argument(name, new),
                    None => new.as_text().map(str::to_owned),
                };
                match text {
                    Some(text)
                        if node.form != Form::Block
                            && !text.contains('\n')
                            && !node.span.is_empty() =>
                    {
                        let style = self.style_of(node);
                        let fresh = fresh::text(&text, place.sign == Sign::Bracket, style);
                        self.splices.replace(node.body, node.span.end, fresh);
                        true
                    }
                    _ => false,
                }
            }
            _ => false,
        }
    }

    /// Splices new names of keys, in the quotes of the old ones.
    pub(super) fn rename(&mut self, read: &[Entry], pairing: &Pairing<'_>) {
        for (place, name) in &pairing.renamed {
            let Some(entry) = read.get(*place) else {
                continue;
            };
            let span = entry.key_span;
            let quote = match self.text.as_bytes().get(span.start) {
                Some(b'"') => Some(Quote::Double),
                Some(b'\'') => Some(Quote::Single),
                _ => None,
            };
            let style = self.style();
            let style = Style {
                quote: quote.unwrap_or(style.quote),
                always_quoted: quote.is_some(),
                ..style
            };
            self.splices
                .replace(span.start, span.end, fresh::key(name, style));
        }
    }

    /// The style around the current place.
    pub(super) fn style(&self) -> Style {
        Style::near(self.text, &self.around)
    }

    /// Whether the current node holds the resources.
    pub(super) fn is_in_resources(&self) -> bool {
        let [root, node] = self.around.as_slice() else {
            return false;
        };
        root.entry("Resources")
            .is_some_and(|entry| std::ptr::eq(&raw const entry.value, &raw const **node))
    }
}

/// The entries of a mapping, or of a call, which the long form writes as one.
pub(super) fn entries(value: &Value) -> Option<Vec<(&str, &Value)>> {
    match value {
        Value::Map(map) => Some(
            map.iter()
                .map(|(key, value)| (key.as_str(), value))
                .collect(),
        ),
        Value::Function(call) => Some(vec![(call.name.as_str(), &call.argument)]),
        _ => None,
    }
}

/// The only entry of a value.
fn single(value: &Value) -> Option<(&str, &Value)> {
    match entries(value)?.as_slice() {
        [entry] => Some(*entry),
        _ => None,
    }
}

/// Whether two values are no calls, or calls of one function.
fn same_call(old: &Value, new: &Value) -> bool {
    old.as_function().map(|call| call.name) == new.as_function().map(|call| call.name)
}

#[cfg(test)]
#[path = "print_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "print_odd_tests.rs"]
mod odd_tests;
