//! An answer in words: the verdict, the reply, and all of it as Markdown.

use std::fmt::Write;

use drawbridge_core::reach::{Answer, Direction, Question, Reply};

use super::asking::{called, traffic};
use super::shown::ShownPath;
use crate::ui::Tone;

/// The verdict in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) tone: Tone,
    pub(super) headline: String,
    /// What becomes of the reply, and of other ways.
    pub(super) remark: String,
}

/// The verdict on a question.
pub(super) fn verdict(question: &Question, answer: &Answer) -> Verdict {
    let (from, to) = (called(&question.from), called(&question.to));
    let to = if to.starts_with("The ") {
        to.replacen("The", "the", 1)
    } else {
        to
    };
    let verb = if answer.forward {
        "reaches"
    } else {
        "does not reach"
    };
    let headline = format!("{from} {verb} {to} on {}.", traffic(question));
    let (tone, reply) = match (answer.forward, answer.reply) {
        (false, _) => (Tone::Error, ""),
        (true, Reply::Always) => (Tone::Success, "The reply gets back."),
        (true, Reply::Sometimes) => (
            Tone::Warning,
            "The reply gets back to some clients only: it depends on the port that they open from.",
        ),
        (true, Reply::Never) => (Tone::Warning, "The reply does not get back."),
    };
    let ways = match answer.ways {
        (_, 0 | 1) => String::new(),
        (some, all) => format!("{some} of {all} ways work."),
    };
    let remark = [reply, &ways].into_iter().filter(|part| !part.is_empty());
    Verdict {
        tone,
        headline,
        remark: remark.collect::<Vec<_>>().join(" "),
    }
}

/// The word for a direction, as a heading.
pub(super) fn heading(direction: Direction) -> &'static str {
    match direction {
        Direction::There => "There",
        Direction::Back => "Back",
    }
}

/// The path for the canvas: where the packet is, hop by hop, and what stops it.
pub(super) fn path(answer: &Answer) -> ShownPath {
    let there = answer
        .path
        .iter()
        .filter(|hop| hop.direction == Direction::There);
    let mut hops: Vec<_> = there
        .filter_map(|hop| hop.at.clone().or_else(|| hop.resource.clone()))
        .collect();
    let blocked_at = answer
        .blocked
        .first()
        .and_then(|blocked| blocked.resource.clone());
    hops.dedup();
    ShownPath { hops, blocked_at }
}

/// Question and answer as Markdown, for a ticket or a page.
// Writing into a text does not fail.
pub(super) fn markdown(question: &Question, answer: &Answer) -> String {
    let Verdict {
        headline, remark, ..
    } = verdict(question, answer);
    let mut text = format!("**{headline}** {remark}\n");
    for direction in [Direction::There, Direction::Back] {
        let hops: Vec<_> = answer
            .path
            .iter()
            .filter(|hop| hop.direction == direction)
            .collect();
        let blocked = answer.blocked.iter().find(|it| it.direction == direction);
        if hops.is_empty() && blocked.is_none() {
            continue;
        }
        let _ = writeln!(text, "\n{}:\n", heading(direction));
        for (index, hop) in hops.iter().enumerate() {
            let _ = writeln!(text, "{}. {}", index + 1, hop.what);
        }
        if let Some(blocked) = blocked {
            let number = hops.len() + 1;
            let _ = writeln!(
                text,
                "{number}. **Blocked** (`{}`): {}",
                blocked.code.as_str(),
                blocked.sentence
            );
        }
    }
    if !answer.assumptions.is_empty() {
        text += "\nAssumed:\n\n";
        for assumption in &answer.assumptions {
            let _ = writeln!(text, "- {assumption}");
        }
    }
    let _ = writeln!(text, "\n`{question}`");
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use drawbridge_core::fixture;
    use drawbridge_core::lower::Lowered;
    use drawbridge_core::lower::survey::Survey;
    use drawbridge_core::reach::ask;

    const DESIGN: &str = "vpc main CidrBlock=10.0.0.0/16
  subnet private CidrBlock=10.0.1.0/24
    instance web
";

    fn answered(text: &str) -> (Question, Answer) {
        let lowered = Lowered::of(&Survey::of(&fixture::design(DESIGN)));
        let question: Question = text.parse().unwrap();
        let answer = ask(&lowered, &question).unwrap();
        (question, answer)
    }

    #[test]
    fn the_verdict_names_both_ends_and_the_traffic() {
        let (question, answer) = answered("internet -> web tcp 80");
        let verdict = verdict(&question, &answer);
        assert_eq!(
            verdict.headline,
            "The Internet does not reach web on tcp 80."
        );
        assert_eq!(verdict.tone, Tone::Error);
        let (question, answer) = answered("web -> internet tcp 80");
        let headline = super::verdict(&question, &answer).headline;
        assert_eq!(headline, "web does not reach the Internet on tcp 80.");
    }

    #[test]
    fn markdown_says_what_blocks() {
        let (question, answer) = answered("internet -> web tcp 80");
        let text = markdown(&question, &answer);
        let code = answer.blocked.first().unwrap().code.as_str();
        assert!(
            text.starts_with("**The Internet does not reach web on tcp 80.**"),
            "{text}"
        );
        assert!(text.contains(&format!("**Blocked** (`{code}`)")), "{text}");
        assert!(text.ends_with("`internet -> web tcp 80`\n"), "{text}");
    }

    #[test]
    fn the_path_ends_where_the_packet_is_and_names_what_blocks() {
        let (_, answer) = answered("web -> internet tcp 80");
        let path = path(&answer);
        assert_eq!(path.blocked_at, answer.blocked.first().unwrap().resource);
        assert_eq!(path.hops, ["web".into()]);
    }
}
