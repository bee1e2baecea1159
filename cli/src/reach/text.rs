//! An answer as lines to read: the verdict, what is in the way, the way there
//! and back, and what all of it rests on.

use std::fmt::Write as _;

use drawbridge_core::message::Message;
use drawbridge_core::reach::{Answer, Blocked, Direction, Question, Reply};

use crate::output::shown;

/// A question with its answer.
// Writing into a text does not fail.
pub(super) fn write(question: &Question, answer: &Result<Answer, String>) -> String {
    let mut text = shown(&format!("{question}")) + "\n";
    let answer = match answer {
        Ok(answer) => answer,
        Err(why) => {
            let _ = writeln!(text, "unsupported: {}", shown(why));
            return text;
        }
    };
    let _ = writeln!(text, "{}", verdict(answer));
    if !answer.blocked.is_empty() {
        text += "\nIn the way:\n";
        for blocked in &answer.blocked {
            let _ = writeln!(text, "  {}", shown(&cause(blocked)));
        }
    }
    for (direction, heading) in [
        (Direction::There, "\nThe way there:\n"),
        (Direction::Back, "\nThe way back:\n"),
    ] {
        let hops = answer.path.iter().filter(|hop| hop.direction == direction);
        for (index, hop) in hops.enumerate() {
            if index == 0 {
                text += heading;
            }
            let _ = writeln!(text, "{:>4}. {}", index + 1, shown(&hop.what.to_string()));
        }
    }
    if !answer.assumptions.is_empty() {
        text += "\nThis rests on:\n";
        for assumption in &answer.assumptions {
            let _ = writeln!(text, "  - {}", shown(&Message::to_string(assumption)));
        }
    }
    text
}

fn verdict(answer: &Answer) -> &'static str {
    match (answer.forward, answer.reply) {
        (false, _) => "no: it does not get there",
        (true, Reply::Always) => "yes: it gets there, and the reply gets back",
        (true, Reply::Sometimes) => {
            "sometimes: it gets there, and the reply gets back to some ports of the client only"
        }
        (true, Reply::Never) => "no: it gets there, but the reply never gets back",
    }
}

fn cause(blocked: &Blocked) -> String {
    let at = match &blocked.resource {
        None => String::new(),
        Some(id) if blocked.path.is_root() => format!(" {id}"),
        Some(id) => format!(" {id} {}", blocked.path),
    };
    let back = match blocked.direction {
        Direction::There => "",
        Direction::Back => " (reply)",
    };
    format!("{}{at}{back}: {}", blocked.code, blocked.sentence)
}
