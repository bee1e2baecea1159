//! A rule of a security group as its row shows it: service, ports and the other
//! side, read from the mapping that the template holds and written back into
//! it. What a rule has beyond that stays. Knows no control.
//!
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html>

use drawbridge_core::cidr::{self, IpNet};
use drawbridge_core::template::{Map, Template, Value};

use super::compact::compact;
use super::naming::Wanted;

/// Which way a rule lets connections through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    In,
    Out,
}

/// Well-known services: name, protocol, port.
pub(super) const SERVICES: &[(&str, &str, i64)] = &[
    ("SSH", "tcp", 22),
    ("HTTP", "tcp", 80),
    ("HTTPS", "tcp", 443),
    ("MySQL", "tcp", 3306),
    ("PostgreSQL", "tcp", 5432),
    ("RDP", "tcp", 3389),
    ("SQL Server", "tcp", 1433),
    ("Oracle", "tcp", 1521),
    ("Redis", "tcp", 6379),
    ("NFS", "tcp", 2049),
    ("DNS", "udp", 53),
];

impl Direction {
    /// The properties of the other side, the first three for addresses and
    /// prefix lists, the last for a group.
    fn sides(self) -> [&'static str; 4] {
        match self {
            Self::In => [
                "CidrIp",
                "CidrIpv6",
                "SourcePrefixListId",
                "SourceSecurityGroupId",
            ],
            Self::Out => [
                "CidrIp",
                "CidrIpv6",
                "DestinationPrefixListId",
                "DestinationSecurityGroupId",
            ],
        }
    }

    /// What the other side is called.
    pub(super) fn side(self) -> &'static str {
        match self {
            Self::In => "Source",
            Self::Out => "Destination",
        }
    }
}

fn written(rule: &Map, key: &str) -> Option<String> {
    let value = rule.get(key)?;
    Some(value.as_scalar_text().unwrap_or_else(|| compact(value)))
}

/// The protocol as it is written; empty without one.
pub(super) fn protocol(rule: &Map) -> String {
    written(rule, "IpProtocol").unwrap_or_default()
}

/// The name of the service, if the rule is for exactly one that is well known.
pub(super) fn service(rule: &Map) -> Option<&'static str> {
    let protocol = protocol(rule);
    if protocol == "-1" {
        return Some("All traffic");
    }
    let port = rule.get("FromPort")?.as_integer()?;
    let is_one = rule.get("ToPort")?.as_integer()? == port;
    let known = SERVICES
        .iter()
        .find(|(_, of, at)| *of == protocol && *at == port);
    known.filter(|_| is_one).map(|(name, ..)| *name)
}

/// The ports as one text: "443", "8000-8010", or "all".
pub(super) fn ports(rule: &Map) -> String {
    match (written(rule, "FromPort"), written(rule, "ToPort")) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) if from == "0" && to == "65535" => "all".to_owned(),
        (Some(from), Some(to)) => format!("{from}-{to}"),
        (Some(from), None) => from,
        (None, _) => "all".to_owned(),
    }
}

/// The other side: a block, a prefix list, or a group by its name.
pub(super) fn side(rule: &Map, direction: Direction) -> String {
    let mut sides = direction.sides().into_iter();
    let value = sides.find_map(|key| rule.get(key));
    let Some(value) = value else {
        return String::new();
    };
    let name = value
        .as_function()
        .and_then(|call| call.names().into_iter().next());
    match name {
        Some((name, attribute)) if attribute.as_deref().is_none_or(|it| it == "GroupId") => name,
        _ => value.as_scalar_text().unwrap_or_else(|| compact(value)),
    }
}

/// Whether the row shows every part of the other side and the ports whole, so
/// that editing them there replaces nothing unseen.
pub(super) fn is_plain(rule: &Map) -> bool {
    let plain = |key: &str| {
        rule.get(key)
            .is_none_or(|value| value.as_scalar_text().is_some())
    };
    plain("IpProtocol") && plain("FromPort") && plain("ToPort") && plain("Description")
}

/// The rule in one line: "SSH from 10.0.2.0/24".
pub(super) fn summary(rule: &Map, direction: Direction) -> String {
    let what = service(rule).map_or_else(
        || {
            let ports = ports(rule);
            let protocol = protocol(rule).to_ascii_uppercase();
            if ports == "all" {
                format!("{protocol} all ports")
            } else {
                format!("{protocol} {ports}")
            }
        },
        str::to_owned,
    );
    let (side, word) = (
        side(rule, direction),
        match direction {
            Direction::In => "from",
            Direction::Out => "to",
        },
    );
    if side.is_empty() {
        format!("{what}, no {} yet", direction.side().to_lowercase())
    } else {
        format!("{what} {word} {side}")
    }
}

