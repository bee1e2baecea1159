//! What the letters of a line of JSON are, for their colors. Knows one line at
//! a time and never fails: in a broken text, what is odd is plain.

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The key of a mapping.
    Key,
    /// A text.
    Text,
    /// A number.
    Number,
    /// `true`, `false` or `null`.
    Word,
    /// The name of an intrinsic function, as a key.
    Function,
    /// Braces, brackets, colons and commas.
    Mark,
    /// Spaces, and whatever JSON does not have.
    Plain,
}

impl Kind {
    /// The class that colors it; nothing for what has the color of the text.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Text => "text",
            Self::Number => "number",
            Self::Word => "word",
            Self::Function => "function",
            Self::Mark => "mark",
            Self::Plain => "",
        }
    }
}

/// A stretch of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    pub(super) text: &'a str,
}

/// The stretches of a line, in order and without a gap.
pub(super) fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => quoted(rest),
            '{' | '}' | '[' | ']' | ':' | ',' => 1,
            _ if first.is_whitespace() => run(rest, char::is_whitespace),
            _ => run(rest, is_bare),
        };
        let (text, after) = rest.split_at(length);
        tokens.push(Token {
            kind: kind(text, after),
            text,
        });
        rest = after;
    }
    tokens
}

fn kind(text: &str, after: &str) -> Kind {
    let first = text.chars().next().unwrap_or(' ');
    match first {
        '"' if !after.trim_start().starts_with(':') => Kind::Text,
        '"' if is_function(text.trim_matches('"')) => Kind::Function,
        '"' => Kind::Key,
        '{' | '}' | '[' | ']' | ':' | ',' => Kind::Mark,
        '-' | '0'..='9' => Kind::Number,
        _ if matches!(text, "true" | "false" | "null") => Kind::Word,
        _ => Kind::Plain,
    }
}

fn is_function(key: &str) -> bool {
    key == "Ref" || key.starts_with("Fn::")
}

fn is_bare(letter: char) -> bool {
    !letter.is_whitespace() && !matches!(letter, '"' | '{' | '}' | '[' | ']' | ':' | ',')
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    // At least one letter, so that every step gets on.
    let first = text.chars().next().map_or(0, char::len_utf8);
    text.find(|letter| !belongs(letter))
        .unwrap_or(text.len())
        .max(first)
}

/// The length of a quoted text, its quotes included; to the end if unclosed.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(line: &str) -> Vec<(Kind, &str)> {
        let tokens = tokens(line).into_iter();
        tokens
            .filter(|it| it.kind != Kind::Plain)
            .map(|it| (it.kind, it.text))
            .collect()
    }

    #[test]
    fn keys_texts_and_functions_are_told_apart() {
        assert_eq!(
            kinds(r#"  "VpcId" : {"Ref": "Vpc"},"#),
            [
                (Kind::Key, r#""VpcId""#),
                (Kind::Mark, ":"),
                (Kind::Mark, "{"),
                (Kind::Function, r#""Ref""#),
                (Kind::Mark, ":"),
                (Kind::Text, r#""Vpc""#),
                (Kind::Mark, "}"),
                (Kind::Mark, ","),
            ]
        );
    }

    #[test]
    fn an_escaped_quote_ends_no_text() {
        assert_eq!(kinds(r#""a\"b\\", 1"#)[0], (Kind::Text, r#""a\"b\\""#));
        assert_eq!(kinds("-1.5e3, true")[0], (Kind::Number, "-1.5e3"));
    }

    #[test]
    fn nothing_is_lost_of_any_line() {
        for line in [
            r#"{"a": tru, "x"#,
            "\u{feff}{ 한글: \\ }",
            "",
            "// \"k\": 1",
            "\"",
        ] {
            let all: String = tokens(line).iter().map(|it| it.text).collect();
            assert_eq!(all, line);
        }
    }
}
