//! What the letters of a line of JSON or YAML are, for their colors. Knows one
//! line at a time and never fails: in a broken text, what is odd is plain.

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
            '#' => rest.len(),
            '{' | '}' | '[' | ']' | ':' | ',' => 1,
            _ if first.is_whitespace() => run(rest, char::is_whitespace),
            _ => bare(rest),
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
        '#' => Kind::Plain,
        _ if first.is_whitespace() => Kind::Plain,
        // YAML: a tag, and a key without quotes.
        '!' => Kind::Function,
        _ if is_key(after) && is_function(text) => Kind::Function,
        _ if is_key(after) => Kind::Key,
        _ if text == "-" => Kind::Mark,
        _ if text
            .chars()
            .all(|it| it.is_ascii_digit() || "+-.eE".contains(it)) =>
        {
            Kind::Number
        }
        _ if matches!(text, "true" | "false" | "null") => Kind::Word,
        _ => Kind::Plain,
    }
}

fn is_function(key: &str) -> bool {
    key == "Ref" || key.starts_with("Fn::")
}

/// Whether what stands before is the key of an entry, as YAML writes it.
fn is_key(after: &str) -> bool {
    after == ":" || after.starts_with(": ")
}

/// The length of a word without quotes. A colon ends it only before a space or
/// the end, so that the name of a type is one word.
fn bare(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let ends = match letter {
            ':' => next.is_none_or(|next| !is_bare(next)),
            _ => !is_bare(letter),
        };
        if ends && at > 0 {
            return at;
        }
    }
    text.len()
}

fn is_bare(letter: char) -> bool {
    !letter.is_whitespace() && !matches!(letter, '"' | '{' | '}' | '[' | ']' | ',')
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
    fn yaml_has_keys_without_quotes_and_tags() {
        assert_eq!(
            kinds("  - Type: AWS::EC2::VPC # why"),
            [(Kind::Mark, "-"), (Kind::Key, "Type"), (Kind::Mark, ":")]
        );
        assert_eq!(
            kinds("VpcId: !Ref Vpc"),
            [
                (Kind::Key, "VpcId"),
                (Kind::Mark, ":"),
                (Kind::Function, "!Ref")
            ]
        );
        assert_eq!(kinds("Port: 80")[2], (Kind::Number, "80"));
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
