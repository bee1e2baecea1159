//! What is known of a property.

use crate::message::Message;
use crate::template::Unknown;

/// What is known of a property.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact<T> {
    /// Its value.
    Known(T),
    /// It is not there.
    Absent,
    /// It cannot be told before deployment.
    Unknown(Unknown),
    /// A literal identifier, such as `vpc-0abc`, of something that is not in
    /// this template.
    Elsewhere(String),
    /// It is there and wrong, in a sentence.
    Malformed(Message),
}

impl<T> Fact<T> {
    /// The value, if it is known.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            _ => None,
        }
    }

    /// Whether nothing is written.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The same fact, and a value where nothing is written.
    #[must_use]
    pub fn or(self, otherwise: T) -> Self {
        match self {
            Self::Absent => Self::Known(otherwise),
            fact => fact,
        }
    }

    /// The same fact, and another one where nothing is written.
    #[must_use]
    pub fn or_fact(self, otherwise: impl FnOnce() -> Self) -> Self {
        match self {
            Self::Absent => otherwise(),
            fact => fact,
        }
    }

    /// The same fact about something made of the value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Fact<U> {
        match self {
            Self::Known(value) => Fact::Known(f(value)),
            Self::Absent => Fact::Absent,
            Self::Unknown(why) => Fact::Unknown(why),
            Self::Elsewhere(id) => Fact::Elsewhere(id),
            Self::Malformed(message) => Fact::Malformed(message),
        }
    }
}
