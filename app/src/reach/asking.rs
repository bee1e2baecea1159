//! The question that is being put together, and its words. Answers nothing.

use drawbridge_core::catalogue::entry;
use drawbridge_core::document::Document;
use drawbridge_core::lower::Lowered;
use drawbridge_core::network::Protocol;
use drawbridge_core::reach::{End, Question};
use drawbridge_core::template::LogicalId;

use crate::ui::Choice;

/// The Internet, as it is chosen and read.
pub(super) const INTERNET: &str = "The Internet";

/// The site behind a virtual private gateway.
const ON_PREMISES: &str = "On premises";

/// The protocols to choose from.
pub(super) const PROTOCOLS: [(&str, &str, Protocol); 4] = [
    ("tcp", "TCP", Protocol::Tcp),
    ("udp", "UDP", Protocol::Udp),
    ("icmp", "ICMP (ping)", Protocol::Icmp),
    ("all", "All protocols", Protocol::Any),
];

/// Ports that have names.
const PORTS: [(u16, &str); 7] = [
    (22, "SSH"),
    (80, "HTTP"),
    (443, "HTTPS"),
    (3306, "MySQL"),
    (5432, "PostgreSQL"),
    (3389, "RDP"),
    (53, "DNS"),
];

/// A question as it stands in the fields.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    pub(super) from: String,
    /// Empty for what the panel proposes.
    pub(super) to: String,
    /// As in [`PROTOCOLS`].
    pub(super) protocol: String,
    pub(super) port: String,
}

/// A field, and what is wrong with what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    From(String),
    To(String),
    Port(String),
}

impl Default for Asked {
    fn default() -> Self {
        Self {
            from: INTERNET.to_owned(),
            to: String::new(),
            protocol: "tcp".to_owned(),
            port: "443".to_owned(),
        }
    }
}

impl Asked {
    /// The protocol that is chosen.
    pub(super) fn protocol(&self) -> Protocol {
        let known = PROTOCOLS.iter().find(|(word, ..)| *word == self.protocol);
        known.map_or(Protocol::Tcp, |(_, _, protocol)| *protocol)
    }

    /// The question, or which field is wrong.
    pub(super) fn question(&self) -> Result<Question, Wrong> {
        let from = end(&self.from).map_err(Wrong::From)?;
        let to = end(&self.to).map_err(Wrong::To)?;
        let protocol = self.protocol();
        let port = if protocol.has_ports() {
            let wrong = |_| Wrong::Port("Type a port from 0 to 65535.".to_owned());
            self.port.trim().parse().map_err(wrong)?
        } else {
            0
        };
        Ok(Question::new(from, to, protocol, port))
    }

    /// The same question the other way round.
    pub(super) fn swapped(self) -> Self {
        Self {
            from: self.to,
            to: self.from,
            ..self
        }
    }
}

/// An end as it is typed: chosen from the list, or in core's own words.
fn end(text: &str) -> Result<End, String> {
    match text.trim() {
        "" => Err("Choose who this is.".to_owned()),
        INTERNET => Ok(End::Internet(None)),
        ON_PREMISES => Ok(End::OnPremises(None)),
        other => other
            .parse()
            .map_err(|wrong: drawbridge_core::reach::QuestionError| wrong.to_string()),
    }
}

/// What an end is called in a sentence.
pub(super) fn called(end: &End) -> String {
    match end {
        End::Internet(None) => "The Internet".to_owned(),
        End::Internet(Some(address)) => format!("{address} on the Internet"),
        End::OnPremises(None) => "The site on premises".to_owned(),
        End::OnPremises(Some(address)) => format!("{address} on premises"),
        End::Resource(id) => id.to_string(),
        End::Public(id) => format!("the public address of {id}"),
        End::Address(address) => address.to_string(),
    }
}

/// Protocol and port in a sentence: `tcp 443`.
pub(super) fn traffic(question: &Question) -> String {
    match question.protocol {
        Protocol::Tcp => format!("tcp {}", question.port),
        Protocol::Udp => format!("udp {}", question.port),
        Protocol::Icmp | Protocol::Icmpv6 => "icmp".to_owned(),
        Protocol::Any => "every protocol".to_owned(),
        Protocol::Other(number) => format!("protocol {number}"),
    }
}

/// The name of a port, if it has one.
pub(super) fn port_name(port: u16) -> Option<&'static str> {
    PORTS
        .iter()
        .find(|(known, _)| *known == port)
        .map(|(_, name)| *name)
}

/// Ports to choose from.
pub(super) fn ports() -> Vec<Choice> {
    let choice = |(port, name): &(u16, &str)| {
        Choice::new(port.to_string(), port.to_string()).with_note(*name)
    };
    PORTS.iter().map(choice).collect()
}

/// Who can call and be called in a design.
pub(super) fn ends(document: &Document, lowered: &Lowered) -> Vec<Choice> {
    let mut ends = vec![Choice::new(INTERNET, INTERNET)];
    if !lowered.sites.is_empty() {
        ends.push(Choice::new(ON_PREMISES, ON_PREMISES).with_note("behind the VPN"));
    }
    ends.extend(
        lowered
            .places
            .keys()
            .map(|id| Choice::new(id.as_str(), id.as_str()).with_note(kind_of(document, id))),
    );
    ends
}

fn kind_of(document: &Document, id: &LogicalId) -> &'static str {
    let resource = document.template.resource(id);
    let known = resource.and_then(|resource| entry(resource.kind().as_str()));
    known.map_or("", |known| known.label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(from: &str, to: &str, protocol: &str, port: &str) -> Asked {
        let [from, to, protocol, port] = [from, to, protocol, port].map(str::to_owned);
        Asked {
            from,
            to,
            protocol,
            port,
        }
    }

    #[test]
    fn the_fields_are_a_question() {
        let question = |asked: Asked| asked.question().map(|question| question.to_string());
        let expected = Ok("internet -> Web tcp 443".to_owned());
        assert_eq!(question(asked(INTERNET, "Web", "tcp", "443")), expected);
        let expected = Ok("onprem -> Web@public icmp".to_owned());
        assert_eq!(
            question(asked(ON_PREMISES, "Web@public", "icmp", "x")),
            expected
        );
        let expected = Ok("Web -> internet udp 53".to_owned());
        assert_eq!(
            question(asked(INTERNET, "Web", "udp", "53").swapped()),
            expected
        );
    }

    #[test]
    fn a_wrong_field_is_named() {
        let wrong = |asked: Asked| asked.question().unwrap_err();
        assert!(matches!(
            wrong(asked("", "Web", "tcp", "1")),
            Wrong::From(_)
        ));
        assert!(matches!(
            wrong(asked("Web", "ip:1.2", "tcp", "1")),
            Wrong::To(_)
        ));
        assert!(matches!(
            wrong(asked("Web", "Db", "tcp", "70000")),
            Wrong::Port(_)
        ));
    }
}
