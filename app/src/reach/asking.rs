//! The question that is being put together, and its words. Answers nothing.

use drawbridge_core::catalogue::entry;
use drawbridge_core::document::Document;
use drawbridge_core::lower::Lowered;
use drawbridge_core::network::{Family, PortSet, Protocol};
use drawbridge_core::reach::{Class, End, Question};
use drawbridge_core::template::LogicalId;

use crate::ui::Choice;

/// The Internet, as it is chosen and read.
pub(super) const INTERNET: &str = "The Internet";

/// The site behind a virtual private gateway.
const ON_PREMISES: &str = "On premises";

/// Services of AWS that are called by addresses of their own.
const S3: &str = "Amazon S3";
const DYNAMODB: &str = "Amazon DynamoDB";

/// The protocols to choose from.
pub(super) const PROTOCOLS: [(&str, &str, Protocol); 5] = [
    ("tcp", "TCP", Protocol::Tcp),
    ("udp", "UDP", Protocol::Udp),
    ("icmp", "ICMP (ping)", Protocol::Icmp),
    ("icmpv6", "ICMPv6 (ping)", Protocol::Icmpv6),
    ("all", "All protocols", Protocol::Any),
];

/// The families to choose from.
pub(super) const FAMILIES: [(&str, Family); 2] = [("IPv4", Family::V4), ("IPv6", Family::V6)];

/// Services that people know by name, with protocol and port.
const SERVICES: [(&str, &str, u16); 14] = [
    ("HTTPS", "tcp", 443),
    ("HTTP", "tcp", 80),
    ("SSH", "tcp", 22),
    ("RDP", "tcp", 3389),
    ("PostgreSQL", "tcp", 5432),
    ("MySQL", "tcp", 3306),
    ("SQL Server", "tcp", 1433),
    ("Oracle", "tcp", 1521),
    ("Redis", "tcp", 6379),
    ("Memcached", "tcp", 11211),
    ("NFS", "tcp", 2049),
    ("DNS", "udp", 53),
    ("NTP", "udp", 123),
    ("ping", "icmp", 0),
];

/// A question as it stands in the fields.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    pub(super) from: String,
    /// Empty for what the panel proposes.
    pub(super) to: String,
    /// As in [`PROTOCOLS`].
    pub(super) protocol: String,
    pub(super) port: String,
    pub(super) family: Family,
}

/// One end of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// Who calls.
    From,
    /// Who is called.
    To,
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
            family: Family::V4,
        }
    }
}

impl Asked {
    /// From somebody to somebody, by the lowest of the ports.
    pub(super) fn about(from: String, to: String, protocol: Protocol, ports: &PortSet) -> Self {
        let asked = Self {
            from,
            to,
            ..Self::default()
        };
        Self {
            protocol: word(protocol).to_owned(),
            port: ports.lowest().map_or(asked.port, |port| port.to_string()),
            ..asked
        }
    }

    /// A question about a service by its name.
    pub(super) fn of_service(name: &str) -> Option<Self> {
        let mut services = SERVICES.iter();
        services.find(|(known, ..)| known.eq_ignore_ascii_case(name))?;
        let mut asked = Self::default();
        asked.serve(name);
        Some(asked)
    }

    /// The protocol that is chosen.
    pub(super) fn protocol(&self) -> Protocol {
        let known = PROTOCOLS.iter().find(|(word, ..)| *word == self.protocol);
        known.map_or(Protocol::Tcp, |(_, _, protocol)| *protocol)
    }

    /// Puts somebody at an end.
    pub(crate) fn put(&mut self, which: Which, text: String) {
        match which {
            Which::From => self.from = text,
            Which::To => self.to = text,
        }
    }

    /// Takes a port, or a service by its name, which brings its protocol.
    pub(super) fn serve(&mut self, text: &str) {
        let text = text.trim();
        let mut services = SERVICES.iter();
        match services.find(|(name, ..)| name.eq_ignore_ascii_case(text)) {
            Some((_, protocol, port)) => {
                (*protocol).clone_into(&mut self.protocol);
                if *port > 0 {
                    self.port = port.to_string();
                }
            }
            None => text.clone_into(&mut self.port),
        }
    }

