//! An answer in a line: the verdict, and what becomes of the reply. The program
//! in the terminal and the panel of the app say the same words.

use super::{Answer, Direction, End, Question, Reply};
use crate::network::{Family, Protocol};

/// The verdict as a sentence: "The Internet does not reach Web on tcp 443."
pub fn headline(question: &Question, answer: &Answer) -> String {
    let (from, to) = (called(&question.from), called(&question.to));
    let to = match to.strip_prefix("The ") {
        Some(rest) => format!("the {rest}"),
        None => to,
    };
    let verb = if answer.forward {
        "reaches"
    } else {
        "does not reach"
    };
    let family = match question.family {
        Family::V4 => "",
        Family::V6 => " over IPv6",
    };
    format!("{from} {verb} {to} on {}{family}.", traffic(question))
}

/// What becomes of the reply, and of the other ways; nothing where nothing
/// arrives and there is one way.
pub fn remark(answer: &Answer) -> String {
    let reply = match (answer.forward, answer.reply) {
        (false, _) => "",
        (true, Reply::Always) => "The reply gets back.",
        (true, Reply::Sometimes) => {
            "The reply gets back to some clients only: it depends on the port that they open from."
        }
        (true, Reply::Never) => "The reply does not get back.",
    };
    let ways = match answer.ways {
        (_, 0 | 1) => String::new(),
        (some, all) => format!("{some} of {all} ways work."),
    };
    let parts = [reply, &ways].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// What an end is called at the beginning of a sentence.
pub fn called(end: &End) -> String {
    match end {
        End::Internet(None) => "The Internet".to_owned(),
        End::Internet(Some(address)) => format!("{address} on the Internet"),
        End::OnPremises(None) => "The site on premises".to_owned(),
        End::OnPremises(Some(address)) => format!("{address} on premises"),
        End::S3 => "Amazon S3".to_owned(),
        End::DynamoDb => "Amazon DynamoDB".to_owned(),
        End::Public(id) => format!("The public address of {id}"),
        End::Resource(id) => id.to_string(),
        End::Address(address) => address.to_string(),
    }
}

/// Protocol and port: `tcp 443`.
fn traffic(question: &Question) -> String {
    match question.protocol {
        Protocol::Tcp => format!("tcp {}", question.port),
        Protocol::Udp => format!("udp {}", question.port),
        Protocol::Icmp => "icmp".to_owned(),
        Protocol::Icmpv6 => "icmpv6".to_owned(),
        Protocol::Any => "every protocol".to_owned(),
        Protocol::Other(number) => format!("protocol {number}"),
    }
}

/// The word for a direction, as a heading.
pub fn heading(direction: Direction) -> &'static str {
    match direction {
        Direction::There => "There",
        Direction::Back => "Back",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::design;
    use crate::lower::Lowered;
    use crate::lower::survey::Survey;
    use crate::reach::ask;

    fn told(text: &str) -> (String, String) {
        let lowered = Lowered::of(&Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  subnet private CidrBlock=10.0.1.0/24
    instance web
    instance job",
        )));
        let question: Question = text.parse().unwrap();
        let answer = ask(&lowered, &question).unwrap();
        (headline(&question, &answer), remark(&answer))
    }

    #[test]
    fn the_verdict_names_both_ends_and_the_traffic() {
        let (headline, remark) = told("internet -> web tcp 80");
        assert_eq!(headline, "The Internet does not reach web on tcp 80.");
        assert_eq!(remark, "");
        let (headline, _) = told("web -> internet icmp");
        assert_eq!(headline, "web does not reach the Internet on icmp.");
    }

    #[test]
    fn what_arrives_says_what_becomes_of_the_reply() {
        let (headline, remark) = told("job -> web tcp 22");
        assert_eq!(headline, "job reaches web on tcp 22.");
        assert_eq!(remark, "The reply gets back.");
    }
}
