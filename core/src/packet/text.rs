//! Sets of packets as text that a person can read.

use std::fmt;

use super::boxes::PacketBox;
use super::protocol::Holds;
use super::{Family, Intervals, PacketSet, protocol};

/// An interval of addresses is shown as blocks if these many say it, otherwise
/// by its first and last address.
const MAX_BLOCKS: usize = 2;

impl fmt::Display for PacketSet {
    /// A line a box, such as `tcp from 10.0.0.0/24 to 10.0.1.4 ports 80,
    /// 8000-8010`; `nothing` for no packet. Where every protocol is meant, one
    /// line says so.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return formatter.write_str("nothing");
        }
        let mut lines: Vec<String> = Vec::new();
        for it in self.boxes() {
            let line = if is_whole(self.boxes(), it) {
                format!("any protocol {}", ends(it))
            } else {
                it.to_string()
            };
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        formatter.write_str(&lines.join("\n"))
    }
}

impl fmt::Display for PacketBox {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let protocols = protocols(self);
        let source = addresses(self.family, self.sources());
        let destination = addresses(self.family, self.destinations());
        write!(formatter, "{protocols} from {source}")?;
        if let Some((from, _)) = self.ports()
            && *from != Holds::Ports.numbers()
        {
            write!(formatter, " {}", named(from, "port"))?;
        }
        write!(formatter, " to {destination}")?;
        if let Some((_, to)) = self.ports()
            && *to != Holds::Ports.numbers()
        {
            write!(formatter, " {}", named(to, "port"))?;
        }
        if let Some((types, codes)) = self.messages() {
            for (numbers, name) in [(types, "type"), (codes, "code")] {
                if *numbers != Holds::Message.numbers() {
                    write!(formatter, " {}", named(numbers, name))?;
                }
            }
        }
        Ok(())
    }
}

impl fmt::Display for Intervals {
    /// Numbers and ranges, such as `80, 8000-8010`; `none` if there is none.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return formatter.write_str("none");
        }
        for (index, (first, last)) in self.spans().iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            if first == last {
                write!(formatter, "{separator}{first}")?;
            } else {
                write!(formatter, "{separator}{first}-{last}")?;
            }
        }
        Ok(())
    }
}

/// Whether a box and its neighbors hold every protocol between its ends.
fn is_whole(boxes: &[PacketBox], part: &PacketBox) -> bool {
    Holds::ALL.into_iter().all(|holds| {
        let mut whole = PacketBox::all(part.family, holds);
        whole.sides[0].clone_from(&part.sides[0]);
        whole.sides[1].clone_from(&part.sides[1]);
        boxes.contains(&whole)
    })
}

fn ends(it: &PacketBox) -> String {
    let source = addresses(it.family, it.sources());
    let destination = addresses(it.family, it.destinations());
    format!("from {source} to {destination}")
}

fn protocols(it: &PacketBox) -> String {
    let numbers = it.protocols();
    if it.holds == Holds::Nothing {
        if *numbers == Holds::Nothing.protocols() {
            return "other protocols".to_owned();
        }
        return named(numbers, "protocol");
    }
    let known = [
        (protocol::TCP, "tcp"),
        (protocol::UDP, "udp"),
        (protocol::ICMP, "icmp"),
        (protocol::ICMPV6, "icmpv6"),
    ];
    let meant = known.iter().filter(|it| numbers.contains(it.0.into()));
    let names: Vec<&str> = meant.map(|(_, name)| *name).collect();
    names.join(" and ")
}

/// `port 80`, or `ports 80, 443`.
fn named(numbers: &Intervals, name: &str) -> String {
    let is_one = matches!(numbers.spans(), [(first, last)] if first == last);
    let plural = if is_one { "" } else { "s" };
    format!("{name}{plural} {numbers}")
}

/// Addresses as blocks where possible: `10.0.0.0/24, 10.0.1.4`, otherwise as
/// `10.0.0.1-10.0.0.6`. A block of one address is the address.
pub(super) fn addresses(family: Family, numbers: &Intervals) -> String {
    let mut texts = Vec::new();
    for &(first, last) in numbers.spans() {
        if let Some(blocks) = blocks(family, first, last) {
            texts.extend(blocks);
        } else {
            let (first, last) = (family.address(first), family.address(last));
            texts.push(format!("{first}-{last}"));
        }
    }
    if texts.is_empty() {
        return "none".to_owned();
    }
    texts.join(", ")
}