    /// The question, or which field is wrong.
    pub(super) fn question(&self) -> Result<Question, Wrong> {
        let from = end(&self.from).map_err(Wrong::From)?;
        let to = end(&self.to).map_err(Wrong::To)?;
        let protocol = match (self.protocol(), self.family) {
            (Protocol::Icmp, Family::V6) => Protocol::Icmpv6,
            (Protocol::Icmpv6, Family::V4) => Protocol::Icmp,
            (protocol, _) => protocol,
        };
        let port = if protocol.has_ports() {
            let wrong = |_| Wrong::Port("Type a port from 0 to 65535, or a name.".to_owned());
            self.port.trim().parse().map_err(wrong)?
        } else {
            0
        };
        Ok(Question {
            family: self.family,
            ..Question::new(from, to, protocol, port)
        })
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
        S3 => Ok(End::S3),
        DYNAMODB => Ok(End::DynamoDb),
        other => other
            .parse()
            .map_err(|wrong: drawbridge_core::reach::QuestionError| wrong.to_string()),
    }
}

/// The word of a protocol, as in [`PROTOCOLS`].
pub(super) fn word(protocol: Protocol) -> &'static str {
    let known = PROTOCOLS.iter().find(|(.., known)| *known == protocol);
    known.map_or("all", |(word, ..)| *word)
}

/// Protocol and ports, known ones by name: `tcp 443 HTTPS, 1024-2048`.
pub(super) fn traffic(protocol: Protocol, ports: &PortSet) -> String {
    let word = word(protocol);
    if !protocol.has_ports() {
        return word.to_owned();
    }
    let intervals = ports.intervals().map(|interval| {
        let (first, last) = (*interval.start(), *interval.end());
        let known = |(_, of, port): &&(&str, &str, u16)| *of == word && *port == first;
        match SERVICES.iter().find(known) {
            Some((name, ..)) if first == last => format!("{first} {name}"),
            _ if first == last => first.to_string(),
            _ => format!("{first}-{last}"),
        }
    });
    format!("{word} {}", intervals.collect::<Vec<_>>().join(", "))
}

/// The same with the family, where it is not the usual one.
pub(super) fn traffic_in(family: Family, protocol: Protocol, ports: &PortSet) -> String {
    match family {
        Family::V4 => traffic(protocol, ports),
        Family::V6 => format!("IPv6 {}", traffic(protocol, ports)),
    }
}

/// Services to choose from.
pub(super) fn services() -> Vec<Choice> {
    let choice = |(name, protocol, port): &(&str, &str, u16)| {
        let note = match port {
            0 => (*protocol).to_owned(),
            port => format!("{protocol} {port}"),
        };
        Choice::new(*name, *name).with_note(note)
    };
    SERVICES.iter().map(choice).collect()
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
    ends.extend([S3, DYNAMODB].map(|name| Choice::new(name, name).with_note("AWS service")));
    ends
}

/// A class of the matrix as an end: its first member or its last, or what it is
/// called.
pub(super) fn end_of(class: &Class, member: Option<&LogicalId>) -> String {
    let label = class.label.to_string();
    match member {
        _ if class.is_internet => INTERNET.to_owned(),
        Some(member) => member.to_string(),
        None if [S3, DYNAMODB].contains(&label.as_str()) => label,
        None => ON_PREMISES.to_owned(),
    }
}

/// Whether a class is a service of AWS, which is called and calls nobody.
pub(super) fn is_service(class: &Class) -> bool {
    [S3, DYNAMODB].contains(&class.label.to_string().as_str())
}

/// Whether an end to choose from is a resource of the design.
pub(super) fn is_resource(end: &Choice) -> bool {
    ![INTERNET, ON_PREMISES, S3, DYNAMODB].contains(&end.value.as_str())
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
            family: Family::V4,
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
    fn ping_speaks_the_protocol_of_its_family() {
        let mut ping = asked("a", "b", "icmp", "");
        ping.family = Family::V6;
        let question = ping.question().map(|question| question.to_string());
        assert_eq!(question, Ok("a -> b icmpv6 ipv6".to_owned()));
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

    #[test]
    fn a_service_by_name_brings_its_protocol_and_a_port_keeps_it() {
        let mut dns = asked("a", "b", "tcp", "443");
        dns.serve("dns");
        assert_eq!((dns.protocol.as_str(), dns.port.as_str()), ("udp", "53"));
        dns.serve("5353");
        assert_eq!((dns.protocol.as_str(), dns.port.as_str()), ("udp", "5353"));
        dns.serve("Ping");
        assert_eq!(dns.protocol, "icmp");
    }

    #[test]
    fn known_ports_have_their_names() {
        let ports = PortSet::single(443).union(&PortSet::from(1024..=2048));
        assert_eq!(traffic(Protocol::Tcp, &ports), "tcp 443 HTTPS, 1024-2048");
        assert_eq!(traffic(Protocol::Icmp, &PortSet::none()), "icmp");
    }
}
