//! A question, and how it is written: `internet -> Web tcp 443`.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use crate::network::{Family, Protocol};
use crate::template::LogicalId;

/// An end of a question.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum End {
    /// A resource, by its own address. Written as its logical id.
    Resource(LogicalId),
    /// A resource, by its public address. Written `Web@public`.
    Public(LogicalId),
    /// The Internet, or one address there. Written `internet` and
    /// `internet:203.0.113.9`.
    Internet(Option<IpAddr>),
    /// The site behind a virtual private gateway, or one address there.
    /// Written `onprem` and `onprem:192.168.0.9`.
    OnPremises(Option<IpAddr>),
    /// Amazon S3. Written `s3`.
    S3,
    /// Amazon DynamoDB. Written `dynamodb`.
    DynamoDb,
    /// Whoever has an address. Written `ip:10.0.1.9`.
    Address(IpAddr),
}

/// Can this end open this to that one, and does the answer get back?
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    /// Who opens.
    pub from: End,
    /// To whom.
    pub to: End,
    /// With which protocol.
    pub protocol: Protocol,
    /// To which port; 0 for a protocol without ports.
    pub port: u16,
    /// In which family.
    pub family: Family,
}

/// Why a text is no question.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuestionError {
    /// It is not of the form `from -> to protocol port`.
    #[error("“{0}” is no question: write one such as internet -> Web tcp 443.")]
    Form(String),
    /// The address of an end.
    #[error("“{0}” is no address: write one such as 10.0.1.9.")]
    Address(String),
    /// The protocol.
    #[error("“{0}” is no protocol: write tcp, udp, icmp, all, or a number from 0 to 255.")]
    Protocol(String),
    /// The port.
    #[error("“{0}” is no port: write a number from 0 to 65535.")]
    Port(String),
}

impl Question {
    /// The usual question: over IPv4.
    pub fn new(from: End, to: End, protocol: Protocol, port: u16) -> Self {
        Self {
            from,
            to,
            protocol,
            port,
            family: Family::V4,
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Resource(id) => write!(f, "{id}"),
            Self::Public(id) => write!(f, "{id}@public"),
            Self::Internet(None) => f.write_str("internet"),
            Self::Internet(Some(address)) => write!(f, "internet:{address}"),
            Self::OnPremises(None) => f.write_str("onprem"),
            Self::OnPremises(Some(address)) => write!(f, "onprem:{address}"),
            Self::S3 => f.write_str("s3"),
            Self::DynamoDb => f.write_str("dynamodb"),
            Self::Address(address) => write!(f, "ip:{address}"),
        }
    }
}

impl FromStr for End {
    type Err = QuestionError;

    fn from_str(text: &str) -> Result<Self, QuestionError> {
        let address = |text: &str| {
            let wrong = |_| QuestionError::Address(text.to_owned());
            text.parse::<IpAddr>().map_err(wrong)
        };
        match text.split_once(':') {
            Some(("internet", at)) => Ok(Self::Internet(Some(address(at)?))),
            Some(("onprem", at)) => Ok(Self::OnPremises(Some(address(at)?))),
            Some(("ip", at)) => Ok(Self::Address(address(at)?)),
            _ => match text {
                "" => Err(QuestionError::Form(text.to_owned())),
                "internet" => Ok(Self::Internet(None)),
                "onprem" => Ok(Self::OnPremises(None)),
                "s3" => Ok(Self::S3),
                "dynamodb" => Ok(Self::DynamoDb),
                _ => Ok(match text.strip_suffix("@public") {
                    Some(id) => Self::Public(LogicalId::new(id)),
                    None => Self::Resource(LogicalId::new(text)),
                }),
            },
        }
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} -> {} ", self.from, self.to)?;
        match self.protocol {
            Protocol::Tcp => write!(f, "tcp {}", self.port)?,
            Protocol::Udp => write!(f, "udp {}", self.port)?,
            Protocol::Icmp => f.write_str("icmp")?,
            Protocol::Icmpv6 => f.write_str("icmpv6")?,
            Protocol::Any => f.write_str("all")?,
            Protocol::Other(number) => write!(f, "{number}")?,
        }
        match self.family {
            Family::V4 => Ok(()),
            Family::V6 => f.write_str(" ipv6"),
        }
    }
}

impl FromStr for Question {
    type Err = QuestionError;

    fn from_str(text: &str) -> Result<Self, QuestionError> {
        let form = || QuestionError::Form(text.to_owned());
        let (from, rest) = text.split_once("->").ok_or_else(form)?;
        let mut words = rest.split_whitespace();
        let to = words.next().ok_or_else(form)?;
        let written = words.next().ok_or_else(form)?;
        let protocol = match written {
            "tcp" => Protocol::Tcp,
            "udp" => Protocol::Udp,
            "icmp" => Protocol::Icmp,
            "icmpv6" => Protocol::Icmpv6,
            "all" => Protocol::Any,
            other => {
                let wrong = |_| QuestionError::Protocol(other.to_owned());
                Protocol::Other(other.parse().map_err(wrong)?)
            }
        };
        let port = if protocol.has_ports() {
            let port = words.next().ok_or_else(form)?;
            port.parse()
                .map_err(|_| QuestionError::Port(port.to_owned()))?
        } else {
            0
        };
        let family = match words.next() {
            None => Family::V4,
            Some("ipv6") => Family::V6,
            Some(_) => return Err(form()),
        };
        Ok(Self {
            from: from.trim().parse()?,
            to: to.parse()?,
            protocol,
            port,
            family,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_read_as_it_is_written() {
        for text in [
            "internet -> Web tcp 443",
            "internet:203.0.113.9 -> Web@public udp 53",
            "ip:10.0.1.9 -> onprem icmp",
            "onprem:192.168.0.9 -> Db all",
            "Web -> ip:2001:db8::1 tcp 80 ipv6",
            "Web -> internet 47",
            "Web -> s3 tcp 443",
            "dynamodb -> Web tcp 443",
        ] {
            let question: Question = text.parse().unwrap();
            assert_eq!(question.to_string(), text);
        }
    }

    #[test]
    fn what_is_no_question_says_which_part() {
        let error = |text: &str| text.parse::<Question>().unwrap_err();
        assert!(matches!(
            error("internet Web tcp 80"),
            QuestionError::Form(_)
        ));
        assert!(matches!(error("a -> b tcp"), QuestionError::Form(_)));
        assert!(matches!(error("a -> b tcp 80 x"), QuestionError::Form(_)));
        assert!(matches!(error("a -> b tcp 99999"), QuestionError::Port(_)));
        assert!(matches!(error("a -> b tpc 1"), QuestionError::Protocol(_)));
        assert!(matches!(
            error("ip:10.0 -> b tcp 1"),
            QuestionError::Address(_)
        ));
    }
}
