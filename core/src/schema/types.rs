//! Which types of value a shape takes, as a small set. Knows no value.

/// A set of JSON's types. The empty set takes anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Types(u8);

const TEXT: u8 = 1;
const TRUTH: u8 = 2;
const INTEGER: u8 = 4;
const NUMBER: u8 = 8;
const OBJECT: u8 = 16;
const LIST: u8 = 32;

impl Types {
    /// Reads a letter or words: `s`, `object|string`, `?`.
    pub(super) fn read(text: &str) -> Self {
        let mut set = 0;
        for word in text.split('|') {
            set |= match word.as_bytes().first() {
                Some(b's') => TEXT,
                Some(b'b') => TRUTH,
                Some(b'i') => INTEGER,
                Some(b'n') if word != "null" => NUMBER,
                Some(b'o') => OBJECT,
                Some(b'a') => LIST,
                _ => 0,
            };
        }
        Self(set)
    }

    /// Whether any value will do.
    pub fn is_any(self) -> bool {
        self.0 == 0
    }

    /// Whether it takes a text.
    pub fn has_text(self) -> bool {
        self.has(TEXT)
    }

    /// Whether it takes `true` and `false`.
    pub fn has_truth(self) -> bool {
        self.has(TRUTH)
    }

    /// Whether it takes whole numbers, alone or among others.
    pub fn has_integer(self) -> bool {
        self.has(INTEGER | NUMBER)
    }

    /// Whether it takes numbers with a fraction.
    pub fn has_number(self) -> bool {
        self.has(NUMBER)
    }

    /// Whether it takes a mapping.
    pub fn has_object(self) -> bool {
        self.has(OBJECT)
    }

    /// Whether it takes a list.
    pub fn has_list(self) -> bool {
        self.has(LIST)
    }

    /// Whether it takes a text, number or truth value.
    pub fn has_scalar(self) -> bool {
        self.has(TEXT | TRUTH | INTEGER | NUMBER)
    }

    fn has(self, types: u8) -> bool {
        self.0 == 0 || self.0 & types != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_words_are_read() {
        let both = Types::read("object|string");
        assert!(both.has_object() && both.has_text() && !both.has_list());
        assert_eq!(Types::read("boolean|null"), Types::read("b"));
        assert!(Types::read("n").has_integer() && !Types::read("i").has_number());
        assert!(Types::read("?").is_any() && Types::read("?").has_list());
    }
}
