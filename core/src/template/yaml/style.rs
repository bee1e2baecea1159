//! How a text is laid out: what its own lines show of indentation, dashes,
//! quotes and short forms. Writes nothing.

use super::{gap, scalar};
use crate::template::source::{Form, Inside, Node};
use crate::template::{FunctionName, Value};

/// Which quotes a text stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::template) enum Quote {
    Single,
    Double,
}

/// How fresh text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "traits of a layout, independent of each other"
)]
pub(in crate::template) struct Style {
    /// Spaces that a mapping stands deeper than its key.
    pub indent: usize,
    /// Whether dashes stand below their key, not deeper.
    pub flush: bool,
    /// The quotes of a text that needs them.
    pub quote: Quote,
    /// Whether texts stand in quotes that they do not need.
    pub always_quoted: bool,
    /// Whether calls have their short form.
    pub short: bool,
    /// Whether lists stand in brackets.
    pub brackets: bool,
    /// The line end.
    pub newline: &'static str,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            indent: 2,
            flush: false,
            quote: Quote::Single,
            always_quoted: false,
            short: true,
            brackets: false,
            newline: "\n",
        }
    }
}

impl Style {
    /// The style around a place: of each trait, what the nearest of the nodes
    /// that it is in shows, the innermost being the last.
    pub(super) fn near(text: &str, around: &[&Node]) -> Self {
        let mut seen = Seen::default();
        for node in around.iter().rev() {
            let mut tally = Tally::default();
            tally.node(text, node, false);
            seen.fill(&tally);
            if seen.is_full() {
                break;
            }
        }
        let style = Self::default();
        Self {
            indent: seen.indent.unwrap_or(style.indent),
            flush: seen.flush.unwrap_or(style.flush),
            quote: seen.quote.unwrap_or(style.quote),
            always_quoted: seen.always_quoted.unwrap_or(style.always_quoted),
            short: seen.short.unwrap_or(style.short),
            brackets: seen.brackets.unwrap_or(style.brackets),
            newline: if text.contains("\r\n") { "\r\n" } else { "\n" },
        }
    }
}

/// What was seen so far.
#[derive(Default)]
struct Seen {
    indent: Option<usize>,
    flush: Option<bool>,
    quote: Option<Quote>,
    always_quoted: Option<bool>,
    short: Option<bool>,
    brackets: Option<bool>,
}

impl Seen {
    fn fill(&mut self, tally: &Tally) {
        let more = |yes: usize, no: usize| (yes + no > 0).then_some(yes > no);
        let quote = more(tally.double, tally.single)
            .map(|double| if double { Quote::Double } else { Quote::Single });
        self.indent = self.indent.or(tally.indent);
        self.flush = self.flush.or(more(tally.flush, tally.deeper));
        self.quote = self.quote.or(quote);
        let quoted = more(tally.needless, tally.plain);
        self.always_quoted = self.always_quoted.or(quoted);
        self.short = self.short.or(more(tally.short, tally.long));
        self.brackets = self.brackets.or(more(tally.brackets, tally.dashes));
    }

    fn is_full(&self) -> bool {
        self.indent.is_some()
            && self.flush.is_some()
            && self.quote.is_some()
            && self.always_quoted.is_some()
            && self.short.is_some()
            && self.brackets.is_some()
    }
}

/// How often each trait was seen inside of a node.
#[derive(Default)]
struct Tally {
    indent: Option<usize>,
    flush: usize,
    deeper: usize,
    single: usize,
    double: usize,
    needless: usize,
    plain: usize,
    short: usize,
    long: usize,
    brackets: usize,
    dashes: usize,
}

impl Tally {
    fn node(&mut self, text: &str, node: &Node, is_argument: bool) {
        let body = text.get(node.body..node.span.end).unwrap_or("");
        match (&node.inside, node.form) {
            (Inside::Nothing, Form::Plain) => {
                self.plain += usize::from(matches!(scalar::plain(body), Value::Text(_)));
            }
            (Inside::Nothing, Form::Single | Form::Double) => {
                let double = node.form == Form::Double;
                self.double += usize::from(double);
                self.single += usize::from(!double);
                let inner = body.get(1..body.len().saturating_sub(1)).unwrap_or("");
                self.needless += usize::from(scalar::is_plain(inner, true));
            }
            (Inside::List(nodes), form) => {
                if !is_argument && !nodes.is_empty() {
                    self.brackets += usize::from(form == Form::Flow);
                    self.dashes += usize::from(form == Form::Block);
                }
                for inner in nodes {
                    self.node(text, inner, is_argument);
                }
            }
            (Inside::Map(entries), Form::Tagged) => {
                self.short += 1;
                for entry in entries {
                    self.node(text, &entry.value, true);
                }
            }
            (Inside::Map(entries), form) => {
                if let [entry] = entries.as_slice()
                    && FunctionName::from_key(&entry.key).is_some()
                {
                    self.long += 1;
                }
                for entry in entries {
                    if form == Form::Block {
                        self.below(text, entry.key_span.start, &entry.value);
                    }
                    self.node(text, &entry.value, false);
                }
            }
            _ => {}
        }
    }

    /// What stands in the lines below a key.
    fn below(&mut self, text: &str, key: usize, value: &Node) {
        let body = value.body;
        if value.form != Form::Block || gap::line_start(text, body) <= key {
            return;
        }
        let deeper = gap::column(text, body).checked_sub(gap::column(text, key));
        match (&value.inside, deeper) {
            (Inside::Map(_), Some(deeper)) if deeper > 0 => {
                self.indent.get_or_insert(deeper);
            }
            (Inside::List(_), Some(deeper)) => {
                self.flush += usize::from(deeper == 0);
                self.deeper += usize::from(deeper > 0);
            }
            _ => {}
        }
    }
}
