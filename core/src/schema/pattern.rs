//! What a text looks like, as AWS's data say it: a regular expression.
//!
//! AWS writes them for several languages. What the engine here does not
//! understand, such as looking ahead or classes of Unicode, is not tested
//! rather than guessed. Texts come from templates, so time is bounded: the
//! engine is linear in the text, and its programs and the texts are short.

use std::sync::OnceLock;

use regex_lite::{Regex, RegexBuilder};

/// The longest text that is tested, in bytes.
const LONGEST: usize = 2048;

/// The largest program, in bytes: `.{1,2000}` is above it, and a length says
/// the same.
const LARGEST: usize = 40_000;

/// A regular expression, compiled when it is first asked.
#[derive(Clone, Debug)]
pub struct Pattern {
    text: String,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// The pattern of a text.
    pub(super) fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            compiled: OnceLock::new(),
        }
    }

    /// The pattern as AWS writes it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is found in a text; nothing if that cannot be told.
    pub fn matches(&self, text: &str) -> Option<bool> {
        let compiled = self.compiled.get_or_init(|| compile(&self.text));
        let regex = compiled.as_ref()?;
        (text.len() <= LONGEST).then(|| regex.is_match(text))
    }
}

fn compile(text: &str) -> Option<Regex> {
    // Java's end of the text, which nobody means to be before a line's end.
    let text = text.replace("\\Z", "\\z");
    RegexBuilder::new(&text).size_limit(LARGEST).build().ok()
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_found_anywhere_unless_it_is_anchored() {
        let name = Pattern::new("^[a-z]+$");
        assert_eq!(name.matches("vpc"), Some(true));
        assert_eq!(name.matches("VPC"), Some(false));
        assert_eq!(Pattern::new("-").matches("a-b"), Some(true));
        assert_eq!(Pattern::new(r"^[a-z]+\Z").matches("vpc"), Some(true));
    }

    #[test]
    fn what_cannot_be_tested_is_left_open() {
        assert_eq!(Pattern::new(r"^(?!aws:).*$").matches("aws:x"), None);
        assert_eq!(Pattern::new(r"^\p{L}$").matches("1"), None);
        assert_eq!(Pattern::new("(").matches("("), None);
        assert_eq!(Pattern::new("^.{1,60000}$").matches(""), None);
        assert_eq!(Pattern::new("^a$").matches(&"a".repeat(LONGEST + 1)), None);
    }
}