/// The blocks that an interval is, if they are few.
fn blocks(family: Family, first: u128, last: u128) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    let mut next = first;
    loop {
        if texts.len() == MAX_BLOCKS {
            return None;
        }
        // The widest block that starts here and does not end behind the last.
        let mut free = next.trailing_zeros().min(family.bits());
        while end(next, free) > last {
            free -= 1;
        }
        let address = family.address(next);
        texts.push(if free == 0 {
            address.to_string()
        } else {
            format!("{address}/{}", family.bits() - free)
        });
        let end = end(next, free);
        if end >= last {
            return Some(texts);
        }
        next = end + 1;
    }
}

/// The last number of the block at `start` with so many free bits.
fn end(start: u128, free: u32) -> u128 {
    let ones = 1_u128.checked_shl(free).map_or(u128::MAX, |one| one - 1);
    start | ones
}

#[cfg(test)]
mod tests {
    use ipnet::IpNet;

    use super::*;
    use crate::packet::Pattern;

    fn nets(texts: &[&str]) -> Vec<IpNet> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn a_set_reads_as_a_rule_does() {
        let web = Pattern::any(Family::V4)
            .from(&nets(&["10.0.0.0/24"]))
            .to(&nets(&["10.0.1.4/32"]))
            .protocol(6)
            .to_ports(&Intervals::of_spans(vec![(80, 80), (8000, 8010)]));
        assert_eq!(
            web.packets().to_string(),
            "tcp from 10.0.0.0/24 to 10.0.1.4 ports 80, 8000-8010"
        );
        let ping = Pattern::any(Family::V6)
            .protocol(58)
            .types(&Intervals::single(128_u8));
        assert_eq!(
            ping.packets().to_string(),
            "icmpv6 from ::/0 to ::/0 type 128"
        );
        let replies = Pattern::any(Family::V4)
            .from_ports(&Intervals::single(443_u16))
            .to_ports(&(1024..=u16::MAX).into());
        assert_eq!(
            replies.packets().to_string(),
            "tcp and udp from 0.0.0.0/0 port 443 to 0.0.0.0/0 ports 1024-65535"
        );
        assert_eq!(PacketSet::empty().to_string(), "nothing");
    }

    #[test]
    fn every_protocol_is_one_line_and_the_rest_is_told_by_number() {
        let all = PacketSet::all(Family::V4);
        assert_eq!(all.to_string(), "any protocol from 0.0.0.0/0 to 0.0.0.0/0");
        let tunnel = Pattern::any(Family::V4).protocol(47).packets();
        assert_eq!(
            tunnel.to_string(),
            "protocol 47 from 0.0.0.0/0 to 0.0.0.0/0"
        );
        let udp = Pattern::any(Family::V4).protocol(17).packets();
        assert_eq!(
            all.difference(&udp).unwrap().to_string(),
            "tcp from 0.0.0.0/0 to 0.0.0.0/0\n\
             icmp and icmpv6 from 0.0.0.0/0 to 0.0.0.0/0\n\
             other protocols from 0.0.0.0/0 to 0.0.0.0/0"
        );
    }

    #[test]
    fn addresses_are_blocks_where_few_blocks_say_it() {
        let shown =
            |family: Family, texts: &[&str]| addresses(family, &family.inside(&nets(texts)));
        assert_eq!(shown(Family::V4, &["0.0.0.0/0"]), "0.0.0.0/0");
        assert_eq!(shown(Family::V6, &["::/0"]), "::/0");
        assert_eq!(
            shown(Family::V4, &["10.0.0.0/24", "10.0.1.0/25"]),
            "10.0.0.0/24, 10.0.1.0/25"
        );
        assert_eq!(
            shown(Family::V6, &["2001:db8::/64", "2001:db8:1::7/128"]),
            "2001:db8::/64, 2001:db8:1::7"
        );
        let others = Family::V4
            .addresses()
            .difference(&Family::V4.inside(&nets(&["172.16.0.0/12"])));
        assert_eq!(
            addresses(Family::V4, &others),
            "0.0.0.0-172.15.255.255, 172.32.0.0-255.255.255.255"
        );
        assert_eq!(addresses(Family::V4, &Intervals::none()), "none");
    }
}