/// The rule for another service: protocol and ports together.
pub(super) fn with_service(rule: &Map, name: &str) -> Map {
    let mut rule = rule.clone();
    if name == "All traffic" {
        return with_protocol(&rule, "-1");
    }
    if let Some((_, protocol, port)) = SERVICES.iter().find(|(known, ..)| *known == name) {
        rule.insert("IpProtocol".to_owned(), (*protocol).into());
        rule.insert("FromPort".to_owned(), (*port).into());
        rule.insert("ToPort".to_owned(), (*port).into());
    }
    rule
}

/// The rule with another protocol. All protocols have no ports; TCP and UDP
/// need some.
pub(super) fn with_protocol(rule: &Map, protocol: &str) -> Map {
    let mut rule = rule.clone();
    rule.insert("IpProtocol".to_owned(), protocol.into());
    let (from, to) = match protocol {
        "tcp" | "udp" => (0, 65535),
        "icmp" | "icmpv6" => (-1, -1),
        _ => {
            rule.shift_remove("FromPort");
            rule.shift_remove("ToPort");
            return rule;
        }
    };
    // Ports of one protocol say nothing for another kind of protocol.
    let fits = |value: Option<&Value>| {
        value
            .and_then(Value::as_integer)
            .is_some_and(|port| (port >= 0) == (from >= 0))
    };
    if !fits(rule.get("FromPort")) || !fits(rule.get("ToPort")) {
        rule.insert("FromPort".to_owned(), from.into());
        rule.insert("ToPort".to_owned(), to.into());
    }
    rule
}

/// The rule with other ports, or why the text is none.
pub(super) fn with_ports(rule: &Map, text: &str) -> Result<Map, String> {
    let text = text.trim();
    let (from, to) = if text.is_empty() || text.eq_ignore_ascii_case("all") {
        (0, 65535)
    } else {
        let (from, to) = text.split_once(['-', '–']).unwrap_or((text, text));
        let port = |text: &str| {
            text.trim()
                .parse::<i64>()
                .ok()
                .filter(|it| (0..=65535).contains(it))
        };
        match (port(from), port(to)) {
            (Some(from), Some(to)) if from <= to => (from, to),
            (Some(_), Some(_)) => {
                return Err(format!(
                    "{text} runs backwards: write the lower port first."
                ));
            }
            _ => return Err(format!("“{text}” is no port: write 443, 8000-8010 or all.")),
        }
    };
    let mut rule = rule.clone();
    rule.insert("FromPort".to_owned(), from.into());
    rule.insert("ToPort".to_owned(), to.into());
    Ok(rule)
}

/// The rule with another other side, or why the text is none.
pub(super) fn with_side(
    rule: &Map,
    direction: Direction,
    text: &str,
    template: &Template,
) -> Result<Map, String> {
    let text = text.trim();
    let [v4, v6, list, group] = direction.sides();
    let (key, value) = if text.is_empty() {
        return Err(
            "A rule needs another side: write a block such as 10.0.0.0/16, or a group.".to_owned(),
        );
    } else if text.starts_with("pl-") {
        (list, text.into())
    } else if text.starts_with("sg-") {
        (group, text.into())
    } else if text.contains(['/', '.', ':']) {
        match cidr::parse(text).map_err(|why| why.to_string())?.block() {
            IpNet::V4(_) => (v4, text.into()),
            IpNet::V6(_) => (v6, text.into()),
        }
    } else {
        let group_kind = "AWS::EC2::SecurityGroup";
        let wanted = Wanted::one(group_kind, Some("GroupId"));
        let value = wanted.value(template, text);
        (group, value.map_err(|_| format!("“{text}” is no block and no security group here: write 10.0.0.0/16, or choose a group."))?)
    };
    // The new side takes the place of the old one, wherever that stood.
    let place = direction
        .sides()
        .iter()
        .find_map(|key| rule.get_index_of(*key));
    let mut rule = rule.clone();
    for key in direction.sides() {
        rule.shift_remove(key);
    }
    let place = place.unwrap_or(rule.len()).min(rule.len());
    rule.shift_insert(place, key.to_owned(), value);
    Ok(rule)
}

/// What a new rule lets through: HTTPS, from nowhere until somebody says.
pub(super) fn fresh() -> Map {
    with_service(&Map::new(), "HTTPS")
}

#[cfg(test)]
#[path = "rule_tests.rs"]
mod tests;
