//! A value that is printed anew in the place of another: where it stands, and
//! what of its lines is kept. Knows no pairing of values.

use super::print::Printer;
use super::style::{Quote, Style};
use super::{fresh, gap};
use crate::template::Value;
use crate::template::source::{Form, Node};

/// What a value stands behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A key's colon, a tag, or nothing at all.
    Colon,
    /// The dash of a list.
    Dash,
    /// In brackets: everything in one line.
    Bracket,
}

/// Where a value stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub sign: Sign,
    /// Behind the sign.
    pub behind: usize,
    /// The column of the key or dash.
    pub column: usize,
}

impl Place {
    pub(super) fn root(root: &Node) -> Self {
        Self {
            sign: Sign::Colon,
            behind: root.span.start,
            column: 0,
        }
    }
}

impl Printer<'_> {
    /// The style of a scalar that is replaced: its own quotes.
    pub(super) fn style_of(&self, node: &Node) -> Style {
        let style = self.style();
        match node.form {
            Form::Single | Form::Double => Style {
                quote: if node.form == Form::Single {
                    Quote::Single
                } else {
                    Quote::Double
                },
                always_quoted: true,
                ..style
            },
            Form::Plain if !node.span.is_empty() => Style {
                always_quoted: false,
                ..style
            },
            _ => style,
        }
    }

    /// Puts a fresh value in place of another, tag and anchor included.
    pub(super) fn anew(&mut self, node: &Node, new: &Value, place: Place) {
        let style = self.style_of(node);
        let span = node.span;
        let fresh = match place.sign {
            Sign::Bracket => {
                let fresh = fresh::flow(new, style);
                let lead = if span.is_empty()
                    && !self
                        .text
                        .get(..span.start)
                        .is_some_and(|it| it.ends_with(':'))
                {
                    ": "
                } else if span.is_empty() {
                    " "
                } else {
                    ""
                };
                return self
                    .splices
                    .replace(span.start, span.end, format!("{lead}{fresh}"));
            }
            Sign::Colon if self.around.is_empty() => {
                let whole = new
                    .as_map()
                    .map(|map| fresh::document(map, style))
                    .unwrap_or_default();
                return self
                    .splices
                    .replace(span.start, span.end, whole.trim_end().to_owned());
            }
            _ if self.has_comment_between(node, place) && new.as_text().is_some() => {
                // The comment's line would become a line of a text in a block.
                let text = new.as_text().unwrap_or_default();
                format!(" {}", fresh::text(text, false, style))
            }
            Sign::Colon => fresh::after_key(new, place.column, style),
            Sign::Dash => fresh::after_dash(new, place.column, style),
        };
        let (head, tail) = match fresh.find(['\r', '\n']) {
            Some(at) => fresh.split_at(at),
            None => (fresh.as_str(), ""),
        };
        if span.start > gap::line_stop(self.text, place.behind) {
            // The old value has lines of its own; a comment above them stays.
            let mut start = gap::line_start(self.text, span.start);
            let end = gap::lines_end(self.text, span.end);
            // Blank lines set lines apart, and would be lines of a text in a block.
            if (tail.is_empty() || new.as_text().is_some())
                && !self.has_comment_between(node, place)
            {
                start = gap::next_line(self.text, place.behind);
            }
            self.splices.insert(place.behind, head.to_owned());
            if tail.is_empty() {
                self.splices.remove(start, end);
            } else {
                let tail = tail.trim_start_matches(['\r', '\n']);
                let ends = self
                    .text
                    .get(start..end)
                    .is_some_and(|it| it.ends_with('\n'));
                self.splices.replace(
                    start,
                    end,
                    format!("{tail}{}", if ends { style.newline } else { "" }),
                );
            }
            return;
        }
        // Without a first line, the blank behind the sign goes too; behind a
        // dash, the lines below must stand under the first.
        let whole =
            span.is_empty() || head.is_empty() || (place.sign == Sign::Dash && !tail.is_empty());
        let (start, head) = if whole {
            (place.behind, head)
        } else {
            (span.start, head.trim_start())
        };
        if self
            .text
            .get(..span.end)
            .is_some_and(|it| it.ends_with('\n'))
            && !span.is_empty()
        {
            let newline = style.newline;
            return self
                .splices
                .replace(start, span.end, format!("{head}{tail}{newline}"));
        }
        let stop = gap::line_stop(self.text, span.end);
        let blank = self
            .text
            .get(span.end..stop)
            .is_some_and(|rest| rest.trim().is_empty());
        if blank && !tail.is_empty() {
            self.splices.replace(start, stop, format!("{head}{tail}"));
        } else {
            // A comment behind the value stays in its line.
            self.splices.replace(start, span.end, head.to_owned());
            self.splices.insert(stop, tail.to_owned());
        }
    }

    /// Whether comments have lines between a sign and its value.
    fn has_comment_between(&self, node: &Node, place: Place) -> bool {
        let first = gap::next_line(self.text, place.behind);
        let between = self.text.get(first..node.span.start);
        between.is_some_and(|between| between.contains('#'))
    }

    /// Puts whole lines, without the last line end, at the start of a line or
    /// behind the text.
    pub(super) fn insert_lines(&mut self, at: usize, lines: &str, newline: &str) {
        let begins = at == 0 || self.text.get(..at).is_some_and(|it| it.ends_with('\n'));
        let text = if begins {
            format!("{lines}{newline}")
        } else {
            format!("{newline}{lines}")
        };
        self.splices.insert_behind(at, text, self.around.len());
    }
}
