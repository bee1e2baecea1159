//! Why a fact is not a value, in words.

use super::survey::Fact;
use crate::message::Message;

/// The end of a sentence such as "its subnet {why}".
pub(super) fn reason<T>(fact: &Fact<T>) -> Message {
    match fact {
        Fact::Known(_) => Message::new("is not in the network"),
        Fact::Absent => Message::new("is missing"),
        Fact::Unknown(why) => Message::new("is not known: {why}").text("why", why),
        Fact::Elsewhere(id) => {
            Message::new("is {id}, which is not in this template").text("id", id)
        }
        Fact::Malformed(message) => {
            // It ends another sentence here.
            let text = message.to_string();
            Message::new("is wrong: {message}").text("message", text.trim_end_matches('.'))
        }
    }
}
