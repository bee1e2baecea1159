//! What a scalar of YAML says, and which text a scalar may be written as.
//! Knows nothing of collections or places.
//!
//! `CloudFormation` reads YAML 1.1, dates and numbers of odd forms excepted,
//! which stay the texts that they are.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html>

use crate::template::{Number, Value};

/// The value of a scalar without quotes.
///
/// `yes` and `off` are truth values, as YAML 1.1 has it
/// (<https://yaml.org/type/bool.html>; `y` and `n` stay texts, as in every
/// reader in use). A number is one if JSON would take it; `0644`, `1_000`,
/// `0x1F`, `2012-10-17` and `12:30` are texts and so keep their digits.
pub(super) fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        _ if is_number(text) => Value::Number(Number::from_source(text)),
        _ => truth(text).map_or_else(|| Value::from(text), Value::Bool),
    }
}

/// The truth value that YAML 1.1 reads in a word.
pub(super) fn truth(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => Some(true),
        "false" | "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => Some(false),
        _ => None,
    }
}

/// Whether a text is a number of JSON's form.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.strip_prefix('-').unwrap_or(text);
    let whole = digits(rest);
    if whole == 0 || (whole > 1 && rest.starts_with('0')) {
        return false;
    }
    let mut rest = rest.get(whole..).unwrap_or("");
    if let Some(fraction) = rest.strip_prefix('.') {
        let count = digits(fraction);
        if count == 0 {
            return false;
        }
        rest = fraction.get(count..).unwrap_or("");
    }
    if let Some(exponent) = rest.strip_prefix(['e', 'E']) {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        let count = digits(exponent);
        return count > 0 && count == exponent.len();
    }
    rest.is_empty()
}

/// Whether a text can stand without quotes and is read as that text by every
/// reader of YAML, old or new.
pub(super) fn is_plain(text: &str, in_flow: bool) -> bool {
    let Some(first) = text.chars().next() else {
        return false;
    };
    let odd = |character: char| {
        character.is_control()
            || matches!(
                character,
                '\u{85}' | '\u{a0}' | '\u{2028}' | '\u{2029}' | '\u{feff}'
            )
            || matches!(character, '\u{fffe}' | '\u{ffff}')
    };
    // A date, a number of any form, `.inf`: whatever some reader may type.
    let numeric = matches!(first, '0'..='9' | '+' | '.')
        && text
            .chars()
            .all(|it| it.is_ascii_hexdigit() || "+-.:_xXoOtTzZinIN ".contains(it));
    !(matches!(plain(text), Value::Null | Value::Bool(_) | Value::Number(_))
        || numeric
        || matches!(text, "y" | "Y" | "n" | "N" | "=" | "<<")
        || "-?:,[]{}#&*!|>'\"%@`".contains(first)
        || text.starts_with(' ')
        || text.ends_with([' ', ':'])
        || text.contains(": ")
        || text.contains(" #")
        || text.chars().any(odd)
        || (in_flow && text.contains([',', '[', ']', '{', '}'])))
}

/// Whether a text can stand in single quotes in one line.
pub(super) fn is_quotable(text: &str) -> bool {
    !text.chars().any(|it| {
        it.is_control()
            || matches!(
                it,
                '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
            )
    })
}

/// Writes a text in single quotes.
pub(super) fn write_single(text: &str, out: &mut String) {
    out.push('\'');
    out.push_str(&text.replace('\'', "''"));
    out.push('\'');
}

/// Writes a text in double quotes, with escapes.
pub(super) fn write_double(text: &str, out: &mut String) {
    use std::fmt::Write;
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            odd if is_quotable(odd.encode_utf8(&mut [0; 4])) => out.push(odd),
            odd => {
                // Writing into a text does not fail.
                let _ = write!(out, "\\u{:04X}", u32::from(odd));
            }
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_are_typed_as_cloudformation_types_them() {
        for text in [
            "0644",
            "1_000",
            "0x1F",
            "2012-10-17",
            "12:30",
            "y",
            "1.",
            ".5",
            "+1",
            "-",
            "1e",
            "10.0.0.0/16",
        ] {
            assert_eq!(plain(text), Value::from(text));
        }
        for text in [
            "0",
            "-1",
            "1.10",
            "1e3",
            "-0.5E-7",
            "123456789012345678901234567890",
        ] {
            assert_eq!(plain(text), Value::Number(Number::from_source(text)));
        }
        assert_eq!(plain("yes"), Value::Bool(true));
        assert_eq!(plain("Off"), Value::Bool(false));
        assert_eq!(plain("~"), Value::Null);
    }

    #[test]
    fn what_could_be_read_as_something_else_is_not_plain() {
        for text in [
            "",
            "2012-10-17",
            "yes",
            "n",
            "0644",
            "*",
            "*.example.com",
            "!x",
            "a: b",
            "a:",
            "a #b",
            " a",
            "a ",
            "'",
            "-",
            "- a",
            "1.5",
            "null",
            "~",
            "10.0.0.1",
            "1:30",
            "<<",
            "a\nb",
            "\t",
            "%a",
            "@a",
            "\u{feff}",
        ] {
            assert!(!is_plain(text, false), "{text:?}");
        }
        for text in [
            "10.0.0.0/16",
            "t3.micro",
            "AWS::EC2::VPC",
            "a#b",
            "ami-123",
            "가 나",
            "${A}",
            "3 tiers",
        ] {
            assert!(is_plain(text, false), "{text:?}");
        }
        assert!(is_plain("a,b", false) && !is_plain("a,b", true));
    }

    #[test]
    fn quotes_escape_what_they_hold() {
        let mut out = String::new();
        write_single("it's", &mut out);
        write_double("a\"\\\n\u{1}\u{2028}", &mut out);
        assert_eq!(out, "'it''s'\"a\\\"\\\\\\n\\u0001\\u2028\"");
    }
}
