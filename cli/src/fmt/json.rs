//! JSON laid out anew: two spaces a level, an entry a line. What the author
//! wrote in one line stays in one, if it is deep and short enough. Knows no
//! template.

use drawbridge_core::template::MAX_BYTES;

use super::tokens::{Kind, Token, tokens};

/// The widest line that a mapping or list may end in.
const WIDTH: usize = 100;

/// The file and its sections are never written in one line.
const DEPTH: usize = 2;

/// A text of JSON with its white space laid out anew, line ends as `\n`.
pub(super) fn lay_out(text: &str) -> String {
    let tokens = tokens(text);
    let mut printer = Printer {
        ends: ends(&tokens),
        tokens,
        out: String::with_capacity(text.len()),
        broken: false,
    };
    // The mark is a part of the file, not of its layout.
    if text.starts_with('\u{feff}') {
        printer.out.push('\u{feff}');
    }
    let mut place = 0;
    while let Some(token) = printer.tokens.get(place).copied() {
        if place > 0 && (token.lines_before > 0 || printer.broken) {
            printer.line(0, token.lines_before > 1);
        } else if place > 0 {
            printer.out.push(' ');
        }
        place = printer.token(place, 0);
    }
    printer.out.push('\n');
    printer.out
}

/// For each bracket that opens, the place of the one that closes.
fn ends(tokens: &[Token<'_>]) -> Vec<usize> {
    let mut ends = vec![tokens.len(); tokens.len()];
    let mut open = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open => open.push(place),
            Kind::Close => {
                if let Some(end) = open.pop().and_then(|opened| ends.get_mut(opened)) {
                    *end = place;
                }
            }
            _ => {}
        }
    }
    ends
}

struct Printer<'a> {
    tokens: Vec<Token<'a>>,
    ends: Vec<usize>,
    out: String,
    /// A comment was written that the line ends with.
    broken: bool,
}

impl<'a> Printer<'a> {
    /// Writes what begins at a place, and gives the place behind it.
    fn token(&mut self, place: usize, depth: usize) -> usize {
        let Some(token) = self.tokens.get(place).copied() else {
            return place + 1;
        };
        let end = self.ends.get(place).copied().unwrap_or(self.tokens.len());
        if token.kind != Kind::Open {
            self.out.push_str(token.text);
            self.broken = token.kind == Kind::LineComment;
            return place + 1;
        }
        match self.in_one_line(place, end, depth) {
            Some(line) => self.out.push_str(&line),
            None => self.lines(place, end, depth),
        }
        end + 1
    }

    /// A mapping or list over several lines.
    fn lines(&mut self, open: usize, end: usize, depth: usize) {
        self.out
            .push_str(self.tokens.get(open).map_or("", |it| it.text));
        let (mut place, mut starts) = (open + 1, true);
        while let Some(token) = self.tokens.get(place).copied() {
            // Deep indentation can make much of little. A text that is too large
            // to be read is not taken by the caller.
            if place >= end || self.out.len() > MAX_BYTES {
                break;
            }
            let spaced = token.lines_before > 1 && place > open + 1;
            let own_line = match token.kind {
                Kind::LineComment | Kind::BlockComment => token.lines_before > 0,
                Kind::Comma | Kind::Colon => false,
                _ => starts,
            };
            match token.kind {
                _ if own_line => self.line(depth + 1, spaced),
                _ if self.broken => self.line(depth + 2, false),
                Kind::Comma | Kind::Colon => {}
                _ => self.out.push(' '),
            }
            if !token.kind.is_comment() {
                starts = token.kind == Kind::Comma;
            }
            place = self.token(place, depth + 1);
        }
        self.line(depth, false);
        self.out
            .push_str(self.tokens.get(end).map_or("", |it| it.text));
    }

    /// A mapping or list as one line, where the author wrote one that fits.
    fn in_one_line(&self, open: usize, end: usize, depth: usize) -> Option<String> {
        let tokens: &[Token<'a>] = self.tokens.get(open..=end)?;
        // Each has a sign at least: nothing large is tried at every level.
        if tokens.len() > WIDTH {
            return None;
        }
        let inside = tokens.get(1..tokens.len().saturating_sub(1))?;
        let mut written = tokens.iter().skip(1);
        if written.any(|it| it.kind.is_comment() || (it.lines_before > 0 && !inside.is_empty())) {
            return None;
        }
        let line = line_of(tokens);
        let before = self.out.rsplit('\n').next().unwrap_or("");
        // One more for the comma.
        let width = before.chars().count() + line.chars().count() + 1;
        let fits = depth >= DEPTH && width <= WIDTH;
        (inside.is_empty() || fits).then_some(line)
    }

    fn line(&mut self, depth: usize, spaced: bool) {
        self.out.push_str(if spaced { "\n\n" } else { "\n" });
        self.out.extend(std::iter::repeat_n("  ", depth));
        self.broken = false;
    }
}

/// Tokens without comments in one line: `{ "a": [1, 2] }`.
fn line_of(tokens: &[Token<'_>]) -> String {
    let mut line = String::new();
    let mut before: Option<&Token<'_>> = None;
    for token in tokens {
        let spaced = match (before.map(|it| (it.kind, it.text)), token.kind) {
            (None, _) | (_, Kind::Comma | Kind::Colon) => false,
            (Some((Kind::Comma | Kind::Colon, _)), _) => true,
            // `{ }` is set apart from what is inside, `[ ]` is not.
            (Some((Kind::Open, text)), kind) => text == "{" && kind != Kind::Close,
            (Some(_), Kind::Close) => token.text == "}",
            _ => true,
        };
        if spaced {
            line.push(' ');
        }
        line.push_str(token.text);
        before = Some(token);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn entries_have_lines_and_short_ones_share_them() {
        let text = r#"{"Resources" :{ "A": {"Type":"T","Tags":[ {"Key":1} ,2],
            "Deep": { "Ref":"B"} }, "B":{ }, "Long": {"a": "________________________________________________________________________", "b": [1]}
},


"Outputs": []}"#;
        expect![[r#"
            {
              "Resources": {
                "A": {
                  "Type": "T",
                  "Tags": [{ "Key": 1 }, 2],
                  "Deep": { "Ref": "B" }
                },
                "B": {},
                "Long": {
                  "a": "________________________________________________________________________",
                  "b": [1]
                }
              },

              "Outputs": []
            }
        "#]]
        .assert_eq(&lay_out(text));
    }

    #[test]
    fn comments_stay_where_they_were() {
        let text = "// top\n{ // open\n\"a\" // key\n: 1 /* one */, // after\n\n  // own\n  \"b\": [ // in\n2\n// last\n], /* x */ \"c\": /* y */ {}\n} // end\n/* really */";
        let once = lay_out(text);
        expect![[r#"
            // top
            { // open
              "a" // key
                : 1 /* one */, // after

              // own
              "b": [ // in
                2
                // last
              ], /* x */
              "c": /* y */ {}
            } // end
            /* really */
        "#]]
        .assert_eq(&once);
        assert_eq!(lay_out(&once), once);
    }
}
