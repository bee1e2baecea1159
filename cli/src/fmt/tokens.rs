//! JSON with comments as tokens, each with the line ends before it. The text
//! is one that the core has read, so that nothing here is refused.

/// A part of a JSON text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// What it is.
    pub(super) kind: Kind,
    /// Its text.
    pub(super) text: &'a str,
    /// How many line ends stand before it.
    pub(super) lines_before: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Open,
    Close,
    Comma,
    Colon,
    /// A text, number or word.
    Scalar,
    /// `//` up to the end of its line.
    LineComment,
    /// `/* */`.
    BlockComment,
}

impl Kind {
    /// Whether it says nothing.
    pub(super) fn is_comment(self) -> bool {
        matches!(self, Self::LineComment | Self::BlockComment)
    }
}

/// The tokens of a text.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut lines_before = 0;
    while let Some(first) = rest.chars().next() {
        if first.is_whitespace() || first == '\u{feff}' {
            lines_before += usize::from(first == '\n');
            rest = rest.get(first.len_utf8()..).unwrap_or("");
            continue;
        }
        let (kind, length) = next(rest, first);
        let (token, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        tokens.push(Token {
            kind,
            text: token.trim_end(),
            lines_before,
        });
        lines_before = 0;
        rest = after;
    }
    tokens
}

/// What stands at the start of a text, and how long it is.
fn next(text: &str, first: char) -> (Kind, usize) {
    match first {
        '{' | '[' => (Kind::Open, 1),
        '}' | ']' => (Kind::Close, 1),
        ',' => (Kind::Comma, 1),
        ':' => (Kind::Colon, 1),
        '"' => (Kind::Scalar, quoted(text)),
        '/' if text.starts_with("//") => (Kind::LineComment, text.find('\n').unwrap_or(text.len())),
        '/' if text.starts_with("/*") => {
            let inside = text.get(2..).unwrap_or("");
            let end = inside.find("*/").map_or(text.len(), |end| end + 4);
            (Kind::BlockComment, end)
        }
        _ => {
            let ends = |it: char| it.is_whitespace() || "{}[],:\"/".contains(it);
            // A sign that nothing begins with is a token by itself.
            let end = text.find(ends).unwrap_or(text.len());
            (Kind::Scalar, end.max(first.len_utf8()))
        }
    }
}

/// The length of a text with its quotes.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_its_tokens() {
        let text = "\u{feff}{ // a: {\r\n\"b\\\"}\" :-1e5,/* [\n */ \"c\":[true]\n\n}";
        let tokens = tokens(text);
        let shown: Vec<_> = tokens.iter().map(|it| (it.text, it.lines_before)).collect();
        assert_eq!(
            shown,
            [
                ("{", 0),
                ("// a: {", 0),
                ("\"b\\\"}\"", 1),
                (":", 0),
                ("-1e5", 0),
                (",", 0),
                ("/* [\n */", 0),
                ("\"c\"", 0),
                (":", 0),
                ("[", 0),
                ("true", 0),
                ("]", 0),
                ("}", 2),
            ]
        );
    }
}
