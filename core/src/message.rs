//! A sentence for the user, with its arguments apart, so that one source
//! serves the terminal, the browser and every language.

use std::fmt;

/// A sentence with named places, such as `"{a} and {b} share {block}."`.
///
/// The English sentence is also the key under which a translation is found.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Message {
    /// The sentence in English, each argument's name in braces.
    pub sentence: &'static str,
    /// The arguments by name.
    pub arguments: Vec<(&'static str, Argument)>,
}

/// What stands in a place of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Argument {
    /// The name of a resource: the app makes it a link.
    Resource(String),
    /// Anything else, as it is to be shown.
    Text(String),
    /// A sentence inside the sentence.
    Message(Box<Message>),
}

/// A part of a sentence, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// Words of the sentence itself.
    Words(&'a str),
    /// An argument.
    Argument(&'a Argument),
}

impl Message {
    /// A sentence without arguments.
    pub fn new(sentence: &'static str) -> Self {
        Self {
            sentence,
            arguments: Vec::new(),
        }
    }

    /// The sentence, with the name of a resource at a place.
    #[must_use]
    pub fn resource(self, name: &'static str, id: impl fmt::Display) -> Self {
        self.with(name, Argument::Resource(id.to_string()))
    }

    /// The sentence, with a text at a place.
    #[must_use]
    pub fn text(self, name: &'static str, text: impl fmt::Display) -> Self {
        self.with(name, Argument::Text(text.to_string()))
    }

    /// The sentence, with another at a place.
    #[must_use]
    pub fn message(self, name: &'static str, message: Message) -> Self {
        self.with(name, Argument::Message(Box::new(message)))
    }

    fn with(mut self, name: &'static str, argument: Argument) -> Self {
        self.arguments.push((name, argument));
        self
    }

    /// The words and arguments of `sentence`, which is this message's own or a
    /// translation of it. A place without an argument stays as it is written.
    pub fn parts<'a>(&'a self, sentence: &'a str) -> Vec<Part<'a>> {
        let mut parts = Vec::new();
        let mut rest = sentence;
        while let Some((open, close)) = next_place(rest) {
            let name = &rest[open + 1..close];
            match self.arguments.iter().find(|(key, _)| *key == name) {
                Some((_, argument)) => {
                    if open > 0 {
                        parts.push(Part::Words(&rest[..open]));
                    }
                    parts.push(Part::Argument(argument));
                }
                None => parts.push(Part::Words(&rest[..=close])),
            }
            rest = &rest[close + 1..];
        }
        if !rest.is_empty() {
            parts.push(Part::Words(rest));
        }
        parts
    }
}

/// Where the next `{name}` opens and closes; both are one byte wide.
fn next_place(text: &str) -> Option<(usize, usize)> {
    let open = text.find('{')?;
    let close = open + text[open..].find('}')?;
    Some((open, close))
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in self.parts(self.sentence) {
            match part {
                Part::Words(words) => f.write_str(words)?,
                Part::Argument(Argument::Message(message)) => message.fmt(f)?,
                Part::Argument(Argument::Resource(text) | Argument::Text(text)) => {
                    f.write_str(text)?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_stand_at_their_places() {
        let inner = Message::new("inner {x}").text("x", 1);
        let message = Message::new("{a} has {b}: {c}; {unknown}")
            .resource("a", "Web")
            .text("b", "{a}")
            .message("c", inner);
        assert_eq!(message.to_string(), "Web has {a}: inner 1; {unknown}");
    }
}
