//! What rules of filters say, and which of them leave nothing to another.
//! Judges nothing.

use crate::lower::survey::{Fact, Peer, Permission, Ports};
use crate::network::Protocol;
use crate::packet::{PacketSet, TooComplex};

/// Every port.
const ALL: Ports = Ports { from: 0, to: 65535 };

/// A protocol, and ports or ICMP type and code; `None` if they are not known.
pub(in crate::rules) fn carries(permission: &Permission) -> Option<(Protocol, Ports)> {
    let protocol = *permission.protocol.known()?;
    match (protocol, &permission.ports) {
        (Protocol::Any | Protocol::Other(_), _) | (_, Fact::Known(Ports { from: -1, .. })) => {
            Some((protocol, ALL))
        }
        (_, Fact::Known(ports)) => Some((protocol, *ports)),
        _ => None,
    }
}

/// Whether a permission lets TCP to a port pass, whoever the peer is; what is
/// not known lets nothing pass.
pub(in crate::rules) fn is_about(permission: &Permission, port: i64) -> bool {
    carries(permission).is_some_and(|(protocol, ports)| {
        matches!(protocol, Protocol::Tcp | Protocol::Any) && (ports.from..=ports.to).contains(&port)
    })
}

/// Whether a permission is for every address there is.
pub(in crate::rules) fn is_for_everyone(permission: &Permission) -> bool {
    matches!(&permission.peer, Peer::Block(_, Fact::Known(block)) if block.prefix_len() == 0)
}

/// Takes the packets of others away from some, one after the other: what is
/// left at the end, and those of the others that took a share. The others are
/// told by the numbers that come with them.
pub(super) fn taken_from(
    packets: &PacketSet,
    others: &mut dyn Iterator<Item = (usize, &PacketSet)>,
) -> Result<(PacketSet, Vec<usize>), TooComplex> {
    let mut left = packets.clone();
    let mut takers = Vec::new();
    for (number, other) in others {
        if left.is_empty() {
            break;
        }
        if left.overlaps(other) {
            left = left.difference(other)?;
            takers.push(number);
        }
    }
    Ok((left, takers))
}

/// Names in a sentence: `a`, `a and b`, `a, b and c`; of many, the first ones.
pub(super) fn listed(names: &[String]) -> String {
    const MOST: usize = 4;
    let count = names.len();
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] if count <= MOST => format!("{} and {last}", first.join(", ")),
        _ => {
            let first: Vec<&str> = names.iter().take(MOST - 1).map(String::as_str).collect();
            format!("{} and {} more", first.join(", "), count - first.len())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packet::{Family, Pattern};

    #[test]
    fn a_few_names_are_all_told_and_of_many_the_first() {
        let told = |count: usize| {
            let names: Vec<String> = (1..=count).map(|it| it.to_string()).collect();
            listed(&names)
        };
        assert_eq!(told(1), "1");
        assert_eq!(told(4), "1, 2, 3 and 4");
        assert_eq!(told(5), "1, 2, 3 and 2 more");
    }

    #[test]
    fn only_who_takes_something_is_told() {
        let from = |block: &str| {
            let pattern = Pattern::any(Family::V4);
            pattern.from(&[block.parse().unwrap()]).packets()
        };
        let others = [from("10.0.0.0/9"), from("10.1.0.0/16"), from("10.0.0.0/8")];
        let mut numbered = others.iter().enumerate();
        let (left, takers) = taken_from(&from("10.0.0.0/8"), &mut numbered).unwrap();
        assert!(left.is_empty());
        assert_eq!(takers, [0, 2]);
    }
}
